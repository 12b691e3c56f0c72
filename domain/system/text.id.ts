export const systemId = {
  'error.notPermitted': 'Perlu izin: $t(permission.{{permission}}).',
  'error.inputTooLong': 'Isian ini terlalu panjang: paling banyak {{lettersMax, number}} huruf.',
  'error.inputInvalid':
    'Isian ini tidak dapat dipakai; rinciannya ada di lapak.log. Tidak ada yang diubah.',
  'error.tillUnreachable':
    'Layar ini terputus dari Lapak. Tidak ada penjualan yang hilang; buka lagi Lapak dari tautannya.',
  'error.portInUse': 'Port {{port}} sedang dipakai program lain. Pilih port lain dengan --port.',
  'error.linkNotDelivered':
    'Tautan tidak diterima dari keluaran standar ({{detail}}). Jalankan "npm start" sekali lagi untuk mendapat tautan baru.',
  'error.electronMissing':
    'Program Electron tidak ada di komputer ini dan tidak dapat diunduh. Sambungkan internet lalu jalankan "npx install-electron", atau pakai --shell browser.',
  'error.screenNotBundled': 'Layar Lapak tidak dapat dibangun: {{detail}}',
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
  'shell.bundling': 'Membangun layar Lapak…',
  'shell.gettingElectron': 'Mengunduh program Electron…',
  'shell.gettingBrowser': 'Mencari peramban untuk dipasang…',
  'shell.asRoot':
    'Lapak dijalankan sebagai root, jadi jendelanya dibuka tanpa kotak pasir peramban.',
  'shell.windowClosed': 'Jendela ditutup; Lapak ikut ditutup.',
  'screen.opening': 'Membuka Lapak…',
  'screen.reconnecting': 'Keranjang tetap ada; sedang menyambung lagi…',
  'screen.ended': 'Lapak sudah dimulai ulang',
  'screen.endedHow':
    'Jendela ini mati: barang, uang dan tombol tidak diterima lagi di sini. Lanjutkan di jendela Lapak yang baru.',
  'screen.endedCart': 'Keranjang ini ada di sana.',
  'screen.endedMissing':
    'Yang ini tidak sampai ke kasir sebelum terputus. Cocokkan dengan keranjang di sana:',
  'screen.endedLine': '{{name}}: di jendela ini {{here}}, sampai di kasir {{there}}',
  'screen.endedPaying':
    'Penjualan tadi mungkin sudah tercatat, mungkin belum. Lihat di sana sebelum menerima uang lagi.',
  'screen.startupFailed': 'Lapak belum bisa berjualan',
  'screen.dataFolder': 'Folder data',
  'screen.version': 'Versi {{version}}',
  'screen.retryHint':
    'Sesudah diperbaiki, tutup Lapak lalu buka lagi. Data penjualan tidak diubah.',
  'screen.retry': 'Periksa lagi',
  'screen.unsavedAsk': 'Buang yang belum disimpan?',
  'screen.unsavedKeep': 'Lanjut mengisi',
  'screen.unsavedDrop': 'Buang',
  'screen.menu': 'Menu',
  'screen.register': 'Kasir',
  'screen.sales': 'Penjualan',
  'screen.claims': 'Cek pembayaran',
  'screen.shift': 'Shift',
  'screen.fees': 'Iuran',
  'screen.catalog': 'Barang',
  'screen.printer': 'Printer',
  'screen.trail': 'Jejak audit',
  'screen.hub': 'Hub',
  'screen.settings': 'Pengaturan',
  'screen.language': 'Bahasa',
  'screen.cashier': 'Kasir: {{name}}',
  'screen.close': 'Tutup',
  'screen.held': 'Tunggu sampai selesai',
  'screen.keys': 'Tombol papan ketik',
  'screen.crashed': 'Layar ini tersendat. Penjualan yang sudah dibayar tetap tercatat.',
  'screen.notLoaded': 'Layar ini belum termuat',
  'screen.notLoadedHow': 'Pastikan Lapak masih berjalan, lalu muat ulang. Keranjang tetap ada.',
  'screen.reload': 'Muat ulang layar',
  'error.fault':
    'Terjadi gangguan di dalam Lapak ({{name}}); rinciannya ada di lapak.log. Periksa dulu apakah yang tadi sudah tercatat, baru ulangi.',
} as const;
