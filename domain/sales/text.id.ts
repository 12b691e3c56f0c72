export const salesId = {
  'error.priceChanged':
    'Harga {{name}} berubah: totalnya sekarang {{totalRupiah, rupiah}}. Periksa keranjang, lalu bayar lagi.',
  'error.termsChanged':
    'Pajak atau pembulatan diubah: totalnya sekarang {{totalRupiah, rupiah}}. Bayar lagi.',
  'error.lineNeeded': 'Belum ada baris: pindai barangnya dulu.',
  'error.trainingCartFilled':
    'Latihan dimulai dan selesai dengan keranjang kosong: bayar, tahan (PgDn), atau kosongkan dulu.',
  'error.cashBackLeave': 'Kembali tunai {{overRupiah, rupiah}} perlu izin: minta PIN yang berhak.',
  'error.notAllowed': 'Harga atau diskon {{name}} perlu izin: minta PIN yang berhak.',
  'error.belowFloor':
    '{{name}} di bawah harga terendah {{floorRupiah, rupiah}}: minta izin yang berhak.',
  'error.discountInvalid': 'Diskon “{{text}}” tidak bisa. Ketik 0,01 sampai 100 persen.',
  'error.refundAboveSold': 'Dari {{name}} hanya tersisa {{leftMilli, quantity}} yang bisa kembali.',
  'error.refundOfRefund': '{{number}} bukan struk penjualan, jadi tidak bisa dikembalikan.',
  'error.refundTakenOver':
    'Struk {{number}} dari sistem lain. Keluarkan uangnya lewat Kas keluar, dan betulkan stoknya.',
  'error.refundTooMany':
    'Struk ini sudah kembali dalam {{refunds, number}} bagian: tidak bisa lagi.',
  'error.refundSum':
    'Yang harus dikembalikan sekarang {{dueRupiah, rupiah}}, atau {{cashRupiah, rupiah}} kalau tunai. Periksa, lalu ulangi.',
  'error.refundTender':
    'Dengan cara bayar itu hanya bisa kembali {{leftRupiah, rupiah}}. Pilih cara lain.',
  'error.trainingTender': 'Voucher dan tukar barang tidak bisa dipakai saat latihan.',
  'error.exchangeTwice': 'Barang itu sudah ditukar di keranjang ini. Batalkan dulu yang pertama.',
  'error.exchangeNotTaken':
    'Tukar barang belum masuk: keranjangnya sedang dibayar atau sudah lain. Ulangi dari struknya.',
  'error.voidRefunded':
    'Dari struk {{number}} sudah ada yang kembali: pakai pengembalian untuk sisanya.',
  'error.voidExchanged': 'Struk {{number}} dibayar dengan tukar barang: pakai pengembalian.',
  'error.voidShiftOver':
    'Shift struk {{number}} sudah ditutup atau di laci lain: pakai pengembalian.',
  'error.cartElsewhere':
    'Keranjang tadi sudah dilanjutkan di jendela lain. Di sini mulai keranjang baru.',
  'error.cartsTooMany':
    'Sudah {{carts, number}} keranjang ditahan. Bayar atau kosongkan salah satunya dulu.',
  'error.cartPaidElsewhere':
    'Keranjang tadi sudah dibayar di jendela lain: struk {{number}}, {{totalRupiah, rupiah}}. Di sini mulai keranjang baru.',
  'error.cartLinesGone':
    'Keluar dari keranjang, karena tidak dijual lagi atau melewati batas: {{name}}.',
  'error.scanElsewhere':
    'Pindaian {{code}} untuk keranjang yang dilanjutkan di jendela lain: periksa apakah sudah ada di sana.',
  'error.scanNotAdded':
    'Pindaian {{code}} tidak masuk keranjang: buka Kasir dulu, lalu pindai lagi.',
  'error.quantityInvalid':
    'Jumlah “{{text}}” tidak bisa. Ketik lebih dari nol, paling banyak 9999,999, tanpa titik ribuan: 1500 atau 1,5. Kalau itu kode, cari dengan F2.',
  'error.quantityUnused':
    'Angka {{text}} tidak dipakai. Tekan Enter sesudah angka untuk jumlah, atau bayar sekali lagi.',
  'error.quantityWithoutLine':
    'Belum ada baris untuk jumlah {{text}}. Pindai barangnya dulu, atau ketik {{text}} lalu *.',
  'error.totalTooLarge':
    'Jumlahnya terlalu besar untuk satu penjualan. Bagi menjadi beberapa penjualan.',
  'error.bookFull':
    'Till ini sudah sampai di {{mostRupiah, rupiah}}, batas yang dihitung hub: daftarkan till dengan buku baru untuk terus berjualan.',
  'error.saleIdReused':
    'Keranjang ini sudah tercatat sebagai struk {{number}} dengan isi yang lain. Yang tampak di sini menjadi penjualan baru: periksa dulu.',
  'error.receiptUnknown': 'Struk {{number}} tidak ditemukan.',
  'error.receiptNone': 'Belum ada struk: belum ada yang terjual.',
  'error.cartFull':
    'Keranjang sudah {{maxLines, number}} baris. Bayar dulu, lalu lanjutkan di keranjang baru.',
  'sales.comesBack': 'Tukar dari struk {{number}}',
  'sales.giveUp': 'Batalkan {{what}}',
  'sales.voucherTaken': 'Voucher belanja',
  'sales.search': 'Cari barang',
  'sales.searchHint': 'Nama, kode, atau kode batang',
  'sales.searchClear': 'Hapus pencarian',
  'sales.categories': 'Kategori',
  'sales.allCategories': 'Semua',
  'sales.products': 'Daftar barang',
  'sales.inCart': '{{q, quantity}} di keranjang',
  'sales.stock': 'Stok {{q, quantity}}',
  'sales.stockOut': 'Stok habis',
  'sales.perUnit': '/{{unit}}',
  'sales.noProducts': 'Belum ada barang',
  'sales.noProductsHow':
    'Isi katalog dari berkas CSV: nama, harga, kode batang, dan stok sekaligus.',
  'sales.noMatch': 'Tidak ada barang yang cocok dengan “{{text}}”',
  'sales.noMatchHow': 'Coba sebagian namanya saja, atau pindai kode batangnya.',
  'sales.noneInCategory': 'Yang dicari hanya kategori {{category}}.',
  'sales.loadFailed': 'Daftar barang belum terbaca',
  'sales.cart': 'Keranjang',
  'sales.cartLines': 'Isi keranjang',
  'sales.cartEmpty': 'Keranjang kosong',
  'sales.cartEmptyHow': 'Pindai barang, sentuh di daftar, atau tekan F2 untuk mencari.',
  'sales.items': '{{count, number}} baris barang',
  'sales.parked': 'Tahan dan ganti keranjang',
  'sales.parkedHeld': 'ditahan',
  'sales.clearCart': 'Kosongkan',
  'sales.trainingBegin': 'Mulai latihan',
  'sales.trainingEnd': 'Selesai latihan',
  'sales.trainingMark': 'LATIHAN',
  'sales.trainingHow':
    'Tidak ada yang terjual dan tidak ada uang yang diterima. Stok, laci, dan laporan tetap.',
  'sales.clearCartAsk': 'Kosongkan keranjang?',
  'sales.clearCartWhat': 'Semua isinya, senilai {{total, rupiah}}, akan dihapus.',
  'sales.undo': 'Urungkan langkah terakhir',
  'sales.priceAndDiscount': 'Harga dan diskon baris',
  'sales.discount': 'Diskon',
  'sales.discountRate': 'Diskon {{rate}}%',
  'sales.cartDiscount': 'Diskon semua',
  'sales.cartDiscountRate': 'Diskon semua {{rate}}%',
  'sales.subtotal': 'Subtotal',
  'sales.taxAdded': '{{kind}} ditambahkan',
  'sales.taxIn': 'termasuk {{kind}}',
  'sales.inCash': 'Kalau tunai',
  'sales.shelfPrice': 'rak {{price, rupiah}}',
  'sales.cartEditTitle': 'Diskon dan catatan',
  'sales.quick': 'Barang cepat',
  'sales.cartLeft': 'Keranjang yang belum selesai dari {{stamp}} dilanjutkan.',
  'sales.otherPages': 'Lapak juga terbuka di jendela lain, dengan keranjangnya sendiri.',
  'sales.lostScans': 'Belum di keranjang: {{count, number}}',
  'sales.seen': 'Mengerti',
  'sales.scansWaiting': '{{count, number}} pindaian menunggu jawaban',
  'sales.nextCart': 'Keranjang berikutnya: {{count, number}} baris',
  'sales.keepCart': 'Jangan',
  'sales.beyondStock': 'stok tercatat {{q, quantity}}',
  'sales.selectedLine': 'Baris terpilih',
  'sales.quantity': 'Jumlah',
  'sales.more': 'Tambah satu',
  'sales.less': 'Kurangi satu',
  'sales.lessStops': 'Paling sedikit satu; pakai Hapus untuk menghapus baris',
  'tax.none': 'Tanpa pajak',
  'tax.ppn': 'PPN',
  'tax.ppn-luxury': 'PPN barang mewah',
  'tax.pbjt': 'PBJT',
  'sales.remove': 'Hapus',
  'sales.removeLine': 'Hapus {{name}}',
  'sales.unit': 'Satuan',
  'sales.nextQuantity': 'Jumlah berikutnya',
  'sales.rounding': 'Pembulatan',
  'sales.total': 'Total',
  'sales.pay': 'Bayar',
  'sales.payNeedsLines': 'Keranjang masih kosong',
  'sales.help': 'Bantuan',
  'sales.dismiss': 'Tutup pesan',
  'sales.searchEverywhere': 'Cari di semua kategori',
} as const;
