/** Words of what the hub tells a till, on the page of the hub, in Indonesian. */
export const downPageId = {
  'error.templateGone': 'Template ini sudah ditarik oleh pengelola.',
  'down.news': 'Kabar dari pengelola',
  'down.newsNone': 'Tidak ada kabar.',
  'down.newsShow': 'Tampilkan kabar baru: {{news, number}}',
  'down.newsNew': 'Baru',
  'down.newsRead': 'Sudah dibaca',
  'down.newsFrom': 'Mulai {{from}}',
  'down.newsSpan': '{{from}} – {{until}}',
  'down.requests': 'Permintaan auditor',
  'down.requestsHow':
    'Auditor berhak meminta rincian satu catatan. Kasir mengirim rincian catatan itu saja, dan mencatatnya di jejak audit.',
  'down.requestsNone': 'Belum ada permintaan.',
  'down.requestOf': 'Struk {{receipt}}',
  'down.requestMark': 'Catatan {{mark}}',
  'down.requestBy': 'Diminta {{by}}, {{at}}',
  'down.byHub': 'pengelola hub',
  'down.request.waiting': 'Dikirim sebentar lagi',
  'down.request.sent': 'Dikirim {{at}}',
  'down.request.missing': 'Catatan ini tidak ada di kasir ini',
  'down.request.refused': 'Hub tidak menerimanya',
  'down.request.withdrawn': 'Ditarik sebelum dikirim',
  'down.templates': 'Template barang dan harga',
  'down.templatesHow':
    'Ditawarkan oleh pengelola. Belum ada yang berubah sebelum Anda memeriksa dan menyetujuinya.',
  'down.templateUse': 'Periksa dan impor',
  'down.templateUseOf': 'Periksa dan impor {{name}}',
} as const;
