/** Words of audit packs, in Indonesian. */
export const auditId = {
  'audit.about.export':
    'menulis paket audit sebuah lapak: semua bukti angkanya dari --from sampai --to',
  'audit.about.verify': 'memeriksa paket audit tanpa hub; --hub-key menentukan hub yang dipercaya',
  'audit.exporting': 'Menulis {{file}}: {{megabytes, number}} MB…',
  'audit.exported': 'Paket audit lapak {{stall}}, {{from}} sampai {{to}}, ditulis ke {{file}}.',
  'audit.key': 'Hub {{hub}}, kunci {{key}}. Sampaikan kunci ini kepada auditor lewat jalan lain.',
  'audit.checking': 'Memeriksa {{file}}: {{lines, number}} baris…',
  'audit.whole':
    'Paket utuh. Lapak {{stall}}, {{from}} sampai {{to}}: {{records, number}} catatan dari {{devices, number}} kasir diperiksa, {{shown, number}} di antaranya lengkap.',
  'audit.wrongSignatures':
    'Tanda tangan {{count, number}} catatan sendiri salah, tetapi dibuktikan catatan kasir sesudahnya: periksa diska kasir itu.',
  'audit.byWord':
    '{{count, number}} catatan tidak dihitung dan hanya hub yang menyebut sebabnya: periksa di hub.',
  'audit.ofHub':
    'Ditandatangani hub {{hub}}. Cocokkan kuncinya dengan yang disampaikan hub: {{key}}',
  'audit.ofKnownHub': 'Ditandatangani hub {{hub}}, dengan kunci yang disebut.',
  'audit.broken': 'Paket tidak dapat dipercaya. Baris {{firstBad}}: {{reason}}.',
  'audit.brokenSomewhere': 'Paket tidak dapat dipercaya: {{reason}}.',
} as const;
