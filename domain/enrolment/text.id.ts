/** Words of enrolling a till at a hub, in Indonesian. */
export const enrolmentId = {
  'error.enrolmentCodeWrong':
    'Kode pendaftaran salah, sudah dipakai, atau lewat 15 menit. Minta kode baru kepada pengelola.',
  'error.enrolmentUnproven':
    'Hub tidak dapat memeriksa kunci kasir ini. Periksa alamat hub, lalu coba lagi.',
  'error.deviceElsewhere':
    'Kasir ini sudah terdaftar untuk lapak lain. Kasir lain perlu folder data sendiri.',
} as const;
