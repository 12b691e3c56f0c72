/** Words of rows of bank files that every program of the mall's side says, in Indonesian. */
export const bankRowsId = {
  'error.bankQrisNeeded':
    'Berkas ini dari {{merchants, number}} merchant, dan QRIS akun {{account}} belum diisi. Isi dulu QRIS-nya di pengaturan akun.',
  'error.bankAccountNeeded':
    'Berkas ini tidak menyebut rekening yang dikenal ({{number}}). Sebutkan rekening atau malnya, lalu coba lagi.',
  'error.bankFileChanged':
    'Isi buku berubah sejak pratinjau, jadi belum ada yang disimpan. Lihat pratinjaunya lagi.',
  'error.bankRowUnknown': 'Baris bank itu tidak ada. Muat ulang daftarnya.',
  'error.bankRowUsed':
    'Baris ini sudah dipakai; sisanya {{left, rupiah}}. Muat ulang untuk melihat siapa yang mencatatnya.',
  'error.bankRowWentOut':
    'Uang pada baris ini keluar dari rekening, jadi bukan pembayaran. Jelaskan baris itu.',
  'error.bankPartsWrong':
    'Jumlah bagian {{sum, rupiah}} tidak sama dengan sisa baris {{left, rupiah}}. Sesuaikan dulu.',
  'error.bankExplanationUnfit':
    'Penjelasan itu tidak cocok dengan arah uangnya, masuk atau keluar. Pilih yang lain.',
  'error.bankBookedUnknown':
    'Catatan dengan jumlah itu tidak ada pada rekening ini, atau sudah dipasangkan. Muat ulang dahulu.',
  'error.bankRefundUnbooked':
    'Uang ini kembali ke lapak: catat dulu pengembaliannya di halaman lapak, lalu pilih catatan itu untuk baris ini.',
  'error.bankUseUnknown': 'Tidak ada yang bisa dibatalkan di sini, atau sudah dibatalkan.',
  'error.bankProfileUnknown': 'Profil {{profile}} tidak ada. Pilih dari daftar profil.',
  'error.bankProfileUsed':
    'Berkas rekening {{label}} dibaca dengan cara ini. Pilih cara lain di rekening itu dulu.',
  'error.bankProfileWrong': 'Profil itu belum benar: {{detail}}. Perbaiki, lalu coba lagi.',
  'error.reconciliationChanged':
    'Saldonya berubah sejak dibuka, jadi belum ditandatangani. Lihat lagi, lalu tanda tangani.',
  'bank.about.import':
    'memasukkan berkas bank atau QRIS; dengan --dry-run hanya memberi tahu apa yang akan terjadi',
  'bank.about.suggestions': 'lapak yang mungkin membayar tiap baris bank yang menunggu',
  'bank.about.accept': 'membukukan semua baris yang tercentang (--ticked)',
  'bank.about.reconciliation':
    'saldo bank, saldo buku, dan penjelasan selisihnya pada satu tanggal',
  'bank.imported':
    '{{file}}, rekening {{account}}: {{rows, number}} baris; {{added, number}} baru, {{known, number}} sudah ada, {{pending, number}} menunggu bank.',
  'bank.wouldImport':
    'Coba saja, belum ada yang berubah. {{file}}, rekening {{account}}: {{rows, number}} baris; {{added, number}} baru, {{known, number}} sudah ada, {{pending, number}} menunggu bank.',
  'bank.renamed':
    '{{renamed, number}} baris yang sudah ada dan belum dipakai memakai keterangan bank yang baru.',
  'bank.refusal.rejected-rows':
    'Ada baris yang tidak terbaca, jadi tidak satu pun dimasukkan. Unduh lagi berkasnya, atau sesuaikan profil bank.',
  'bank.refusal.other-rows':
    'Pada satu harinya berkas ini berisi mutasi lain daripada yang sudah ada, jadi tidak ada yang dimasukkan. Unduh lagi dari bank untuk hari-hari itu, dalam format yang sama dengan sebelumnya.',
  'bank.refusal.unbalanced':
    'Saldo awal ditambah mutasi tidak sama dengan saldo akhir, jadi tidak satu pun dimasukkan. Unduh lagi berkasnya.',
  'bank.gap':
    'Antara {{from}} dan {{to}} ada mutasi yang belum dimasukkan: selisih {{amount, rupiah}}.',
  'bank.noted': 'Baris {{row}}: {{reason}}',
  'bank.rowSuggested':
    '{{mark}} {{on}}  {{amount, rupiah}}  {{stall}} ({{score}})  {{description}}',
  'bank.rowOfNobody': '? {{on}}  {{amount, rupiah}}  {{description}}',
  'bank.accepted': 'Dibukukan: {{count, number}} pembayaran, {{sum, rupiah}}.',
  'bank.balances':
    'Saldo bank {{bank, rupiah}}, saldo buku {{book, rupiah}}, selisih {{difference, rupiah}}.',
  'bank.difference.row': 'di bank, belum di buku',
  'bank.difference.posting': 'di buku, belum di bank',
  'bank.difference.gap': 'berkas yang tidak bersambung',
  'bank.difference.opening': 'saldo sebelum berkas pertama',
  'bank.difference.sen': 'pecahan sen',
  'bank.difference.withheld': 'biaya acquirer (MDR)',
  'bank.difference.paid-out': 'dibayarkan ke rekening bank',
} as const;
