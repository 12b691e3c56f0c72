import type { printingPageId } from './text.id.ts';

export const printingPageEn: Record<keyof typeof printingPageId, string> = {
  'receipt.copy': 'SALINAN (COPY)',
  'receipt.training': 'TRAINING – NOT A PROOF OF PAYMENT',
  'receipt.refund': 'REFUND',
  'receipt.void': 'VOID',
  'receipt.original': 'Of receipt {{number}}',
  'receipt.reason': 'Reason: {{reason}}',
  'receipt.voucher': 'SHOPPING VOUCHER',
  'receipt.voucherHow': 'Pay with this code at our stall, once. Keep it safe.',
  'receipt.number': 'No. {{number}}',
  'receipt.cashier': 'Cashier: {{cashier}}',
  'receipt.npwp': 'NPWP {{npwp}}',
  'receipt.taxBase': 'Tax base (DPP)',
  'receipt.taxIn': 'Includes {{kind}} {{rate}}%',
  'receipt.taxAdded': '{{kind}} {{rate}}%',
  'receipt.total': 'TOTAL',
  'receipt.cash': 'Cash',
  'receipt.cashOut': 'Cash paid back',
  'receipt.change': 'CHANGE',
  'receipt.products': 'Products',
  'receipt.thanks': 'Thank you for your visit.',
  'receipt.qris': 'Pay by QRIS to {{merchant}}',
  'receipt.codeCheck': 'Scan to check this receipt',
  'receipt.codeKeep': 'Keep this code with the receipt',
  'printing.qr.title': 'Scan to check this receipt',
  'printing.qr.ofHub':
    'The phone’s camera opens the page that checks its signature, without paper.',
  'printing.qr.ofStall':
    'This code is for the stall: show it again to exchange goods. The stall is not at a hub yet, so no page checks it.',
  'printing.qr.none': 'This receipt has no code.',
  'printing.qr.hide': 'Hide the QR',
};
