export const organisationId = {
  'error.organisationKindUnknown':
    'Judul kolom berkas ini tidak menunjukkan isinya. Beri tepat satu kolom kunci, sesuai isinya: {{titles}}. Lalu coba lagi.',
  'error.organisationHeaderBelow':
    'Baris {{line}} dibaca sebagai judul kolom, tetapi judulnya ada di baris {{titles}}. Hapus baris-baris di atas judul kolom, lalu coba lagi.',
  'error.organisationChanged':
    'Organisasi berubah setelah berkas ini diperiksa; belum ada yang masuk. Lihat dulu apa yang akan berubah sekarang.',
  'organisation.about.import':
    'memasukkan wilayah, mal, unit, anggota, lapak, atau kontrak dari berkas CSV',
  'organisation.about.export':
    'menulis satu jenis (--kind) ke berkas CSV, atau contohnya (--example)',
  'organisation.file': '{{file}} ({{kind}})',
  'organisation.more': 'dan {{count, number}} baris lagi',
  'organisation.unknownColumns': 'Kolom yang tidak dipakai: {{columns}}',
  'organisation.exported': 'Data {{kind}} ditulis ke {{file}}.',
  'organisation.kind.federation': 'federasi',
  'organisation.kind.region': 'wilayah',
  'organisation.kind.mall': 'mal',
  'organisation.kind.unit': 'unit',
  'organisation.kind.member': 'anggota',
  'organisation.kind.stall': 'lapak',
  'organisation.kind.contract': 'kontrak',
  'organisation.reason.quote':
    'Tanda kutip di baris ini tidak berpasangan, salah letak, atau selnya memuat pemisah dan baris baru sekaligus',
  'organisation.reason.lineTooLong': 'Baris ini terlalu panjang',
  'organisation.reason.cellsWrong': 'Jumlah sel tidak sama dengan jumlah judul kolom: {{value}}',
  'organisation.reason.missing': 'Kosong; harus diisi',
  'organisation.reason.tooLong': 'Terlalu panjang: paling banyak {{other}} huruf',
  'organisation.reason.codeInvalid':
    'Kode hanya boleh huruf, angka, tanda hubung, dan titik, paling panjang 32: {{value}}',
  'organisation.reason.codeCase': '{{value}} dan {{other}} hanya berbeda huruf besar dan kecil',
  'organisation.reason.twice': '{{value}} sudah ada di baris {{other}}',
  'organisation.reason.numberInvalid': 'Bukan angka: {{value}}',
  'organisation.reason.numberTooLarge': 'Angkanya terlalu besar: {{value}}',
  'organisation.reason.numberNegative': 'Tidak boleh kurang dari nol: {{value}}',
  'organisation.reason.rupiahFraction': 'Harus rupiah bulat: {{value}}',
  'organisation.reason.sizeInvalid':
    'Luas dalam m² harus lebih dari nol, paling banyak dua angka di belakang koma: {{value}}',
  'organisation.reason.dateInvalid': 'Bukan tanggal: {{value}}; tulis 2026-11-29 atau 29/11/2026',
  'organisation.reason.dateDoubtful':
    'Tanggal {{value}} bisa dibaca dua cara, karena tanggal lain di berkas ini menulis bulan dulu; tulis 2026-11-29',
  'organisation.reason.datesReversed': 'Hari terakhir {{value}} sebelum hari pertama {{other}}',
  'organisation.reason.regionUnknown': 'Wilayah {{value}} tidak dikenal',
  'organisation.reason.mallUnknown': 'Mal {{value}} tidak dikenal',
  'organisation.reason.unitUnknown': 'Unit {{value}} tidak ada di mal {{other}}',
  'organisation.reason.memberUnknown': 'Anggota {{value}} tidak dikenal',
  'organisation.reason.stallUnknown': 'Lapak {{value}} tidak dikenal',
  'organisation.reason.nmidInvalid':
    'Bukan NMID seperti ID1020021181745, yang tercetak di stiker QRIS: {{value}}',
  'organisation.reason.villageInvalid':
    'Bukan kode desa Kementerian Dalam Negeri seperti 32.73.01.1001: {{value}}',
  'organisation.reason.villageUnknown':
    'Desa {{value}} tidak ada di daftar Kementerian Dalam Negeri',
  'organisation.reason.mallOther': 'Lapak ini ada di mal {{other}}, bukan {{value}}',
  'organisation.reason.mallFixed':
    'Lapak ini punya kontrak atau omzet di mal {{other}}; di mal {{value}} buatlah lapak baru',
  'organisation.reason.stallTaken':
    'Lapak {{value}} punya kontrak lain di hari yang sama: {{other}}',
  'organisation.reason.unitTaken': 'Unit {{value}} sudah dipakai di hari yang sama: {{other}}',
} as const;
