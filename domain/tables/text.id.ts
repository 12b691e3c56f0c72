export const tablesId = {
  'error.fileUnreadable': 'Berkas {{file}} tidak dapat dibaca.',
  'error.fileTooLarge': 'Berkas terlalu besar; paling besar {{maxMegabytes}} MB.',
  'error.csvBroken':
    'Berkas CSV rusak pada baris {{line}}: ada tanda kutip yang tidak berpasangan, atau isinya bukan teks. Simpan ulang sebagai CSV lalu coba lagi.',
  'error.csvColumnMissing': 'Kolom {{column}} tidak ada di berkas CSV.',
} as const;
