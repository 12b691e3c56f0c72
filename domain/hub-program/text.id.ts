/** Words of the hub's own program, in Indonesian. */
export const hubId = {
  'error.hubKeyOther':
    'Kunci hub {{hub}} tidak ada di {{file}}. Salin berkas kunci dari komputer tempat hub ini dimulai.',
  'error.hubFileLost':
    'Berkas {{file}} hilang, diganti, atau terpotong selagi hub berjalan. Hub berhenti; yang datang sesudahnya tidak diakui dan dikirim kasir lagi. Kembalikan berkas itu, lalu jalankan hub lagi.',
  'error.hubForgot':
    'Folder {{dataDir}} punya kunci hub (hub-key) atau sisa datanya, tetapi basis datanya hilang atau kosong. Kembalikan hub.db dari cadangan, atau betulkan DATABASE_URL. Kalau data itu memang hilang: serve --begin-anew memulai hub kosong dengan kunci yang sama; semua kasir lalu didaftarkan lagi dan mengirim semuanya lagi.',
  'error.hubDamaged':
    'Basis data hub di folder {{dataDir}} rusak, jadi hub tidak berjalan. Jangan hapus apa pun di situ; kembalikan hub.db dari cadangan: kasir mengirim lagi yang kurang. ({{detail}})',
  'error.hubDiskFull':
    'Penyimpanan hub penuh, jadi ini tidak tercatat. Kosongkan ruang di komputer hub atau di server PostgreSQL-nya, lalu ulangi.',
  'error.hubDatabaseHeld':
    'Program lain sedang memegang basis data hub ({{detail}}), jadi ini tidak dilakukan. Ulangi sebentar lagi.',
  'error.hubDatabaseSilent':
    'PostgreSQL di DATABASE_URL tidak menjawab ({{detail}}), jadi perintah ini berhenti. Jalankan PostgreSQL dulu, lalu ulangi.',
  'error.hubRightsMissing':
    'Peran PostgreSQL di DATABASE_URL kurang hak: {{detail}}. Jadikan peran itu pemilik basis datanya (docs/adr/0020-row-level-security.md), lalu ulangi.',
  'error.hubFault':
    'Terjadi gangguan di dalam hub ({{name}}); rinciannya ada di baris sebelum ini. Periksa dulu apakah yang diminta sudah terjadi, baru ulangi.',
  'error.stallUnknown': 'Lapak {{stall}} tidak ada di hub ini.',
  'error.deviceUnknown': 'Tidak ada kasir {{device}} di hub ini.',
  'error.deviceNotOne':
    '{{devices, number}} kasir berawalan {{device}}. Sebut lebih banyak angkanya.',
  'hub.usage': 'Pemakaian: npm run -s hub -- PERINTAH [--data FOLDER] [--json] [--lang id|en]',
  'hub.about.serve': 'menjalankan hub sampai dihentikan; juga tanpa nama perintah',
  'hub.about.link': 'membuat tautan sekali pakai untuk masuk sebagai pengelola',
  'hub.about.enrolmentCode': 'membuat kode sekali pakai untuk mendaftarkan kasir sebuah lapak',
  'hub.about.devices': 'semua kasir yang terdaftar',
  'hub.about.approve': 'menyetujui kasir yang menunggu',
  'hub.about.revoke': 'mencabut kasir; catatannya sampai --through tetap sah',
  'hub.about.totals': 'omzet per lapak dan tanggal, atau --sum saja; tanpa --from, --to: hari ini',
  'hub.about.dayGrid': 'diterima, nihil, atau belum ada, untuk tiap lapak dan tanggal',
  'hub.about.verify': 'memeriksa semua kiriman kasir dan jurnal hub sendiri',
  'hub.about.rebuildTotals':
    'menilai dan menjumlah semua catatan lagi, lalu membandingkan yang tertulis; --mend membetulkan',
  'hub.totalsOf': '{{date}}  {{stall}}  {{net, rupiah}}',
  'hub.totalsSum': 'Jumlah: {{net, rupiah}} dari {{receipts, number}} struk.',
  'hub.noStalls': 'Belum ada lapak di hub ini.',
  'hub.ledgerWhole': '{{records, number}} catatan dari {{devices, number}} kasir, semuanya utuh.',
  'hub.ledgerBroken':
    'Kiriman kasir tidak utuh: {{faults, number}} kesalahan di {{records, number}} catatan dari {{devices, number}} kasir.',
  'hub.ledgerProved':
    '{{count, number}} catatan bertanda tangan salah, tetapi dibuktikan oleh catatan sesudahnya. Periksa kasirnya.',
  'hub.ledgerMore': 'Dan {{count, number}} lagi.',
  'hub.ledgerFault.key-unknown': '{{where}}: kunci kasirnya tidak ada di hub',
  'hub.ledgerFault.record-gone': '{{where}}: catatan hilang',
  'hub.ledgerFault.leaf-differs': '{{where}}: isinya bukan yang diterima',
  'hub.ledgerFault.unsigned': '{{where}}: tidak ditandatangani kasirnya',
  'hub.ledgerFault.tree-differs': '{{where}}: tanda terima hub bukan dari catatan ini',
  'hub.ledgerFault.nodes-differ': '{{where}}: bukti tersimpan bukan dari catatan ini',
  'hub.journalWhole': 'Jurnal hub: {{records, number}} catatan, semuanya utuh.',
  'hub.journalBroken': 'Jurnal hub tidak utuh: {{reason}}.',
  'hub.recordsDiffer': '{{records, number}} catatan tidak sesuai dengan yang tertulis tentangnya.',
  'hub.wordDiffers':
    'Lapak {{stall}}: tersimpan “{{stored}}”, menurut catatan “{{found}}” [{{what}}].',
  'hub.totalDiffers':
    'Lapak {{stall}}: tersimpan {{stored, number}}, menurut catatan {{found, number}} [{{what}}].',
  'hub.totalsWhole':
    'Total sesuai dengan {{records, number}} catatan dari {{devices, number}} kasir.',
  'hub.serving': 'Hub {{hub}} melayani di {{url}}. Ctrl-C menghentikannya.',
  'hub.bundling': 'Membangun halaman pengelola…',
  'hub.firstLink':
    'Belum ada pengelola yang masuk. Buka tautan ini di peramban dalam 15 menit, sekali pakai: {{link}}',
  'hub.link': 'Buka tautan ini di peramban dalam 15 menit, sekali pakai: {{link}}',
  'hub.code': 'Kode untuk {{stall}}, berlaku 15 menit, sekali pakai:',
  'hub.codeKey': 'Kunci hub, bila kasir bertanya: {{key}}',
  'hub.invitation': 'Atau tempel/pindai undangan ini di kasir:',
  'hub.noDevices': 'Belum ada kasir yang terdaftar.',
  'hub.device.waiting': '{{device}} lapak {{stall}}: menunggu persetujuan',
  'hub.device.active': '{{device}} lapak {{stall}}: aktif',
  'hub.device.revoked': '{{device}} lapak {{stall}}: dicabut',
  'error.recordUnknown': 'Catatan {{leaf}} tidak ada di lapak ini.',
  'error.linkWrong':
    'Tautan masuk salah, sudah dipakai, atau lewat 15 menit. Minta yang baru: npm run hub -- link',
  'error.signInNeeded': 'Masuk dahulu dengan tautan pengelola.',
} as const;
