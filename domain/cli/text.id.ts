export const cliId = {
  'error.commandUnknown': 'Perintah {{command}} tidak dikenal.',
  'error.commandInvalid': 'Perintah tidak dapat dijalankan: {{detail}}.',
  'error.commandStopped':
    'Dihentikan. Yang sudah masuk tetap tercatat; jalankan perintah yang sama lagi untuk meneruskan.',
  'error.lineInvalid': 'Baris ini tidak dapat dijalankan: {{detail}}',
  'error.lineTooLong': 'Baris ini terlalu panjang: paling banyak {{lettersMax, number}} huruf.',
  'error.keptUnknown': 'Belum ada baris sebelumnya yang menyimpan {{kept}}.',
  'error.callUnknown': 'Panggilan {{call}} tidak ada.',
  'error.timeNotGiven':
    'Baris ini menyebut jam (at), tetapi jam Lapak tidak diatur. Jalankan dengan --clock given.',
  'error.timeNeeded':
    'Dengan --clock given, baris pertama harus menyebut jamnya (at), misalnya 2026-11-24T09:00:00+07:00.',
  'error.nameNotOne':
    'Nama {{name}} dipakai {{people, number}} orang. Sebut samarannya, misalnya kasir-2.',
  'cli.askHelp': '--help menyebut semua perintah.',
  'cli.usage': 'Pemakaian: npm run -s lapak -- PERINTAH [--data FOLDER] [--json] [--lang id|en]',
  'cli.about.importCatalog': 'memasukkan barang dari berkas CSV',
  'cli.about.exportCatalog': 'menulis semua barang ke berkas CSV',
  'cli.about.replay': 'memasukkan riwayat penjualan dari sistem lain',
  'cli.about.verify': 'memeriksa keutuhan seluruh buku',
  'cli.about.totals': 'jumlah penjualan dan pengembalian di buku',
  'cli.about.z': 'laporan Z menurut nomornya, atau yang terakhir',
  'cli.about.shifts': 'semua shift dengan laporan Z-nya, yang terbaru dulu',
  'cli.about.auditTrail': 'siapa melakukan apa dan kapan, yang terbaru dulu',
  'cli.about.play':
    'menjalankan panggilan dari berkas, satu baris satu, dengan aturan yang sama seperti di layar',
  'cli.played': 'Baris {{line}}: {{call}}, beres.',
  'cli.playFailed': 'Baris {{line}}: {{message}}',
  'cli.noShifts': 'Belum ada shift.',
  'cli.noTrail': 'Tidak ada catatan yang cocok.',
  'cli.shiftClosed':
    'Shift {{shift}}, laci {{drawer}}: {{opened}} – {{closed}}, {{number}}, omzet {{net, rupiah}}, selisih {{difference, rupiah}}',
  'cli.shiftOpen': 'Shift {{shift}}, laci {{drawer}}: dibuka {{opened}}, belum ditutup',
  'cli.about.printReceipt': 'mencetak ulang struk, ditandai SALINAN',
  'cli.about.printTest': 'mencetak halaman uji',
  'cli.notDelivered': 'Jawaban tidak dapat ditulis ke keluaran standar ({{reason}}).',
  'cli.reading': 'Membaca {{file}}…',
  'cli.checking': 'Memeriksa buku…',
  'cli.printing': 'Mencetak ke {{printer}}…',
  'cli.rows': '{{done, number}} dari {{total, number}} baris',
  'cli.invoices': '{{done, number}} dari {{total, number}} faktur',
  'cli.imported':
    '{{rows, number}} baris dibaca: {{added, number}} baru, {{updated, number}} diperbarui, {{unchanged, number}} tetap, {{rejectedRows, number}} ditolak.',
  'cli.wouldImport':
    'Uji coba, belum ada yang diubah. {{rows, number}} baris dibaca: {{added, number}} baru, {{updated, number}} akan diperbarui, {{unchanged, number}} tetap, {{rejectedRows, number}} ditolak.',
  'cli.exported': 'Semua barang ditulis ke {{file}}.',
  'cli.wouldReplay': 'Uji coba, belum ada yang dicatat. Yang akan masuk:',
  'cli.sales': '{{sales, number}} penjualan, {{total, rupiah}}',
  'cli.refunds': '{{refunds, number}} pengembalian, {{total, rupiah}}',
  'cli.stockOnly': '{{stockOnly, number}} faktur tanpa nilai, hanya mengubah stok',
  'cli.products': '{{products, number}} barang baru di katalog',
  'cli.alreadyThere': '{{alreadyThere, number}} faktur sudah ada, tidak dimasukkan lagi',
  'cli.differs':
    '{{differs, number}} faktur di antaranya berbeda dari yang sudah tercatat, dan dibiarkan:',
  'cli.differsFrom':
    'Faktur {{document}} tanggal {{date}}: tercatat {{booked, rupiah}}, di berkas {{inFile, rupiah}}',
  'cli.noteCell': 'Baris {{row}}, kolom {{column}}, peringatan: {{note}}',
  'cli.rejected': '{{rejected, number}} sel atau baris ditolak:',
  'cli.rejectedNone': 'Tidak ada yang ditolak.',
  'cli.rejectedCell': 'Baris {{row}}, kolom {{column}}: {{reason}}',
  'cli.rejectedRow': 'Baris {{row}}: {{reason}}',
  'cli.whole': 'Buku utuh: {{records, number}} catatan diperiksa.',
  'cli.broken': 'Buku tidak utuh. Catatan pertama yang rusak: {{firstBad}} ({{reason}}).',
  'cli.brokenSomewhere': 'Buku tidak utuh: {{reason}}.',
  'cli.receiptPrinted': 'Salinan struk {{number}} dicetak di {{printer}}.',
  'cli.testPrinted': 'Halaman uji dicetak di {{printer}}.',
  'cli.about.rebuild':
    'membuat ulang tabel penjualan dan stok dari jurnal dan membuktikan tidak ada yang berubah',
  'cli.about.recover': 'melanjutkan buku yang mundur atau kehilangan berkas ujungnya',
  'cli.about.enrol': 'mendaftarkan kasir di hub dengan undangan dari pengelola',
  'cli.about.sync': 'mengirim semua yang belum terkirim ke hub',
  'cli.about.syncStatus': 'sampai mana kasir ini sudah melapor ke hub',
  'cli.synced': '{{sent, number}} catatan terkirim.',
  'cli.rebuilding': 'Membuat ulang tabel penjualan dan stok…',
  'cli.rebuiltSame':
    'Tabel penjualan dan stok dibuat ulang dari {{records, number}} catatan: tidak ada yang berubah.',
  'cli.rebuiltChanged':
    'Tabel penjualan dan stok dibuat ulang dari {{records, number}} catatan. Yang tadinya tidak sesuai: {{changed}}.',
  'cli.recovered':
    'Buku dilanjutkan dalam epoch {{epoch}}. Jurnal mencatat bahwa ujungnya tidak diketahui.',
  'cli.recoveredFrom':
    'Buku dilanjutkan dalam epoch {{epoch}}. Jurnal mencatat bahwa catatan sampai {{lost}} hilang.',
  'cli.ofHistory': 'Di antaranya dari sistem lain, bukan omzet lapak ini:',
  'error.simulatedAlready':
    'Kasir di {{dataDir}} sudah disimulasikan. Pilih folder lain dengan --data.',
  'error.linkUnreadable': 'Itu bukan tautan pengelola. Buat dengan: npm run hub -- link',
  'error.hubRefused': 'Hub {{hub}} menolak: {{code}}.',
  'cli.about.simulate':
    'menjalankan kasir sungguhan dari banyak lapak selama beberapa hari di sebuah hub',
  'cli.simulated': '{{stall}}: {{done, number}} dari {{stalls, number}}',
  'cli.simulatedSum':
    '{{stalls, number}} lapak, {{days, number}} hari: {{receipts, number}} struk, {{net, rupiah}}.',
} as const;
