/** Words of the hub's own program, in Indonesian. */
export const hubId = {
  'error.hubKeyOther':
    'Kunci hub {{hub}} tidak ada di {{file}}. Salin berkas kunci dari komputer tempat hub ini dimulai.',
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
  'hub.about.totals': 'omzet menurut lapak dan tanggal; tanpa --from dan --to: hari ini',
  'hub.about.dayGrid': 'diterima, nihil, atau belum ada, untuk tiap lapak dan tanggal',
  'hub.about.verify': 'memeriksa semua kiriman kasir dan jurnal hub sendiri',
  'hub.about.rebuildTotals':
    'menjumlah semua catatan lagi dan membandingkannya dengan total; --mend membetulkan',
  'hub.totalsOf': '{{date}}  {{stall}}  {{net, rupiah}}',
  'hub.totalsSum': 'Jumlah: {{net, rupiah}} dari {{receipts, number}} struk.',
  'hub.noStalls': 'Belum ada lapak di hub ini.',
  'hub.state.received': 'diterima',
  'hub.state.nil': 'nihil',
  'hub.state.open': 'belum tutup',
  'hub.state.missing': 'belum ada',
  'hub.state.awaited': 'ditunggu',
  'hub.state.unexpected': '-',
  'hub.ledgerWhole': '{{records, number}} catatan dari {{devices, number}} kasir, semuanya utuh.',
  'hub.ledgerBroken': 'Kiriman kasir tidak utuh: {{reason}}.',
  'hub.journalWhole': 'Jurnal hub: {{records, number}} catatan, semuanya utuh.',
  'hub.journalBroken': 'Jurnal hub tidak utuh: {{reason}}.',
  'hub.totalDiffers':
    'Lapak {{stall}}, {{what}}: tersimpan {{stored, number}}, menurut catatan {{found, number}}.',
  'hub.totalsWhole':
    'Total sesuai dengan {{records, number}} catatan dari {{devices, number}} kasir.',
  'hub.serving': 'Hub {{hub}} melayani di {{url}}. Ctrl-C menghentikannya.',
  'hub.bundling': 'Membangun halaman pengelola…',
  'hub.firstLink':
    'Belum ada pengelola yang masuk. Buka tautan ini di peramban dalam 15 menit, sekali pakai: {{link}}',
  'hub.link': 'Buka tautan ini di peramban dalam 15 menit, sekali pakai: {{link}}',
  'hub.code': 'Kode untuk {{stall}}, berlaku 15 menit, sekali pakai:',
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
