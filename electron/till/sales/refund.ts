import { randomUUID } from 'node:crypto';
import type { AtDrawer } from '../../../domain/actor.ts';
import { LapakError } from '../../../domain/errors.ts';
import type { SaleRecord } from '../../../domain/journal/record.ts';
import { saleTypes } from '../../../domain/journal/sale-types.ts';
import { rupiah } from '../../../domain/money.ts';
import type { Tender } from '../../../domain/payments/tender.ts';
import { backDraft, type BackToRecord } from '../../../domain/sales/back-draft.ts';
import type { Receipt } from '../../../domain/sales/receipt.ts';
import type {
  RefundOrder,
  RefundQuote,
  RefundWish,
  VoidOrder,
} from '../../../domain/sales/refund.ts';
import { receiptOf } from '../../../domain/sales/record.ts';
import { payOutAsPaid, settleRefund } from '../../../domain/sales/settle-refund.ts';
import {
  allLeft,
  cashBack,
  leftOfLines,
  leftToPayOut,
  linesBack,
  payOutFor,
  type Standing,
  tendersLeft,
  whyNoVoid,
} from '../../../domain/sales/standing.ts';
import { read, write } from '../database/write.ts';
import type { Tx } from '../database/run.ts';
import { unverifiedOf } from '../payments/open-claim-store.ts';
import { codeOf, hashOfCode } from '../payments/vouchers.ts';
import { openDrawer } from '../printing/open-drawer.ts';
import { isInCash } from '../printing/paper-job.ts';
import { queueReceipt } from '../printing/queue-receipt.ts';
import { findOpenShift } from '../shifts/shift-store.ts';
import { openShiftAt } from '../shifts/shifts-till.ts';
import { afterSale, type BookedSale, bookNumbered } from './book-sale.ts';
import { exchangeApprover } from './give-leave.ts';
import { findRecordByUuid } from './sale-store.ts';
import { readRecord } from '../journal/read-record.ts';
import { requireReceiptRecord } from './read-receipt.ts';
import { readStanding } from './read-standing.ts';
import type { RingUpParts } from './ring-up.ts';
import { readTerms } from './sold-lines.ts';

/**
 * A sale with what has come back of it, and what the lines of a wish come to.
 * @throws LapakError RECEIPT_UNKNOWN, RECEIPT_NONE, REFUND_ABOVE_SOLD
 */
export function quoteRefund(
  till: RingUpParts,
  { drawer }: Pick<AtDrawer, 'drawer'>,
  { number, lines: returned }: RefundWish,
): RefundQuote {
  return read(till, (tx) => {
    const standing = readStanding(tx, number);
    const { sale, backs } = standing;
    const lines = returned.length > 0 ? linesBack(standing, returned) : [];
    const step = readTerms(tx, till.clock()).cashRoundingRupiah;
    const leftRupiah = leftToPayOut(standing);
    const dueRupiah = payOutFor(standing, lines);
    const { tenders, changesTender } = payOutAsPaid(standing, lines, step);
    return {
      receipt: receiptOf(sale),
      leftMilli: leftOfLines(standing),
      tenders: tendersLeft(standing),
      leftRupiah,
      dueRupiah,
      cashRupiah: cashBack(dueRupiah, leftRupiah, step),
      asPaid: { tenders: [...tenders], changesTender },
      unverifiedRupiah: rupiah(unverifiedOf(tx, requireReceiptRecord(tx, number))),
      backs: backs.map(({ head }) => {
        return { number: head.number, kind: head.type, totalRupiah: rupiah(head.total) };
      }),
      noVoid: whyNoVoid(standing, findOpenShift(tx, drawer)?.number),
    };
  });
}

/**
 * Books what comes back of a sale: goods, money and paper in one transaction. The same order again
 * returns the first receipt.
 * @throws LapakError SHIFT_CLOSED, RECEIPT_UNKNOWN, RECEIPT_NONE, REFUND_OF_REFUND,
 *   REFUND_ABOVE_SOLD, REFUND_SUM, REFUND_TENDER, TOTAL_TOO_LARGE, STOCK_TOO_LARGE,
 *   SALE_ID_REUSED, CLOCK_WRONG
 */
export function refund(till: RingUpParts, at: AtDrawer, order: RefundOrder): Receipt {
  return bookBack(till, order, (tx) => {
    const standing = readStanding(tx, order.number);
    const lines = linesBack(standing, order.lines);
    const { cashRoundingRupiah: step } = readTerms(tx, till.clock());
    const { tenders, changesTender = false } = order;
    settleRefund(standing, lines, { tenders, changesTender, step });
    return bookLines(tx, till, at, {
      type: 'refund',
      id: order.id,
      sale: standing.sale,
      lines,
      tenders: paidParts(tenders).map(({ amountRupiah: amount, ...told }, position) => {
        return { amount, ...told, ...voucherOf(till, told.kind, { id: order.id, position }) };
      }),
      change: 0,
      reason: order.reason,
    });
  });
}

