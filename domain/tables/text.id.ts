export const tablesId = {
  'error.fileUnreadable':
    'Berkas {{file}} tidak dapat dibaca. Periksa nama dan izinnya, lalu coba lagi.',
  'error.fileUnwritable':
    'Berkas {{file}} tidak dapat ditulis. Pilih nama atau folder lain, lalu coba lagi.',
  'error.fileTooLarge':
    'Berkas terlalu besar; paling besar {{maxMegabytes}} MB. Bagi menjadi beberapa berkas.',
  'error.csvBroken':
    'Berkas CSV rusak pada baris {{line}}: tanda kutip di baris judul tidak berpasangan, atau isinya bukan teks. Simpan ulang sebagai CSV lalu coba lagi.',
  'error.csvEmpty': 'Berkas ini kosong. Isi baris judul dan barisnya, lalu coba lagi.',
  'error.csvColumnMissing':
    'Kolom yang tidak ada di berkas CSV: {{columns}}. Tambahkan ke baris judul, lalu coba lagi.',
  'error.csvColumnTwice':
    'Kolom yang dua kali ada di berkas CSV: {{columns}}. Hapus atau ganti nama salah satunya, lalu coba lagi.',
  'error.numberStyleDoubtful':
    'Angka di kolom {{column}} dapat dibaca dua cara: {{example}} bisa {{thousandsMilli, quantity}} (--decimal {{thousandsMark}}) atau {{decimalMilli, quantity}} (--decimal {{decimalMark}}). Jalankan lagi dengan salah satunya.',
  'error.tableTooLong':
    'Berkas terlalu panjang; paling banyak {{maxRows, number}} baris. Bagi menjadi beberapa berkas.',
  'error.workbookBroken':
    'Berkas Excel rusak ({{detail}}). Unduh lagi, atau simpan ulang sebagai XLSX, lalu coba lagi.',
  'error.workbookLocked':
    'Berkas Excel ini memakai kata sandi, atau format lama XLS. Simpan sebagai XLSX tanpa kata sandi, lalu coba lagi.',
  'error.workbookUnfolds':
    'Isi berkas Excel ini melebihi {{maxMegabytes}} MB setelah dibuka, jadi tidak dibaca. Minta berkas aslinya kepada bank.',
} as const;
