/** Words of the shell, the folder, the database and the command line. */
export const systemId = {
  'error.unknown':
    'Terjadi gangguan yang belum dikenal ({{code}}). Tidak ada yang hilang; coba sekali lagi.',
  'error.folderInUse':
    'Folder data ini sedang dipakai oleh Lapak yang lain: {{dataDir}}. Tutup yang satu itu dulu.',
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
    'Basis data ini lebih lama daripada penjualan terakhir (catatan {{databaseSeq}}, seharusnya {{headSeq}}). Berjualan ditahan; hubungi pengelola untuk pemulihan.',
  'error.deviceKeyMissing':
    'Kunci perangkat tidak ada di folder {{dataDir}}, padahal buku penjualan ada. Kembalikan berkas device-key.pem dari cadangan.',
  'error.notPermitted': 'Anda tidak berhak melakukan ini ({{permission}}).',
  'error.inputInvalid': 'Isian tidak dapat dipakai: {{detail}}.',
  'error.tillUnreachable':
    'Layar ini terputus dari Lapak. Tidak ada penjualan yang hilang; buka lagi Lapak dari tautannya.',
  'error.commandUnknown': 'Perintah {{command}} tidak dikenal.',
  'error.commandInvalid': 'Perintah tidak dapat dijalankan: {{detail}}.',
  'error.portInUse': 'Port {{port}} sedang dipakai program lain. Pilih port lain dengan --port.',
  'error.electronMissing':
    'Program Electron tidak ada di komputer ini dan tidak dapat diunduh. Sambungkan internet lalu jalankan "npx install-electron", atau pakai --shell browser.',
  'error.screenNotBuilt': 'Layar Lapak tidak dapat dibangun: {{detail}}',
  'shell.linkUsed':
    'Tautan ini sudah pernah dipakai atau salah. Jalankan "npm start" sekali lagi untuk mendapat tautan baru.',
  'shell.linkNeeded':
    'Lapak hanya terbuka lewat tautannya. Jalankan "npm start" sekali lagi untuk mendapat tautan baru.',
  'shell.foreign':
    'Permintaan ini datang dari alamat lain, jadi ditolak. Buka Lapak lewat tautannya sendiri.',
  'shell.notFound': 'Halaman ini tidak ada di Lapak.',
  'shell.inElectron': 'Lapak dibuka di jendela Electron.',
  'shell.inBrowser': 'Lapak dibuka di peramban {{browser}}.',
  'shell.inBrowserInstead': 'Electron tidak ada di sini; Lapak dibuka di peramban {{browser}}.',
  'shell.link': 'Buka tautan ini di peramban pada komputer ini (sekali pakai): {{link}}',
  'shell.alreadyRunning':
    'Lapak sudah berjalan di folder {{dataDir}}; tautan baru diminta darinya.',
  'shell.building': 'Membangun layar Lapak…',
  'shell.gettingElectron': 'Mengunduh program Electron…',
  'shell.gettingBrowser': 'Mencari peramban untuk dipasang…',
  'shell.asRoot':
    'Lapak dijalankan sebagai root, jadi jendelanya dibuka tanpa kotak pasir peramban.',
  'shell.windowClosed': 'Jendela ditutup; Lapak ikut ditutup.',
  'screen.opening': 'Membuka Lapak…',
  'screen.reconnecting': 'Keranjang tetap ada; sedang menyambung lagi…',
  'screen.startupFailed': 'Lapak belum bisa berjualan',
  'screen.dataFolder': 'Folder data',
  'screen.version': 'Versi {{version}}',
  'screen.retryHint':
    'Sesudah diperbaiki, tutup Lapak lalu buka lagi. Data penjualan tidak diubah.',
  'screen.retry': 'Periksa lagi',
  'screen.menu': 'Menu',
  'screen.register': 'Kasir',
  'screen.catalog': 'Barang',
  'screen.printer': 'Printer',
  'screen.settings': 'Pengaturan',
  'screen.language': 'Bahasa',
  'screen.cashier': 'Kasir: {{name}}',
  'screen.close': 'Tutup',
  'screen.keys': 'Tombol papan ketik',
  'screen.crashed': 'Layar ini tersendat. Penjualan yang sudah dibayar tetap tercatat.',
  'screen.reload': 'Muat ulang layar',
  'cli.usage': 'Pemakaian: npm run -s lapak -- PERINTAH [--data FOLDER] [--json] [--lang id|en]',
  'cli.about.importCatalog': 'memasukkan barang dari berkas CSV',
  'cli.about.replay': 'memasukkan riwayat penjualan dari sistem lain',
  'cli.about.verify': 'memeriksa keutuhan seluruh buku',
  'cli.about.totals': 'jumlah penjualan dan pengembalian di buku',
  'cli.about.printReceipt': 'mencetak ulang struk, ditandai SALINAN',
  'cli.about.printTest': 'mencetak halaman uji',
  'cli.reading': 'Membaca {{file}}…',
  'cli.checking': 'Memeriksa buku…',
  'cli.printing': 'Mencetak ke {{printer}}…',
  'cli.rows': '{{done, number}} dari {{total, number}} baris',
  'cli.invoices': '{{done, number}} dari {{total, number}} faktur',
  'cli.imported':
    '{{rows, number}} baris dibaca: {{added, number}} barang baru, {{updated, number}} diperbarui, {{unchanged, number}} tetap.',
  'cli.sales': '{{sales, number}} penjualan, {{total, rupiah}}',
  'cli.refunds': '{{refunds, number}} pengembalian, {{total, rupiah}}',
  'cli.stockOnly': '{{stockOnly, number}} faktur tanpa nilai, hanya mengubah stok',
  'cli.products': '{{products, number}} barang baru di katalog',
  'cli.alreadyThere': '{{alreadyThere, number}} faktur sudah ada, tidak dimasukkan lagi',
  'cli.rejected': '{{rejected, number}} sel atau baris ditolak:',
  'cli.rejectedNone': 'Tidak ada yang ditolak.',
  'cli.rejectedCell': 'Baris {{row, number}}, kolom {{column}}: {{reason}}',
  'cli.rejectedRow': 'Baris {{row, number}}: {{reason}}',
  'cli.whole': 'Buku utuh: {{records, number}} catatan diperiksa.',
  'cli.broken': 'Buku tidak utuh. Catatan pertama yang rusak: {{firstBad, number}} ({{reason}}).',
  'cli.brokenSomewhere': 'Buku tidak utuh: {{reason}}.',
  'cli.receiptPrinted': 'Salinan struk {{number}} dicetak di {{printer}}.',
  'cli.testPrinted': 'Halaman uji dicetak di {{printer}}.',
} as const;
