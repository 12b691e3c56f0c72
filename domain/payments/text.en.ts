import type { English } from '../english.ts';
import type { paymentsId } from './text.id.ts';

export const paymentsEn: English<typeof paymentsId> = {
  'error.tenderShort': 'The payment is {{missingRupiah, rupiah}} short.',
  'error.tenderOver':
    'What was paid without cash is {{overRupiah, rupiah}} more than the total. Check it.',
  'error.tendersTaken':
    'Money was taken for this cart. Undo that first on the payment screen (F9).',
  'error.voucherUnknown': 'This voucher is not of this till, or its code is wrong. Check it again.',
  'error.voucherUsed': 'This voucher was used already: receipt {{number}}.',
  'error.voucherBeforePay':
    'A voucher is scanned while paying: open the register, press F9, then scan it again.',
  'error.voucherTwice': 'This voucher is in this payment already.',
  'error.voucherAmount':
    'This voucher is worth {{amountRupiah, rupiah}}: what was taken of it is not right. Try again.',
  'error.cashInvalid':
    'The cash “{{text}}” cannot be read. Write whole rupiah, for example 50.000.',
  'error.qrisAmount': 'A payment by QRIS is at least Rp1 and at most {{mostRupiah, rupiah}}.',
  'error.qrisChecksum':
    'This QRIS was misread, or it has been changed. Use the original picture from the bank or QRIS provider.',
  'error.qrisDamaged':
    'This QRIS is cut off or damaged. Use the original picture from the bank or QRIS provider.',
  'error.qrisOneTime':
    'This QRIS is for a single payment. Use the static one, which has no amount in it.',
  'error.qrisOther': 'This code is not a QRIS.',
  'payments.title': 'Payment',
  'payments.due': 'Due',
  'payments.received': 'Cash received',
  'payments.receivedHint': 'Empty = exact',
  'payments.quick': 'Quick amounts',
  'payments.exact': 'Exact',
  'payments.noSen': 'no sen',
  'payments.keypad': 'Number pad',
  'payments.backspace': 'Delete one digit',
  'payments.change': 'Change',
  'payments.short': 'Short',
  'payments.confirm': 'Take payment',
  'payments.confirmPart': 'Take a part',
  'payments.scanned': 'Scanned during the payment',
  'payments.scannedHow': 'Goes into the next cart, unless it is added now.',
  'payments.addScans': 'Add to this cart',
  'payments.awaitsScans': 'Waiting for what was just scanned…',
  'payments.seeFirst': 'First see the scans that are in no cart',
  'payments.lastAdded': 'Added last',
  'payments.doubtLarge':
    'Cash received {{received, rupiah}} for a total of {{due, rupiah}}. Right?',
  'payments.doubtNoCoins':
    'No notes and coins make {{received, rupiah}}. Is that what you were given?',
  'payments.check': 'Check again',
  'payments.surely': 'Right, take it',
  'payments.sending': 'Booking the sale…',
  'payments.waiting': 'Waiting for Lapak. This sale will not be booked twice.',
  'payments.shortWhy': 'The cash received is still short',
  'payments.paid': 'Paid',
  'payments.lastChange': 'Change of receipt {{number}}',
  'payments.noChange': 'Exact cash, no change',
  'payments.cash': 'Cash',
  'payments.kind.qris': 'QRIS',
  'payments.kind.card': 'Card',
  'payments.kind.transfer': 'Transfer',
  'payments.kind.credit': 'Voucher',
  'payments.kind.exchange': 'Exchange',
  'payments.kinds': 'Pay without cash',
  'payments.taken': 'Taken so far',
  'payments.takenOf': 'Taken by {{kind}}',
  'payments.left': 'Left',
  'payments.doubtOver': '{{over, rupiah}} more than the total was taken. Give it back in cash?',
  'payments.surelyOver': 'Give back {{over, rupiah}}',
  'payments.drop': 'Undo {{kind}} {{amount, rupiah}}',
  'payments.claimed': 'not checked yet',
  'payments.openOfShift_one':
    '{{count, number}} payment of this shift is not checked, {{amount, rupiah}}.',
  'payments.openOfShift':
    '{{count, number}} payments of this shift are not checked, {{amount, rupiah}}.',
  'payments.doubtPart':
    'Take {{received, rupiah}} in cash as a part? The rest of {{rest, rupiah}} is paid next.',
  'payments.surelyPart': 'Yes, a part',
  'payments.receiptNumber': 'Receipt number',
  'payments.next': 'Next sale',
  'payments.nextHint': 'Scan or touch a product to start the next sale.',
};
