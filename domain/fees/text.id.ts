/** Words of fees that every program of the mall's side says, in Indonesian. */
export const feesId = {
  'error.monthClosed':
    'Bulan {{month}} sudah ditutup; belum ada yang dicatat. Catat dengan tanggal hari ini, atau minta federasi membukanya lagi.',
  'error.feeDateAhead': 'Tanggal {{on}} belum tiba. Pakai tanggal hari ini atau sebelumnya.',
  'error.chargeUnknown': 'Tagihan itu tidak ada pada lapak ini. Muat ulang, lalu pilih lagi.',
  'error.chargeExceeded': 'Sisa tagihan itu hanya {{left, rupiah}}. Kurangi jumlahnya.',
  'error.chargeThere':
    'Lapak {{stall}} sudah punya tagihan jenis ini untuk {{period}}. Batalkan dulu yang lama.',
  'error.creditUnknown': 'Pembayaran atau kredit itu tidak ada pada lapak ini. Muat ulang dahulu.',
  'error.creditExceeded': 'Yang belum terpakai hanya {{left, rupiah}}. Kurangi jumlahnya.',
  'error.creditRefunded':
    'Dari pembayaran ini {{refunded, rupiah}} sudah dikembalikan. Batalkan dulu pengembalian itu.',
  'error.advanceExceeded': 'Titipan lapak ini hanya {{advance, rupiah}}. Kurangi jumlahnya.',
  'error.depositExceeded': 'Jaminan lapak ini hanya {{deposit, rupiah}}. Kurangi jumlahnya.',
  'error.bookedUnknown': 'Yang hendak dibatalkan tidak ada pada lapak ini. Muat ulang dahulu.',
  'error.reversedAlready': 'Ini sudah dibatalkan. Muat ulang untuk melihatnya.',
  'error.instalmentsExceed':
    'Cicilan lebih besar daripada utang lapak, {{owed, rupiah}}. Kurangi jumlahnya.',
  'error.instalmentsThere':
    'Lapak {{stall}} masih punya perjanjian cicilan. Akhiri dulu yang berjalan.',
  'error.instalmentsNone': 'Lapak {{stall}} tidak punya perjanjian cicilan yang berjalan.',
  'error.planLate':
    'Tagihan {{period}} sudah terbit dengan tarif lama. Berlakukan tarif baru mulai bulan berikutnya.',
  'error.feeAccountUnknown': 'Rekening {{account}} tidak ada di mal ini.',
  'error.feeAccountOther':
    'Rekening {{account}} milik mal lain, sudah ditutup, atau tidak menerima cara bayar ini.',
  'error.feeAccountNeeded':
    'Sebutkan rekening tempat uang itu. Bila belum ada, tambahkan dulu di daftar rekening.',
  'error.readingThere':
    'Meteran {{stall}} untuk {{period}} sudah dibaca. Tarik dulu bacaan itu bila keliru.',
  'error.readingNone': 'Belum ada bacaan meteran {{stall}} untuk {{period}}.',
  'error.readingCharged':
    'Listrik {{period}} sudah ditagih menurut bacaan ini. Batalkan dulu tagihannya.',
  'error.readingBackwards':
    'Meteran mundur: {{from, quantity}} lalu {{to, quantity}} kWh. Bila angkanya kembali dari nol, isi angka tertingginya.',
  'error.readingLarge':
    'Terpakai {{used, quantity}} kWh, padahal biasanya {{usual, quantity}} kWh. Baca sekali lagi; bila benar, tegaskan.',
  'error.readingApart':
    'Bacaan mulai dari {{from, quantity}} kWh, padahal yang lalu berakhir di {{last, quantity}} kWh. Bila benar, tegaskan.',
  'error.kuitansiUnknown': 'Kuitansi itu tidak ada.',
  'error.statementTooLong':
    'Rincian tagihan ini {{lines, number}} baris, paling banyak {{most, number}}. Pilih masa yang lebih pendek.',
} as const;
