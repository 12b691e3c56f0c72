/** What stood in the way of a question or an act of the console, in Indonesian. */
export const consoleFailuresId = {
  'console.unreachable':
    'Hub tidak terjangkau. Periksa jaringan, atau apakah hub masih berjalan; halaman ini mencoba lagi sendiri.',
  'console.actUnreachable':
    'Hub tidak terjangkau. Belum tentu ini sampai: periksa jaringan, lalu coba lagi; tidak ada yang terjadi dua kali.',
  'console.fault': 'Terjadi gangguan di hub; rinciannya ada di lognya. Coba lagi sebentar lagi.',
  'console.inputInvalid': 'Ada isian yang tidak dapat dipakai. Periksa, lalu coba lagi.',
} as const;
