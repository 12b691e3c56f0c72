/** The words of a receipt, on paper and where the screen shows one: loaded with it. */
export const printingPageId = {
  'receipt.copy': 'SALINAN',
  'receipt.refund': 'PENGEMBALIAN',
  'receipt.number': 'No. {{number}}',
  'receipt.cashier': 'Kasir: {{cashier}}',
  'receipt.npwp': 'NPWP {{npwp}}',
  'receipt.taxBase': 'DPP',
  'receipt.taxIn': 'Termasuk {{kind}} {{rate}}%',
  'receipt.taxAdded': '{{kind}} {{rate}}%',
  'receipt.total': 'TOTAL',
  'receipt.cash': 'Tunai',
  'receipt.cashOut': 'Tunai dikembalikan',
  'receipt.change': 'KEMBALIAN',
  'receipt.products': 'Macam barang',
  'receipt.thanks': 'Terima kasih sudah berbelanja.',
} as const;
