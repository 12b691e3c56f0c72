/** Words of the hub's page and of the commands, in Indonesian: loaded when the page is opened. */
export const syncPageId = {
  'sync.alone': 'Kasir ini belum terdaftar di hub mana pun.',
  'sync.waiting': 'Lapak {{stall}} menunggu persetujuan pengelola di {{hub}}.',
  'sync.sent': 'Lapak {{stall}}: semua sudah terkirim ke {{hub}}, terakhir {{at}}.',
  'sync.unsent': '{{records, number}} catatan belum terkirim, sejak {{since}}.',
  'sync.pending.not-tried': 'Belum dicoba dikirim ke {{hub}}.',
  'sync.pending.soon': 'Sebentar lagi dikirim ke {{hub}}.',
  'sync.pending.no-network': '{{hub}} tidak terjangkau. Dicoba lagi sendiri.',
  'sync.pending.hub-busy': '{{hub}} sedang sibuk. Dicoba lagi sendiri.',
  'sync.attention.revoked': 'Kasir ini sudah dicabut di {{hub}}. Hubungi pengelola.',
  'sync.attention.hub-forgot':
    '{{hub}} tidak punya lagi catatan yang pernah diakuinya: datanya pernah mundur. Kasir ini menyimpan buktinya dan mengirim semuanya lagi. Beri tahu pengelola.',
  'sync.attention.unproven':
    'Jawaban {{hub}} tidak membuktikan dirinya, jadi tidak dipercaya. Hubungi pengelola.',
  'sync.attention.recovered':
    '{{hub}} tahu catatan kasir ini yang tidak ada di buku: bukunya pernah mundur, atau disalin. Jurnal mencatatnya, dan penjualan jalan terus.',
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
  'sync.codeField': 'Kode',
  'sync.codeHow': 'Berlaku 15 menit, sekali pakai',
  'sync.codeUnread': 'Kode terdiri dari 16 huruf dan angka.',
  'sync.enrolAct': 'Daftarkan',
  'sync.enrolCancel': 'Batal',
  'sync.enrolDone': 'Kasir ini terdaftar untuk lapak {{stall}}.',
  'sync.waitingTitle': 'Menunggu persetujuan pengelola',
  'sync.waitingCompare':
    'Pengelola mencocokkan nomor perangkat ini dengan yang tampak di hub, lalu menyetujuinya.',
  'sync.waitingThen':
    'Sesudah itu kasir ini melapor sendiri, dan layar ini berubah tanpa disentuh. Penjualan jalan terus.',
  'sync.factDevice': 'Nomor perangkat',
  'sync.factStall': 'Lapak',
  'sync.factMall': 'Pusat perbelanjaan',
  'sync.factHub': 'Alamat hub',
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
  'sync.tellsHow.sale':
    'Nomor struk, waktu, total, cara bayar, potongan, pajak dan pembulatan; bukan barangnya.',
  'sync.tells.z': 'Tutup shift (laporan Z)',
  'sync.tellsHow.z':
    'Total menurut cara bayar, pajak dan kategori; bukan isi laci atau selisihnya.',
  'sync.tells.shift': 'Buka shift dan uang laci',
  'sync.tellsHow.shift': 'Bahwa itu terjadi dan kapan; bukan jumlahnya.',
  'sync.tells.act': 'Tindakan lain',
  'sync.tellsHow.act': 'Bahwa ada tindakan dan kapan; bukan apa yang dilakukan.',
  'sync.tells.never': 'Tidak pernah dikirim',
  'sync.tellsHow.never':
    'Pelanggan, nama staf dan PIN. Yang berjualan disebut dengan kode, misalnya kasir-2.',
  'sync.sharing': 'Yang dibagikan',
  'sync.sharing.totals': 'Hanya total',
  'sync.sharingHow.totals':
    'Yang tertulis di atas saja. Rinciannya tetap di kasir ini, kecuali catatan yang diminta auditor.',
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
