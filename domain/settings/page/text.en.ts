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
  'settings.receipt': 'Receipt',
  'settings.print': 'Print receipts',
  'settings.printHow.always': 'Each sale prints its receipt at once.',
  'settings.printHow.ask':
    'The change screen offers a button Print receipt; nothing is printed by itself.',
  'settings.printHow.never':
    'Nothing is printed unless asked for with F8. The drawer still opens for cash.',
  'settings.qr': 'Print the QR that checks a receipt',
  'settings.qrHow':
    'Customers scan it to see that the receipt is genuine. Without paper it shows on the change screen.',
  'settings.footer': 'Words below the receipt',
  'settings.footerHow': 'Three lines at most, such as opening hours or social media.',
  'settings.footerLong': 'Three lines at most, of 96 letters each',
  'settings.footerReturns':
    'Lines that refuse returns or exchanges are not printed: UU 8/1999 article 18 forbids them. Just write how goods can be exchanged.',
  'settings.logo': 'Picture above the receipt',
  'settings.logoHow': 'Black and white, 48 × 25 mm at most; kept as soon as it is chosen.',
  'settings.logoPick': 'Choose a picture',
  'settings.logoOther': 'Another picture',
  'settings.logoRemove': 'Remove the picture',
  'settings.logoWrong': 'That file is no picture that can be opened. Choose a PNG or JPEG.',
  'settings.logoSaved': 'The picture of receipts is kept.',
  'settings.logoGone': 'The picture of receipts is gone.',
};
