/** The words of a receipt, on paper and where the screen shows one: loaded with it. */
export const printingPageId = {
  'receipt.copy': 'SALINAN',
  'receipt.training': 'LATIHAN – BUKAN BUKTI PEMBAYARAN',
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
  'receipt.qris': 'Bayar dengan QRIS ke {{merchant}}',
  'receipt.codeCheck': 'Pindai untuk memeriksa struk',
  'receipt.codeKeep': 'Simpan kode ini bersama struk',
  'printing.qr.title': 'Pindai untuk memeriksa struk ini',
  'printing.qr.ofHub':
    'Kamera ponsel membuka halaman yang memeriksa tanda tangannya, tanpa kertas.',
  'printing.qr.ofStall':
    'Kode ini untuk lapak: tunjukkan lagi saat menukar barang. Lapak belum tersambung ke hub, jadi belum ada halaman pemeriksa.',
  'printing.qr.none': 'Struk ini tidak punya kode.',
  'printing.qr.hide': 'Sembunyikan QR',
} as const;