/**
 * Takes a sale of the open shift back whole, by the means that it was paid by. The same order again
 * returns the first receipt.
 * @throws LapakError SHIFT_CLOSED, RECEIPT_UNKNOWN, RECEIPT_NONE, REFUND_OF_REFUND, VOID_REFUNDED,
 *   VOID_EXCHANGED, VOID_SHIFT_OVER, TOTAL_TOO_LARGE, STOCK_TOO_LARGE, SALE_ID_REUSED, CLOCK_WRONG
 */
export function voidSale(till: RingUpParts, at: AtDrawer, order: VoidOrder): Receipt {
  return bookBack(till, order, (tx) => {
    const standing = readStanding(tx, order.number);
    requireVoidable(standing, openShiftAt(tx, at.drawer).number);
    const { cash = 0, ...others } = standing.sale.head.tenders;
    const went = Object.entries({ cash: Math.max(0, cash), ...others });
    return bookLines(tx, till, at, {
      type: 'void',
      id: order.id,
      sale: standing.sale,
      lines: linesBack(standing, allLeft(standing)),
      tenders: went
        .filter(([, amount]) => amount > 0)
        .map(([kind, amount], position) => {
          return { kind, amount, ...voucherOf(till, kind, { id: order.id, position }) };
        }),
      change: Math.max(0, -cash),
      reason: order.reason,
    });
  });
}

/** Goods that come back for others, as the cart that pays with them says. */
interface Exchanging {
  /** Id of that cart. */
  readonly cart: string;
  readonly exchange: Extract<Tender, { readonly kind: 'exchange' }>;
  /** See exchangeApprover(). */
  readonly used: Set<string>;
}

/**
 * Books the refund of an exchange within the transaction of its sale: it pays out what the sale is
 * paid with, so that no money moves for it.
 * @throws LapakError as refund(), NOT_ALLOWED
 */
export function bookExchange(
  tx: Tx,
  till: RingUpParts,
  at: AtDrawer,
  { cart, exchange, used }: Exchanging,
): BookedSale {
  const standing = readStanding(tx, exchange.number);
  const lines = linesBack(standing, exchange.lines);
  const { kind, amountRupiah } = exchange;
  const dueRupiah = payOutFor(standing, lines);
  if (amountRupiah !== dueRupiah) {
    throw new LapakError('REFUND_SUM', { dueRupiah, cashRupiah: dueRupiah });
  }
  const approver = exchangeApprover(tx, at.actor, { cart, exchange, used });
  return bookLines(
    tx,
    till,
    { ...at, actor: { ...at.actor, approver } },
    {
      type: 'refund',
      id: randomUUID(),
      sale: standing.sale,
      lines,
      tenders: [{ kind, amount: amountRupiah }],
      change: 0,
      reason: exchange.reason,
    },
  );
}

/** Books in one transaction, once for an id; then opens the drawer where cash moves. */
function bookBack(
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
  if (booked.tip) {
    afterSale(till, booked);
    if (!booked.isPrinted && isInCash(booked.receipt)) void openDrawer(till);
  }
  return booked.receipt;
}

/** The voucher that is given out where money goes back as credit. */
function voucherOf(
  { device }: RingUpParts,
  kind: string,
  { id, position }: { readonly id: string; readonly position: number },
): { readonly voucher?: string } {
  return kind === 'credit' ? { voucher: hashOfCode(codeOf(device, id, position)) } : {};
}

type Lines = Pick<BackToRecord, 'type' | 'id' | 'sale' | 'lines' | 'tenders' | 'change' | 'reason'>;

function bookLines(
  tx: Tx,
  till: RingUpParts,
  { actor, drawer }: AtDrawer,
  back: Lines,
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

/** @throws LapakError REFUND_OF_REFUND, VOID_REFUNDED, VOID_EXCHANGED, VOID_SHIFT_OVER */
function requireVoidable(standing: Standing, openShift: number): void {
  const { number } = standing.sale.head;
  switch (whyNoVoid(standing, openShift)) {
    case null:
      return;
    case 'not-a-sale':
      throw new LapakError('REFUND_OF_REFUND', { number });
    case 'refunded':
      throw new LapakError('VOID_REFUNDED', { number });
    case 'exchanged':
      throw new LapakError('VOID_EXCHANGED', { number });
    case 'shift':
      throw new LapakError('VOID_SHIFT_OVER', { number });
  }
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
function paidParts(tenders: RefundOrder['tenders']): RefundOrder['tenders'] {
  return tenders.filter(({ amountRupiah }) => amountRupiah > 0);
}
