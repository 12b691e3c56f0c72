import type { AtDrawer } from '../../../domain/actor.ts';
import { LapakError } from '../../../domain/errors.ts';
import type { SaleRecord } from '../../../domain/journal/record.ts';
import { saleTypes } from '../../../domain/journal/sale-types.ts';
import { rupiah } from '../../../domain/money.ts';
import { backDraft, type BackToRecord } from '../../../domain/sales/back-draft.ts';
import type { Receipt } from '../../../domain/sales/receipt.ts';
import type { RefundOrder, VoidOrder } from '../../../domain/sales/refund.ts';
import { receiptOf } from '../../../domain/sales/record.ts';
import type { Tx } from '../database/run.ts';
import { write } from '../database/write.ts';
import { readRecord } from '../journal/read-record.ts';
import { codeOf, hashOfCode } from '../payments/vouchers.ts';
import { queueReceipt } from '../printing/queue-receipt.ts';
import { openShiftAt } from '../shifts/shifts-till.ts';
import { type BookedSale, bookNumbered } from './book-sale.ts';
import { endSale } from './end-sale.ts';
import type { RingUpParts } from './ring-up.ts';
import { findRecordByUuid } from './sale-store.ts';
import { readTerms } from './sold-lines.ts';

/**
 * Books a refund or void in one transaction, once for an id, and does what follows it.
 * @throws LapakError SALE_ID_REUSED, and as `book`
 */
export function bookBack(
  till: RingUpParts,
  order: RefundOrder | VoidOrder,
  book: (tx: Tx) => BookedSale,
): Receipt {
  const booked = write(till, (tx) => {
    const first = findRecordByUuid(tx, order.id);
    if (first !== undefined) return { receipt: sameOrder(tx, first, order), tip: null }; // resent
    const sale = book(tx);
    return { ...sale, isPrinted: queueReceipt(tx, sale.position, till.clock()) };
  });
  if (booked.tip) endSale(till, booked);
  return booked.receipt;
}

/** The voucher that is given out where money goes back as credit. */
export function voucherOf(
  { device }: RingUpParts,
  kind: string,
  { id, position }: { readonly id: string; readonly position: number },
): { readonly voucher?: string } {
  return kind === 'credit' ? { voucher: hashOfCode(codeOf(device, id, position)) } : {};
}

/** What comes back of a sale, and how it is paid out. */
export type BackLines = Pick<
  BackToRecord,
  'type' | 'id' | 'sale' | 'lines' | 'tenders' | 'change' | 'reason'
>;

/** Books what goes back in the open shift of the drawer. @throws LapakError SHIFT_CLOSED */
export function bookLines(
  tx: Tx,
  till: RingUpParts,
  { actor, drawer }: AtDrawer,
  back: BackLines,
): BookedSale {
  const atMs = till.clock();
  const { businessDate } = readTerms(tx, atMs);
  const shift = openShiftAt(tx, drawer).number;
  const totalRupiah = rupiah(back.tenders.reduce((sum, { amount }) => sum + amount, 0));
  const { cashier, approver } = actor;
  return bookNumbered(tx, till.device, { row: 'own', atMs, totalRupiah }, (to) =>
    backDraft({ ...back, ...to, atMs, businessDate, cashier, approver, shift }),
  );
}

/** The first receipt of an order that came again. @throws LapakError SALE_ID_REUSED */
function sameOrder(tx: Tx, position: number, order: RefundOrder | VoidOrder): Receipt {
  const first = readRecord(tx, position, ...saleTypes);
  const { head, body } = first;
  const isRefund = 'lines' in order;
  const isSame =
    first.type === (isRefund ? 'refund' : 'void') &&
    body.original === order.number &&
    body.reason === order.reason.normalize('NFC') &&
    (!isRefund || JSON.stringify(bookedParts(first)) === JSON.stringify(orderedParts(order)));
  if (!isSame) throw new LapakError('SALE_ID_REUSED', { number: head.number });
  return receiptOf(first);
}

function bookedParts({ body }: SaleRecord): unknown {
  return [
    body.lines.map(({ of, quantity, restocked = true }) => [of, -quantity, restocked]),
    body.tenders.map(({ kind, amount, reference }) => [kind, amount, reference]),
  ];
}

function orderedParts({ lines, tenders }: RefundOrder): unknown {
  return [
    lines.map(({ at, quantityMilli, isRestocked }) => [at, quantityMilli, isRestocked]),
    paidParts(tenders).map(({ kind, amountRupiah, reference }) => [kind, amountRupiah, reference]),
  ];
}

/** A part of nothing is none. */
export function paidParts(tenders: RefundOrder['tenders']): RefundOrder['tenders'] {
  return tenders.filter(({ amountRupiah }) => amountRupiah > 0);
}
