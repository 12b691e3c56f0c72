import type { settingsPageId } from './text.id.ts';

export const settingsPageEn: Record<keyof typeof settingsPageId, string> = {
  'settings.tax': 'Tax',
  'settings.taxKind': 'Sales tax',
  'settings.taxKind.none': 'None',
  'settings.taxKind.ppn': 'PPN (VAT)',
  'settings.taxKind.ppn-luxury': 'PPN on luxury goods',
  'settings.taxKind.pbjt': 'PBJT on food and drink',
  'settings.taxKindHow.none': 'A stall that is not registered for PPN charges none.',
  'settings.taxKindHow.ppn': '12% of 11/12 of the price (PMK 131/2024). Registered stalls only.',
  'settings.taxKindHow.ppn-luxury':
    '12% of the whole price (PMK 131/2024). Registered stalls only.',
  'settings.taxKindHow.pbjt': '10% for the region (UU 1/2022), for those who sell food.',
  'settings.taxWay': 'Shelf prices',
  'settings.taxWay.in': 'Include the tax',
  'settings.taxWay.added': 'Do not, tax is added',
  'settings.npwp': 'Tax number (NPWP)',
  'settings.npwpHow': 'Printed on receipts with the PPN. Empty for a stall that is not registered.',
  'settings.npwpWrong': 'An NPWP has 15 or 16 digits',
  'settings.textSize': 'Text size',
  'settings.textSizeHow': 'Everything on the till’s screen grows with it.',
  'settings.percent': '{{percent, number}}%',
  'settings.npwpNeeded': 'Only a registered stall charges PPN: enter its NPWP',
};
