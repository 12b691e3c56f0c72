/** Words of what is beside charging and paying, in Indonesian. */
export const feeMattersId = {
  'error.feeMatterUnknown': 'Itu tidak ada (lagi) di sini ({{id}}). Muat ulang, lalu pilih lagi.',
  'error.feeMatterDone':
    'Ini sudah diselesaikan sebelumnya, jadi tidak ada yang berubah. Muat ulang untuk melihat hasilnya.',
  'error.disputeOpen':
    'Keberatan atas tagihan ini sudah diajukan dan menunggu jawaban pengelola. Tunggu jawabannya dahulu.',
  'error.disputeNotUpheld':
    'Potongan hanya untuk keberatan yang diterima. Jawab keberatannya dahulu.',
  'error.photoWrong': 'Itu bukan foto JPEG atau PNG yang utuh. Pilih atau ambil foto lain.',
  'error.messagesTooMany':
    'Lapak ini sudah mengirim {{max, number}} kali hari ini, dan itu batasnya. Kirim lagi besok, atau datang ke kantor mal.',
  'error.monthUnfinished':
    'Bulan {{month}} belum ditutup: masih ada {{findings, number}} hal yang terbuka. Selesaikan dahulu, atau tutup dengan alasan.',
  'error.monthUnbalanced':
    'Buku tidak sesuai dengan tagihan lapak: selisih {{amount, rupiah}} di {{account}}. Jalankan npm run hub -- verify, dan jangan tutup bulan ini.',
  'error.monthToCome': 'Bulan {{month}} belum tiba. Pilih bulan ini atau sebelumnya.',
  'error.monthOpen': 'Bulan {{month}} tidak tertutup, jadi tidak perlu dibuka.',
  'error.drawerShort':
    'Menurut buku hanya ada {{expected, rupiah}} di laci kantor. Hitung isinya dahulu, atau kurangi jumlahnya.',
  'error.monthClosed':
    'Bulan {{month}} sudah ditutup; belum ada yang dicatat. Catat dengan tanggal hari ini, atau minta federasi membukanya lagi.',
  'error.feeAccountUnknown': 'Rekening {{account}} tidak ada di mal ini.',
  'error.creditUnknown': 'Pembayaran atau kredit itu tidak ada pada lapak ini. Muat ulang dahulu.',
  'error.feeDateAhead': 'Tanggal {{on}} belum tiba. Pakai tanggal hari ini atau sebelumnya.',
} as const;
