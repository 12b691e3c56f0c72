import type { printingPageId } from './text.id.ts';

export const printingPageEn: Record<keyof typeof printingPageId, string> = {
  'receipt.copy': 'SALINAN (COPY)',
  'receipt.refund': 'REFUND',
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
};
