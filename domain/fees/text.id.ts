/** Words of fees that every program of the mall's side says, in Indonesian. */
export const feesId = {
  'error.monthClosed':
    'Bulan {{month}} sudah ditutup; belum ada yang dicatat. Catat dengan tanggal hari ini, atau minta federasi membukanya lagi.',
  'error.feeDateAhead': 'Tanggal {{on}} belum tiba. Pakai tanggal hari ini atau sebelumnya.',
  'error.chargeUnknown': 'Tagihan itu tidak ada pada lapak ini. Muat ulang, lalu pilih lagi.',
  'error.chargeExceeded': 'Sisa tagihan itu hanya {{left, rupiah}}. Kurangi jumlahnya.',
  'error.chargeThere':
    'Lapak {{stall}} sudah punya tagihan jenis ini untuk {{period}}. Batalkan dulu yang lama.',
  'error.chargeAhead':
    'Tagihan paling jauh untuk bulan {{period}}, dengan jatuh tempo paling lambat {{due}}. Perbaiki bulan atau tanggalnya.',
  'error.creditUnknown': 'Pembayaran atau kredit itu tidak ada pada lapak ini. Muat ulang dahulu.',
  'error.creditExceeded': 'Yang belum terpakai hanya {{left, rupiah}}. Kurangi jumlahnya.',
  'error.allocationBound': 'Pembebasan hanya untuk tagihannya sendiri. Batalkan pembebasannya.',
  'error.allocationExceeded':
    'Yang terpakai untuk tagihan itu hanya {{allocated, rupiah}}. Kurangi jumlahnya.',
  'error.creditRefunded':
    'Dari pembayaran ini {{refunded, rupiah}} sudah dikembalikan. Batalkan dulu pengembalian itu.',
  'error.owedChanged':
    'Sementara itu yang terutang berubah menjadi {{owed, rupiah}}. Periksa dulu, lalu kirim lagi.',
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
  'error.readingOutOfOrder':
    'Bacaan berakhir di {{to, quantity}} kWh, padahal {{period}} sudah dibaca mulai dari {{from, quantity}} kWh. Tarik dulu bacaan {{period}} (bila sudah ditagih, batalkan tagihannya), lalu baca berurutan.',
  'error.kuitansiUnknown': 'Kuitansi itu tidak ada.',
  'error.statementTooLong':
    'Rincian tagihan ini {{lines, number}} baris, paling banyak {{most, number}}. Pilih masa yang lebih pendek.',
  'feeOffice.about.chargeMonth': 'menagih lapak sebuah mal, atau semua mal, untuk satu bulan',
  'feeOffice.about.plan': 'menetapkan tarif sebuah mal mulai --from; tanpa itu menunjukkannya',
  'feeOffice.about.pay': 'mencatat pembayaran lapak; kuitansinya bernomor berikutnya',
  'feeOffice.about.ageing': 'yang belum dibayar lapak, menurut lama lewat jatuh tempo',
  'feeOffice.about.statement': 'tagihan dan pembayaran sebuah lapak, dengan saldo berjalan',
  'feeOffice.noMalls': 'Belum ada mal di hub ini.',
  'feeOffice.charged':
    'Mal {{mall}}, {{period}}: {{charged, number}} lapak ditagih {{total, rupiah}}, {{there, number}} sudah; titipan terpakai {{advances, rupiah}}.',
  'feeOffice.wouldCharge':
    'Mal {{mall}}, {{period}}: {{charged, number}} lapak akan ditagih {{total, rupiah}}, {{there, number}} sudah; titipan terpakai {{advances, rupiah}}. Belum ada yang dicatat.',
  'feeOffice.withoutContract': '{{withoutContract, number}} lapak tanpa kontrak tidak ditagih.',
  'feeOffice.tariffDiffers':
    '{{stall}}: ditagih menurut kontrak, {{tariff, rupiah}}; tarif mal {{plan, rupiah}}',
  'feeOffice.withoutReading': '{{stall}}: meteran belum dibaca, listrik belum ditagih',
  'feeOffice.planUsual':
    'Mal {{mall}} belum menetapkan tarif: tiap kontrak ditagih tarifnya sendiri.',
  'feeOffice.planFixed':
    'Mulai {{from}}: listrik {{electricity, rupiah}}, kebersihan {{cleaning, rupiah}}, jatuh tempo tanggal {{day, number}}',
  'feeOffice.planMetered':
    'Mulai {{from}}: listrik Rp{{kwh, quantity}} per kWh, kebersihan {{cleaning, rupiah}}, jatuh tempo tanggal {{day, number}}',
  'feeOffice.paid':
    '{{stall}}: {{amount, rupiah}} dicatat, kuitansi {{kuitansi}}. Sisa tagihan {{owed, rupiah}}, titipan {{advance, rupiah}}.',
  'feeOffice.ageingOf':
    '{{stall}}  {{name}}  {{total, rupiah}} sejak {{oldestDue}} (belum {{current, rupiah}}, 1–30 {{to30, rupiah}}, 31–60 {{to60, rupiah}}, 61–90 {{to90, rupiah}}, >90 {{over90, rupiah}})',
  'feeOffice.ageingSum':
    'Jumlah {{count, number}} lapak: {{total, rupiah}} (belum {{current, rupiah}}, 1–30 {{to30, rupiah}}, 31–60 {{to60, rupiah}}, 61–90 {{to90, rupiah}}, >90 {{over90, rupiah}})',
  'feeOffice.statementOf': '{{stall}} {{name}}, {{from}} – {{to}}. Saldo awal {{opening, rupiah}}.',
  'feeOffice.statementLine': '{{on}}  {{of}}  {{amount, rupiah}}  {{balance, rupiah}}',
  'feeOffice.statementSum':
    'Tagihan {{charges, rupiah}}, pembayaran {{credits, rupiah}}, saldo akhir {{closing, rupiah}}.',
  'feeOffice.move.charge': 'tagihan',
  'feeOffice.move.credit': 'pembayaran',
  'feeOffice.move.refund': 'pengembalian',
  'feeOffice.move.reversal': 'pembatalan',
} as const;
