import type { historyId } from './text.id.ts';

export const historyEn: Record<keyof typeof historyId, string> = {
  'history.reason.quote':
    'A quotation mark in this row has no partner, stands in the wrong place, or its cell holds both a separator and a line break.',
  'history.reason.lineTooLong': 'This line is too long.',
  'history.reason.cells': 'It does not have as many cells as the header.',
  'history.reason.invoice': 'The invoice number is empty or longer than 60 letters.',
  'history.reason.code': 'The product code is empty or longer than 40 letters.',
  'history.reason.quantity':
    'The quantity must be a number, not zero, with three decimals at most.',
  'history.reason.price': 'The price is not a number that can be read.',
  'history.reason.priceNegative': 'The price is less than zero.',
  'history.reason.date': 'The date cannot be read or is not in the calendar.',
  'history.reason.future': 'The date has not come yet.',
  'history.reason.mixed': 'This invoice sells and takes back at once, so it is left out.',
  'history.reason.refundPositive':
    'The number is that of a refund, but the quantity is not negative. Set --refund-prefix.',
  'history.reason.tooManyLines': 'This invoice has more than 1.000 rows, so it is left out.',
  'history.reason.tooLarge': 'The value is too large for one sale or one file.',
  'history.reason.invoiceRejected':
    'Another row of this invoice was rejected, so the whole invoice is left out.',
};
