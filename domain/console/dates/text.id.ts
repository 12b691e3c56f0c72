/** Words of a field for a date, in Indonesian. */
export const consoleDatesId = {
  'dates.form': 'hh/bb/tttt',
  'dates.end': 'Tidak ada tanggal lagi',
  'dates.unread': 'Tulis hari, bulan, tahun, seperti {{example}}.',
  'dates.tooEarly': 'Paling awal {{first}}.',
  'dates.tooLate': 'Paling lambat {{last}}.',
  'dates.none': 'Tulis tanggalnya, seperti {{example}}.',
  'dates.open': 'Kalender: {{field}}',
  'dates.monthBefore': 'Bulan sebelumnya',
  'dates.monthAfter': 'Bulan berikutnya',
  'dates.yearBefore': 'Tahun sebelumnya',
  'dates.yearAfter': 'Tahun berikutnya',
} as const;
