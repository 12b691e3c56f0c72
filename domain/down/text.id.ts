/** Words of what the hub tells its tills, at the hub itself, in Indonesian. */
export const downId = {
  'error.downItemUnknown': 'Tidak ada pengumuman, template atau permintaan {{id}} di hub ini.',
  'error.regionUnknown': 'Wilayah {{region}} tidak ada di hub ini.',
  'error.mallUnknown': 'Pusat perbelanjaan {{mall}} tidak ada di hub ini.',
  'error.announcementOver':
    'Tanggal terakhirnya sudah lewat: tidak ada kasir yang menampilkannya. Pilih hari ini atau sesudahnya.',
  'error.bodyThere': 'Rincian catatan {{mark}} sudah ada di hub ini.',
  'error.templateTooLong':
    'Template terlalu besar: paling banyak {{maxCharacters, number}} huruf. Bagi menjadi beberapa file.',
  'error.templateNoRows':
    'Tidak satu baris pun dari berkas ini dapat masuk ke kasir. Perbaiki kode, nama dan harganya.',
  'error.templateDoubtful':
    'Angka {{example}} di kolom {{column}} dapat dibaca dua cara. Tulis tanpa pemisah ribuan, lalu pilih lagi berkasnya.',
  'hub.templateRows': '{{good, number}} baris baik, {{rejected, number}} ditolak',
  'hub.templateRejected': 'Baris {{row}}: {{why}}',
  'hub.about.announce':
    'memberi tahu semua kasir, kasir satu lapak (--stall), satu pusat perbelanjaan (--mall) atau satu wilayah (--region)',
  'hub.about.publishTemplate': 'menawarkan file katalog kepada lapak-lapak',
  'hub.about.askBody': 'meminta rincian satu catatan dari kasir sebuah lapak',
  'hub.about.withdraw': 'menarik pengumuman, template atau permintaan',
  'hub.about.downItems': 'pengumuman, template dan permintaan, yang terbaru dahulu',
  'hub.noDownItems': 'Belum ada yang disampaikan kepada kasir.',
  'hub.downItem': '{{id}}  {{to}}  versi {{version, number}}  {{what}}',
  'hub.downEnded': '(berakhir)',
} as const;
