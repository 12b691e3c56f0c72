/** Words of reading bank and settlement files, in Indonesian. */
export const bankId = {
  'error.statementPdf':
    'Ini berkas PDF, yang tidak dapat dibaca sebagai tabel. Unduh mutasinya dari bank sebagai CSV atau XLSX.',
  'error.statementFormatKnown':
    'Berkas {{format}} sudah dikenal tanpa perlu diajari. Langsung masukkan berkasnya.',
  'error.statementUnknown':
    'Berkas ini tidak dikenal: tidak ada baris judul mutasi bank di dalamnya. Unduh mutasi sebagai CSV atau XLSX, atau ajari cara membacanya di halaman Bank.',
  'error.statementUnfit':
    'Berkas ini bukan {{profile}}: kolom {{columns}} tidak ada. Pilih cara membaca bank yang sesuai, atau unduh laporan yang benar.',
  'error.statementBroken':
    'Berkas bank ini rusak atau terpotong ({{detail}}). Unduh lagi dari bank, lalu coba lagi.',
  'error.statementYearUnknown':
    'Tanggal di berkas ini tanpa tahun, dan tidak ada baris periode. Sebutkan hari terakhirnya, lalu coba lagi.',
  'error.statementCurrency':
    'Mutasi ini dalam {{currency}}; yang dapat dibaca hanya rupiah. Pilih rekening rupiah.',
  'error.statementAccounts':
    'Berkas ini milik rekening {{accounts}}. Pilih rekening yang sesuai, lalu coba lagi.',
  'error.statementNumbersDoubtful':
    'Angka {{example}} di kolom {{column}} dapat dibaca dua cara. Tetapkan tanda desimalnya di cara membaca bank ini, lalu coba lagi.',
  'bank.reason.quote': 'Tanda kutip tidak berpasangan',
  'bank.reason.lineTooLong': 'Baris ini terlalu panjang',
  'bank.reason.cellsWrong': 'Jumlah sel tidak sama dengan jumlah judul kolom: {{value}}',
  'bank.reason.formula': 'Berisi rumus; berkas asli bank hanya berisi nilai',
  'bank.reason.dateMissing': 'Tanpa tanggal',
  'bank.reason.dateInvalid': 'Bukan tanggal: {{value}}',
  'bank.reason.dateDoubtful': 'Hari dan bulan dapat tertukar: {{value}}',
  'bank.reason.dateOutside': 'Tanggal di luar periode berkas: {{value}}',
  'bank.reason.amountMissing': 'Tanpa jumlah',
  'bank.reason.amountInvalid': 'Bukan jumlah uang: {{value}}',
  'bank.reason.amountTooLarge': 'Jumlah terlalu besar: {{value}}',
  'bank.reason.amountTwice': 'Debet dan kredit sama-sama terisi',
  'bank.reason.signMissing': 'Tidak jelas masuk atau keluar: {{value}}',
  'bank.reason.signUnknown': 'Tanda masuk atau keluar tidak dikenal: {{value}}',
  'bank.reason.balanceInvalid': 'Bukan saldo: {{value}}',
  'bank.reason.currencyOther': 'Bukan rupiah: {{value}}',
  'bank.note.amountZero': 'Nilainya nol, jadi dilewati',
  'bank.note.balanceBroken': 'Saldo tidak menyambung dengan baris sebelumnya',
  'bank.note.openingMissing': 'Saldo awal tidak ada',
  'bank.note.closingMissing': 'Saldo akhir tidak ada; berkas mungkin terpotong',
  'bank.note.totalDiffers': 'Jumlah debet atau kredit tidak sama dengan yang ditulis bank',
  'bank.note.statementsApart': 'Saldo awal bagian ini tidak sama dengan saldo akhir sebelumnya',
  'bank.note.netDiffers': 'Bruto dikurangi potongan tidak sama dengan neto',
  'bank.note.notSettled': 'Belum atau tidak diselesaikan, jadi dilewati',
} as const;
