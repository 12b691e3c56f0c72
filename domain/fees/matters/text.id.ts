/** Words of what is beside charging and paying, in Indonesian. */
export const feeMattersId = {
  'error.feeMatterUnknown': 'Itu tidak ada (lagi) di sini ({{id}}). Muat ulang, lalu pilih lagi.',
  'error.feeMatterDone':
    'Ini sudah diselesaikan sebelumnya, jadi tidak ada yang berubah. Muat ulang untuk melihat hasilnya.',
  'error.claimPaymentUsed':
    'Kuitansi itu sudah menjawab laporan lain dari lapak ini. Bila laporannya dikirim dua kali, tolak yang kedua.',
  'error.disputeOpen':
    'Sanggahan atas tagihan ini sudah diajukan dan menunggu jawaban pengelola. Tunggu jawabannya dahulu.',
  'error.disputeNotUpheld':
    'Potongan hanya untuk sanggahan yang diterima. Jawab sanggahannya dahulu.',
  'error.photoWrong': 'Itu bukan foto JPEG atau PNG yang utuh. Pilih atau ambil foto lain.',
  'error.messagesTooMany':
    'Lapak ini sudah mengirim {{max, number}} kali hari ini, dan itu batasnya. Kirim lagi besok, atau datang ke kantor mal.',
  'error.monthUnfinished':
    'Bulan {{month}} belum ditutup: masih ada {{findings, number}} hal yang terbuka. Selesaikan dahulu, atau tutup dengan alasan.',
  'error.monthUnbalanced':
    'Buku tidak sesuai dengan tagihan lapak: selisih {{amount, rupiah}} di {{account}}. Jalankan npm run hub -- verify, dan jangan tutup bulan ini.',
  'error.monthToCome': 'Bulan {{month}} belum tiba. Pilih bulan ini atau sebelumnya.',
  'error.monthOpen': 'Bulan {{month}} tidak tertutup, jadi tidak perlu dibuka.',
  'error.journalTooLong':
    'Jurnal bulan ini {{lines, number}} baris, paling banyak {{most, number}} di sini. Minta pengurus hub menjalankan export-ledger.',
  'error.drawerNotEmpty':
    'Menurut buku di laci kantor masih ada {{balance, rupiah}}. Setorkan ke bank atau hitung isinya dahulu, lalu tutup.',
  'error.drawerShort':
    'Menurut buku, sejak tanggal itu yang bisa diambil dari laci kantor hanya {{expected, rupiah}}. Hitung isinya dahulu, kurangi jumlahnya, atau pilih rekening lain.',
  'fees.book.receivable': 'Piutang lapak',
  'fees.book.advance': 'Titipan lapak',
  'fees.book.deposit': 'Uang jaminan lapak',
  'fees.book.revenue-electricity': 'Pendapatan listrik',
  'fees.book.revenue-cleaning': 'Pendapatan kebersihan',
  'fees.book.revenue-penalty': 'Pendapatan denda',
  'fees.book.revenue-other': 'Pendapatan lain',
  'fees.book.opening': 'Saldo awal',
  'fees.book.acquirer-fee': 'Biaya QRIS',
  'fees.book.bank-fee': 'Biaya bank',
  'fees.book.interest': 'Bunga bank',
  'fees.book.drawer-difference': 'Selisih laci kantor',
  'fees.book.other-in': 'Uang masuk lain',
  'fees.book.other-out': 'Uang keluar lain',
  'fees.book.money': 'Rekening {{account}}',
  'fees.ledger.on': 'tanggal',
  'fees.ledger.mall': 'mal',
  'fees.ledger.stall': 'lapak',
  'fees.ledger.what': 'jenis',
  'fees.ledger.debit': 'debit',
  'fees.ledger.credit': 'kredit',
  'fees.ledger.debitName': 'akun debit',
  'fees.ledger.creditName': 'akun kredit',
  'fees.ledger.amount': 'jumlah',
  'fees.ledger.note': 'keterangan',
  'fees.ledger.act': 'id',
  'fees.ledger.line': 'baris',
  'fees.ledgerExported':
    '{{count, number}} baris jurnal ditulis ke {{file}}: debit dan kredit masing-masing {{amount, rupiah}}.',
  'fees.monthClosed': 'Bulan {{month}} mal {{mall}} ditutup: {{posted, rupiah}} dibukukan.',
  'fees.monthReopened': 'Bulan {{month}} mal {{mall}} dibuka lagi atas nama federasi.',
  'fees.finding.rows-unmatched':
    '{{account}}: {{count, number}} baris mutasi belum dicocokkan, {{amount, rupiah}}.',
  'fees.finding.drawer-uncounted':
    'Laci {{account}} belum dihitung: seharusnya {{amount, rupiah}}.',
  'fees.finding.uncharged': '{{count, number}} lapak berkontrak belum ditagih penuh.',
  'fees.finding.unbalanced': 'Akun {{account}} selisih {{amount, rupiah}} dari tagihan lapak.',
  'fees.finding.not-over': 'Bulan ini masih {{count, number}} hari lagi.',
  'hub.about.exportLedger':
    'menulis jurnal iuran ke FILE (.csv atau .xlsx); tanpa --from, --to: bulan ini',
  'hub.about.closeMonth': 'menutup sebuah bulan iuran; --note menutupnya walau ada yang terbuka',
  'hub.about.reopenMonth': 'membuka lagi bulan yang tertutup, atas nama federasi',
  'hub.feesWhole': 'Buku iuran: {{acts, number}} catatan, semuanya sesuai dengan jurnal.',
  'hub.feesDiffer':
    'Buku iuran tidak sesuai dengan jurnal: {{table}} {{id}}, {{column}}: tersimpan “{{stored}}”, menurut jurnal “{{found}}”.',
} as const;
