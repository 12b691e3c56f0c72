export const historyId = {
  'history.reason.quote':
    'Tanda kutip di baris ini tidak berpasangan, salah letak, atau selnya memuat pemisah dan baris baru sekaligus.',
  'history.reason.lineTooLong': 'Baris ini terlalu panjang.',
  'history.reason.cells': 'Jumlah selnya tidak sama dengan baris judul.',
  'history.reason.invoice': 'Nomor fakturnya kosong atau lebih dari 60 huruf.',
  'history.reason.code': 'Kode barangnya kosong atau lebih dari 40 huruf.',
  'history.reason.quantity':
    'Jumlahnya harus angka, bukan nol, paling banyak tiga angka di belakang koma.',
  'history.reason.price': 'Harganya bukan angka yang dapat dibaca.',
  'history.reason.priceNegative': 'Harganya kurang dari nol.',
  'history.reason.date': 'Tanggalnya tidak dapat dibaca atau tidak ada di kalender.',
  'history.reason.future': 'Tanggalnya belum terjadi.',
  'history.reason.mixed':
    'Faktur ini berisi penjualan dan pengembalian sekaligus, jadi tidak dimasukkan.',
  'history.reason.refundPositive':
    'Nomornya nomor pengembalian, tetapi jumlahnya tidak kurang dari nol. Atur --refund-prefix.',
  'history.reason.tooManyLines': 'Faktur ini lebih dari 1.000 baris, jadi tidak dimasukkan.',
  'history.reason.tooLarge': 'Nilainya terlalu besar untuk satu penjualan atau satu berkas.',
  'history.reason.invoiceRejected':
    'Baris lain dari faktur ini ditolak, jadi seluruh faktur tidak dimasukkan.',
} as const;
