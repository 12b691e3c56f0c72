/** Words of every page that checks a code, in Indonesian. */
export const checkPageId = {
  'check.genuine': 'ASLI',
  'check.false': 'TIDAK COCOK',
  'check.unknown': 'TIDAK DAPAT DIPASTIKAN',
  'check.claimed': 'Yang tertulis di kodenya, tidak terbukti:',
  'check.photoNone': 'Tidak ada QR yang terbaca di foto itu. Foto lebih dekat, rata dan terang.',
  'check.noKey':
    'Halaman ini tidak membawa kunci hub, jadi tidak bisa memeriksa apa pun. Buka dari alamat hub.',
  'check.key': 'Nama kunci',
  'check.wholeKey': 'Kunci umum (untuk pemeriksaan dengan Python)',
  'check.address':
    'Pastikan alamat halaman ini, {{host}}, memang alamat hub pengelola: halaman palsu dapat menyebut apa saja asli.',
  'check.crashed': 'Halaman ini berhenti karena kesalahan. Muat ulang untuk melanjutkan.',
} as const;
