/** Words of the page that checks a kuitansi, in Indonesian. */
export const kuitansiPageId = {
  'kuitansi.page': 'Periksa kuitansi',
  'kuitansi.by': 'Diperiksa dengan kunci hub {{hub}}',
  'kuitansi.genuineHow': 'Isi berikut ditandatangani oleh hub ini dan tidak diubah.',
  'kuitansi.forgedHow':
    'Hub ini tidak pernah menandatangani isi ini. Jangan terima kuitansinya; tanyakan kepada pengelola mal.',
  'kuitansi.otherHubHow':
    'Kode ini menyebut kunci hub lain ({{key}}). Periksa di halaman hub itu, atau tanyakan kepada pengelola mal.',
  'kuitansi.unreadableHow':
    'Kode kuitansinya terpotong atau rusak. Pindai ulang QR-nya, seluruhnya dan dengan cahaya cukup.',
  'kuitansi.number': 'Nomor',
  'kuitansi.date': 'Tanggal',
  'kuitansi.stall': 'Lapak',
  'kuitansi.amount': 'Jumlah',
  'kuitansi.terbilang': 'Terbilang',
  'kuitansi.compare':
    'Cocokkan dengan kertasnya: nomor, tanggal, lapak dan jumlah harus sama. Bila berbeda, kertasnya bukan yang ini.',
  'kuitansi.cancelled':
    'Kuitansi yang dibatalkan kemudian tetap terbaca asli di sini; daftar pembatalan ada pada pengelola.',
  'kuitansi.begin': 'Pindai QR di kuitansi',
  'kuitansi.beginHow':
    'Pindai dengan kamera ponsel, atau ambil fotonya di sini. Pemeriksaan berjalan di ponsel ini, juga tanpa internet.',
  'kuitansi.photo': 'Ambil foto QR',
  'kuitansi.another': 'Periksa kuitansi lain',
  'kuitansi.photoOther': 'QR di foto itu bukan kode kuitansi.',
} as const;
