/** Words of the page that checks a receipt, in Indonesian. */
export const receiptPageId = {
  'receiptPage.title': 'Periksa struk',
  'receiptPage.by': 'Diperiksa dengan kunci hub {{hub}}',
  'receiptPage.stalls': 'Daftar kunci hub ini memuat {{count, number}} lapak.',
  'receiptPage.why.genuine':
    'Mesin kasir lapak ini menandatangani isi berikut, dan tidak ada yang diubah.',
  'receiptPage.why.forged':
    'Mesin kasir yang disebutnya tidak pernah menandatangani isi ini. Struknya palsu atau diubah.',
  'receiptPage.why.cutOff':
    'Mesin kasir ini sudah dicabut pengelola, dan catatan ini ada di luar batas yang diakui hub.',
  'receiptPage.why.revoked':
    'Tanda tangannya cocok, tetapi mesin kasirnya sudah dicabut: kuncinya mungkin di tangan lain. Tanyakan kepada pengelola mal.',
  'receiptPage.why.unknown':
    'Hub ini tidak mengenal mesin kasir yang disebutnya. Mungkin struknya dari mal lain, atau kasirnya belum disetujui.',
  'receiptPage.why.noKeys':
    'Daftar kunci mesin kasir tidak dapat diambil atau bukan dari hub ini. Sambungkan ke internet, lalu muat ulang halaman.',
  'receiptPage.why.unreadable':
    'Kode struknya terpotong, rusak, atau dari versi lain. Pindai ulang QR-nya, seluruhnya dan dengan cahaya cukup.',
  'receiptPage.total': 'Total',
  'receiptPage.refunded': 'Dikembalikan',
  'receiptPage.time': 'Waktu',
  'receiptPage.stall': 'Lapak',
  'receiptPage.record': 'Catatan',
  'receiptPage.device': 'Mesin kasir',
  'receiptPage.compare':
    'Cocokkan dengan struknya: total, waktu, dan nomor catatan harus sama. Bila berbeda, struknya bukan yang ini.',
  'receiptPage.meaning':
    'Penjualan ini tercatat di jurnal lapak dan tidak bisa dihapus tanpa ketahuan. Barangnya sendiri tidak ada di dalam kode.',
  'receiptPage.begin': 'Pindai QR di struk',
  'receiptPage.beginHow':
    'Pindai dengan kamera ponsel, atau ambil fotonya di sini. Pemeriksaan berjalan di ponsel ini, juga tanpa internet.',
  'receiptPage.photo': 'Ambil foto QR',
  'receiptPage.another': 'Periksa struk lain',
  'receiptPage.photoOther': 'QR di foto itu bukan kode struk.',
} as const;
