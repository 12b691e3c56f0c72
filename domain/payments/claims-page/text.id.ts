/** Words of claimed payments: loaded with the page that lists them. */
export const claimsPageId = {
  'error.claimChanged':
    'Pembayaran struk {{number}} sudah dicek orang lain sejak daftar ini dibuka. Lihat lagi daftarnya.',
  'error.claimUnknown': 'Di struk {{number}} tidak ada pembayaran yang harus dicek.',
  'error.reportOther':
    'Laporan ini tidak lagi cocok dengan pembayaran struk {{number}}. Buka lagi laporannya.',
  'error.reportUnknown':
    'Berkas ini bukan laporan QRIS: tidak ada kolom tanggal dan nominal di dalamnya. Unduh laporan transaksi dari penyedia QRIS sebagai CSV atau XLSX.',
} as const;
