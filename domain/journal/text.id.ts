export const journalId = {
  'error.folderInUse':
    'Folder data ini sedang dipakai oleh Lapak atau program lain: {{dataDir}}. Tutup yang satu itu dulu.',
  'error.folderReadOnly':
    'Folder data tidak dapat ditulisi: {{dataDir}}. Beri izin menulis, lalu buka Lapak lagi.',
  'error.diskFull':
    'Penyimpanan penuh. Belum ada yang dicatat; kosongkan ruang di komputer ini, lalu ulangi.',
  'error.diskFault':
    'Penyimpanan bermasalah ({{detail}}). Belum ada yang dicatat; periksa disk, lalu ulangi.',
  'error.databaseDamaged':
    'Basis data rusak, jadi Lapak tidak berjualan dulu supaya tidak ada yang hilang. Jangan hapus folder {{dataDir}}; hubungi pengelola. ({{detail}})',
  'error.databaseNewer':
    'Basis data dibuat oleh Lapak yang lebih baru (versi {{found}}, program ini mengenal {{known}}). Pasang Lapak terbaru.',
  'error.databaseRolledBack':
    'Basis data ini lebih lama daripada penjualan terakhir (catatan {{databaseSeq}}, seharusnya {{tipSeq}}). Berjualan ditahan; hubungi pengelola untuk pemulihan.',
  'error.deviceKeyMissing':
    'Kunci perangkat tidak ada di folder {{dataDir}}, padahal buku penjualan ada. Kembalikan berkas device-key.pem dari cadangan.',
  'error.bookMissing':
    'Tidak ada buku penjualan di folder {{dataDir}}. Sebut folder yang benar dengan --data.',
  'error.bookLost':
    'Buku penjualan lapak.db tidak ada di folder {{dataDir}}, padahal kunci atau catatannya masih ada. Jangan hapus berkas lain di situ; kembalikan lapak.db dari cadangan. Kalau memang hilang, mulai lapak baru di folder lain.',
  'error.fileLost':
    'Berkas {{file}} hilang atau diganti selagi Lapak berjalan, jadi tidak ada lagi yang dicatat. Tutup Lapak, lalu buka lagi.',
  'error.tipMissing':
    'Berkas {{file}} hilang atau tidak terbaca, jadi tidak dapat dipastikan bahwa catatan {{seq}} adalah yang terakhir. Berjualan ditahan; hubungi pengelola untuk pemulihan (perintah recover).',
  'error.recoveryNotNeeded': 'Buku ini utuh, jadi tidak perlu dipulihkan.',
  'error.fileForeign':
    'Berkas {{file}} bukan berkas biasa (tautan, pipa, atau bernama dua), jadi tidak dipakai. Pindahkan, lalu buka Lapak lagi.',
  'error.clockWrong':
    'Jam komputer ini menunjukkan tahun {{year}}. Betulkan tanggal dan jamnya, lalu ulangi.',
  'error.stockTooLarge':
    'Stok barang ini akan melampaui angka terbesar yang dapat dicatat. Periksa jumlah dan isi satuannya.',
} as const;
