/** Words of the hub's page and of the commands, in Indonesian: loaded when the page is opened. */
export const syncPageId = {
  'error.hubBusy': 'Hub sedang sibuk. Dicoba lagi sendiri.',
  'error.hubFull': 'Penyimpanan hub penuh. Hubungi pengelola; kasir ini tetap berjualan.',
  'error.tooManyRequests': 'Terlalu banyak permintaan ke hub. Tunggu sebentar.',
  'error.unsignedTooMuch':
    'Terlalu banyak kiriman kasir ini hari ini yang tidak bertanda tangan benar. Hub menerima lagi besok; minta pengelola memeriksa disk kasir ini.',
  'error.deviceWaiting': 'Kasir ini belum disetujui pengelola di hub.',
  'error.deviceRevoked':
    'Kasir ini sudah dicabut di hub itu, untuk seterusnya. Untuk melapor lagi, buka Lapak dengan folder data baru dan daftarkan di sana.',
  'error.batchTooLarge': 'Kiriman terlalu besar bagi hub. Dikirim lagi dalam bagian kecil.',
  'error.invitationUnreadable':
    'Ini bukan undangan. Pindai atau tempel seluruhnya, atau ketik alamat hub dan kodenya.',
  'error.hubUnreachable': 'Hub di {{hub}} tidak terjangkau. Periksa jaringan, lalu coba lagi.',
  'error.hubNotFound':
    'Tidak ada hub Lapak yang menjawab di {{hub}}. Periksa alamatnya, dan apakah jaringan meminta masuk dulu.',
  'error.hubOtherwise': 'Hub ini menjawab di {{hub}}. Pakai alamat itu.',
  'error.hubKeyUnchecked':
    'Kunci hub yang menjawab: {{key}}. Cocokkan dengan kunci hub di bawah kode pengelola; bila sama, tambahkan di belakang kode.',
  'error.hubKeyWrong':
    'Yang menjawab di {{hub}} bukan hub dari undangan ini: kuncinya lain. Kasir tidak didaftarkan. Beri tahu pengelola, dan minta undangan baru.',
  'error.requestUnsigned': 'Hub tidak mengenali tanda tangan kasir ini.',
  'sync.alone': 'Kasir ini belum terdaftar di hub mana pun.',
  'sync.waiting': 'Lapak {{stall}} menunggu persetujuan pengelola di {{hub}}.',
  'sync.sent': 'Lapak {{stall}}: semua sudah terkirim ke {{hub}}, terakhir {{at}}.',
  'sync.unsent': '{{records, number}} catatan belum terkirim, sejak {{since}}.',
  'sync.pending.not-tried': 'Belum dicoba dikirim ke {{hub}}.',
  'sync.pending.soon': 'Sebentar lagi dikirim ke {{hub}}.',
  'sync.pending.no-network': '{{hub}} tidak terjangkau. Dicoba lagi sendiri.',
  'sync.pending.hub-busy': '{{hub}} sedang sibuk. Dicoba lagi sendiri.',
  'sync.attention.revoked':
    'Pengelola mencabut kasir ini di {{hub}}, untuk seterusnya. Di sini penjualan jalan terus, tetapi yang ditulis sesudah pencabutan tidak dihitung di hub.',
  'sync.revokedUnsent':
    '{{records, number}} catatan tidak ada di hub, sejak {{since}}. Semuanya tetap ada di buku kasir ini.',
  'sync.revokedNext':
    'Untuk melapor lagi: tutup shift, ekspor katalog (Menu → Barang), buka Lapak dengan folder data baru (--data), impor katalognya, lalu daftarkan di sana dengan undangan baru. Simpan folder yang lama.',
  'sync.attention.hub-forgot':
    '{{hub}} tidak punya lagi catatan yang pernah diakuinya: datanya pernah mundur. Kasir ini menyimpan buktinya dan mengirim semuanya lagi. Beri tahu pengelola.',
  'sync.attention.unproven':
    'Jawaban {{hub}} tidak membuktikan dirinya, jadi tidak dipercaya. Hubungi pengelola.',
  'sync.attention.recovered':
    '{{hub}} tahu catatan kasir ini yang tidak ada di buku: bukunya pernah mundur, atau disalin. Jurnal mencatatnya, dan penjualan jalan terus.',
  'sync.attention.tells-too-much':
    '{{hub}} menyampaikan lebih banyak daripada yang disimpan kasir; sisanya tidak disimpan. Laporan dan penjualan jalan terus. Beri tahu pengelola.',
  'sync.attention.two-tills':
    'Di {{hub}} ada kasir lain dengan kunci yang sama. Pakai satu saja; yang lain perlu folder data sendiri.',
  'sync.attention.hub-full': 'Penyimpanan {{hub}} penuh. Hubungi pengelola; kasir tetap berjualan.',
  'sync.attention.not-a-hub':
    'Yang menjawab di {{hub}} bukan hub Lapak. Periksa apakah jaringan meminta masuk dulu.',
  'sync.attention.refused':
    '{{hub}} menolak kiriman kasir ini. Dicoba lagi sendiri; bila tetap begini, hubungi pengelola.',
  'sync.attention.key-lost':
    'Berkas transport-key.pem tidak ada di folder data. Daftarkan kasir ini lagi di {{hub}}.',
  'sync.attention.till-fault':
    'Kasir tidak dapat mencatat jawaban {{hub}}. Sebabnya ada di lapak.log.',
  'sync.title': 'Hub pusat perbelanjaan',
  'sync.about':
    'Hub pusat perbelanjaan adalah komputer pengelola yang mengumpulkan total penjualan semua lapak. Kasir yang terdaftar melapor sendiri setiap kali ada jaringan, dan berjualan terus tanpa jaringan. Dari hub lapak Anda mendapat bukti bertanda tangan bahwa ia sudah melapor.',
  'sync.enrolTitle': 'Daftarkan kasir ini',
  'sync.enrolAgain': 'Daftarkan ulang',
  'sync.enrolHow':
    'Minta undangan kepada pengelola. Pindai atau tempel undangannya, atau ketik alamat hub dan kodenya.',
  'sync.hubField': 'Undangan atau alamat hub',
  'sync.hubNeeded': 'Undangan atau alamat hub harus diisi.',
  'sync.hubUnread': 'Ini bukan alamat hub. Alamatnya seperti http://192.168.1.5:8080.',
  'sync.codeField': 'Kode',
  'sync.codeHow': 'Berlaku 15 menit, sekali pakai',
  'sync.codeUnread': 'Kode terdiri dari 16 huruf dan angka.',
  'sync.enrolTotals':
    'Ke hub lain hanya total yang dikirim, sampai Anda memilih rincian lagi di sana.',
  'sync.keyAsk': 'Kunci hub ini sama?',
  'sync.keyAskHow':
    'Di layar pengelola, di bawah kode, ada kunci hub. Bila tidak sama dengan ini, yang menjawab bukan hub pengelola:',
  'sync.hubPut': 'Hub ini menjawab di {{hub}}. Alamat itu sudah diisikan; daftarkan bila benar.',
  'sync.keySame': 'Sama, daftarkan',
  'sync.keyOther': 'Tidak sama',
  'sync.keyOtherSaid':
    'Kasir tidak didaftarkan. Beri tahu pengelola: yang menjawab di alamat itu bukan hubnya.',
  'sync.enrolAct': 'Daftarkan',
  'sync.enrolCancel': 'Batal',
  'sync.enrolDone': 'Kasir ini terdaftar untuk lapak {{stall}}.',
  'sync.waitingTitle': 'Menunggu persetujuan pengelola',
  'sync.waitingCompare':
    'Pengelola mencocokkan nama singkat ini dengan yang tampak di hub, lalu menyetujuinya.',
  'sync.waitingThen':
    'Sesudah itu kasir ini melapor sendiri, dan layar ini berubah tanpa disentuh. Penjualan jalan terus.',
  'sync.factDevice': 'Nama singkat',
  'sync.factStall': 'Lapak',
  'sync.factMall': 'Pusat perbelanjaan',
  'sync.factHub': 'Alamat hub',
  'sync.factKey': 'Kunci hub',
  'sync.factSince': 'Terdaftar sejak',
  'sync.state': 'Keadaan laporan ke hub',
  'sync.sentTitle': 'Semua sudah terkirim',
  'sync.sentHow': 'Terakhir {{at}}. Penjualan berikutnya dikirim sendiri.',
  'sync.pendingTitle': '{{records, number}} catatan menunggu',
  'sync.pendingSince': 'Menunggu sejak {{since}}. Penjualan jalan terus.',
  'sync.attentionTitle': 'Perlu diperiksa',
  'sync.tryNow': 'Coba sekarang',
  'sync.proofTitle': 'Bukti sudah melapor',
  'sync.proofReceipt': 'Hub sudah menyimpan sampai struk {{receipt}} pada {{at}}.',
  'sync.proofMark': 'Hub sudah menyimpan sampai catatan {{mark}} pada {{at}}.',
  'sync.proofRecords':
    'Semuanya {{records, number}} catatan, sampai catatan {{mark}}. Hub menandatanganinya, dan kasir ini sudah memeriksa tanda tangannya.',
  'sync.proofOthers':
    '{{others, number}} di antaranya tidak ada di buku ini: dari sebelum buku mundur, atau dari salinannya.',
  'sync.proofNone': 'Hub belum menyimpan apa pun dari kasir ini.',
  'sync.proofShow': 'Lihat buktinya',
  'sync.proofHide': 'Sembunyikan buktinya',
  'sync.proofText': 'Bukti bertanda tangan dari hub',
  'sync.proofHow': 'Teks ini membuktikan laporan Anda, juga bila hub kelak mengatakan lain.',
  'sync.copy': 'Salin',
  'sync.copied': 'Bukti disalin.',
  'sync.copyFailed': 'Tidak dapat disalin. Blok teksnya, lalu salin sendiri.',
  'sync.tellsTitle': 'Yang keluar dari kasir ini',
  'sync.tellsWill': 'Yang akan keluar dari kasir ini',
  'sync.tells.sale': 'Penjualan dan pengembalian',
  'sync.tells.totals.sale':
    'Nomor struk, waktu, total, cara bayar, potongan, pajak dan pembulatan; bukan barangnya.',
  'sync.tells.details.sale':
    'Nomor struk, waktu, total, cara bayar, potongan, pajak dan pembulatan; juga barang, jumlah dan harganya.',
  'sync.tells.z': 'Tutup shift (laporan Z)',
  'sync.tells.totals.z':
    'Total menurut cara bayar, pajak dan kategori; bukan isi laci atau selisihnya.',
  'sync.tells.details.z':
    'Total menurut cara bayar, pajak dan kategori; juga isi laci dan selisihnya.',
  'sync.tells.shift': 'Buka shift dan uang laci',
  'sync.tells.totals.shift': 'Bahwa itu terjadi dan kapan; bukan jumlahnya.',
  'sync.tells.details.shift': 'Bahwa itu terjadi dan kapan; juga jumlahnya.',
  'sync.tells.claim': 'Pembayaran yang dicek',
  'sync.tells.totals.claim':
    'Penjualan mana, cara bayar, jumlah dan hasilnya; bukan nomor referensi atau keterangannya.',
  'sync.tells.details.claim':
    'Penjualan mana, cara bayar, jumlah dan hasilnya; juga nomor referensi dan keterangannya.',
  'sync.tells.act': 'Tindakan lain',
  'sync.tells.totals.act': 'Bahwa ada tindakan dan kapan; bukan apa yang dilakukan.',
  'sync.tells.details.act': 'Bahwa ada tindakan dan kapan; juga apa yang dilakukan dan alasannya.',
  'sync.tells.never': 'Tidak pernah dikirim',
  'sync.tellsNever':
    'Pelanggan, nama staf dan PIN. Yang berjualan disebut dengan kode, misalnya kasir-2.',
  'sync.sharing': 'Yang dibagikan',
  'sync.sharing.totals': 'Hanya total',
  'sync.sharingHow.totals':
    'Tanpa barang, isi laci dan isi tindakan. Rinciannya tetap di kasir ini, kecuali catatan yang diminta auditor.',
  'sync.sharing.details': 'Dengan rincian',
  'sync.sharingHow.details':
    'Juga barang, jumlah dan harga di setiap struk, isi laci, dan tindakan lain dengan alasannya.',
  'sync.sharingSince': 'Dipilih {{at}}; tercatat di jejak audit.',
  'sync.sharingDefault': 'Pilihan awal; belum pernah diubah.',
  'sync.shareAsk': 'Kirim rincian ke hub?',
  'sync.shareAskHow':
    'Mulai catatan berikutnya hub menerima isi setiap struk, isi laci dan tindakan lain. Yang sudah terkirim tidak dapat ditarik kembali.',
  'sync.shareKeep': 'Tetap hanya total',
  'sync.shareAct': 'Kirim rincian',
  'sync.shared.totals': 'Mulai sekarang hanya total yang dikirim.',
  'sync.shared.details': 'Mulai sekarang rincian ikut dikirim.',
  'sync.leftTitle': 'Yang sudah dikirim',
  'sync.leftTotals': '{{records, number}} catatan, semuanya hanya total.',
  'sync.leftDetails':
    '{{records, number}} catatan, {{details, number}} di antaranya dengan rincian.',
  'sync.leftNone': 'Belum ada yang dikirim',
  'sync.leftNoneHow': 'Yang dikirim ke hub tampak di sini, hari demi hari.',
  'sync.leftDay': 'Hari',
  'sync.leftRecords': 'Catatan',
  'sync.leftWhat': 'Isi',
  'sync.leftWhen': 'Dikirim',
  'sync.leftMore': 'Tampilkan lagi',
} as const;
