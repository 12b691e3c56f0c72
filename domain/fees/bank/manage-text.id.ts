/** Words of rows of bank files that every program of the mall's side says, in Indonesian. */
export const bankRowsId = {
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
  'error.bankUseUnknown': 'Tidak ada yang bisa dibatalkan di sini, atau sudah dibatalkan.',
  'error.bankProfileUnknown': 'Profil {{profile}} tidak ada. Pilih dari daftar profil.',
  'error.bankProfileWrong': 'Profil itu belum benar: {{detail}}. Perbaiki, lalu coba lagi.',
  'error.reconciliationChanged':
    'Saldonya berubah sejak dibuka, jadi belum ditandatangani. Lihat lagi, lalu tanda tangani.',
} as const;
