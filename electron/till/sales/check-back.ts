import {
  isSaleRecord,
  type JournalRecord,
  type SaleRecord,
} from '../../../domain/journal/record.ts';
import { dueOf } from '../../../domain/journal/sale-body.ts';
import { isBackType, saleTypes } from '../../../domain/journal/sale-types.ts';
import { TENDERS_MAX } from '../../../domain/payments/tender.ts';
import { backLine, partsBack } from '../../../domain/sales/give-back.ts';
import { backsByLine } from '../../../domain/sales/standing.ts';
import { milli } from '../../../domain/quantity.ts';
import { parseMark } from '../../../domain/sync/place.ts';
import type { Tx } from '../database/run.ts';
import { readRecord } from '../journal/read-record.ts';
import { findPlaced, recordsFrom } from '../journal/record-store.ts';
import { findVoucher } from '../payments/voucher-store.ts';
import { findRecordByNumber, isExchanged, listBacks } from './sale-store.ts';

/**
 * Why a sale is paid with what did not come, or a refund or void takes back what it cannot: no
 * sale, or more than was sold or paid. English, for the log and the auditor; undefined of what is
 * right, and of every other record.
 */
export function findBackFault(tx: Tx, position: number, record: JournalRecord): string | undefined {
  if (!isSaleRecord(record)) return undefined;
  const { type, head } = record;
  if (!isBackType(type)) return findPaidFault(tx, position, record);
  if (head.ref === undefined) return undefined;
  const { epoch, seq } = parseMark(head.ref);
  const placed = findPlaced(tx, epoch, seq);
  if (!placed || placed.position >= position) return 'it answers no record before it';
  const sale = saleAt(tx, placed.position);
  if (!sale) return 'it answers no sale';
  const upTo = listBacks(tx, head.ref).filter((one) => one <= position);
  const backs = upTo.map((one) => readRecord(tx, one, ...saleTypes));
  const isWhole = record.body.lines.every(({ of }) => of !== undefined);
  if (!isWhole) return 'a line of it is of no line of its sale';
  const fault = whatDiffers(sale, record);
  if (fault !== undefined) return fault;
  if (type === 'void' && !isAllOf(sale, record)) return 'it voids less or more than its sale';
  if (!isUsed(tx, position, record)) return 'it was exchanged for nothing';
  const exceeds = whatExceeds(sale, backs);
  if (exceeds !== undefined) return exceeds;
  const isPriced = isPricedAs(sale, backs.slice(0, -1), record);
  return isPriced ? undefined : 'a line of it is not the part that came back';
}

/** Whether each line has the part of its sale's line that so much of it comes to. */
function isPricedAs(sale: SaleRecord, before: readonly SaleRecord[], back: SaleRecord): boolean {
  const byLine = backsByLine(before);
  return back.body.lines.every((line) => {
    const sold = sale.body.lines[line.of ?? 0];
    if (!sold) return false;
    const part = backLine(sold, partsBack(byLine.get(line.of) ?? []), milli(-line.quantity));
    return (
      line.amount === part.amount &&
      (line.discount ?? 0) === (part.discount ?? 0) &&
      (line.share ?? 0) === (part.share ?? 0) &&
      (line.tax?.tax ?? 0) === (part.tax?.tax ?? 0)
    );
  });
}

/** Whether what was paid out as goods pays for the sale that was booked with it. */
function isUsed(tx: Tx, position: number, { head }: SaleRecord): boolean {
  if (!('exchange' in head.tenders)) return true;
  const last = position + 2 * TENDERS_MAX; // see isBookedWith()
  return isExchanged(tx, { number: head.number, after: position, last });
}

/** What a sale is paid with beside money: goods that came back for it, and vouchers. */
function findPaidFault(tx: Tx, position: number, { body }: SaleRecord): string | undefined {
  const backs = body.tenders.filter(({ kind }) => kind === 'exchange');
  const exchanges = new Set(backs.map(({ reference }) => reference)).size;
  if (exchanges < backs.length) return 'it is paid twice with the same goods';
  for (const { kind, amount, reference, voucher, rest } of body.tenders) {
    if (kind === 'exchange') {
      const back = reference === undefined ? undefined : findRecordByNumber(tx, reference);
      const isOfIt = back !== undefined && isBookedWith(tx, back, { position, exchanges });
      const paid = isOfIt ? exchangedIn(readRecord(tx, back, ...saleTypes)) : 0;
      if (paid !== amount) return 'it is paid with goods that did not come back for it';
    }
    if (kind === 'credit') {
      const given = voucher === undefined ? undefined : findVoucher(tx, voucher);
      const worth = amount + (rest?.amount ?? 0);
      if (given?.amountRupiah !== worth) return 'it is paid with a voucher that was not given out';
    }
  }
  return undefined;
}

/**
 * Whether a refund was booked with the sale at a place that so many exchanges pay for: nothing was
 * sold between them. Each may have what was found out of the clock before it.
 */
function isBookedWith(
  tx: Tx,
  back: number,
  { position, exchanges }: { readonly position: number; readonly exchanges: number },
): boolean {
  const between = position - back - 1;
  if (between < 0 || between > 2 * exchanges) return false;
  return recordsFrom(tx, back + 1, between).every(({ type }) => type !== 'sale');
}

function exchangedIn({ body }: SaleRecord): number {
  const exchanged = body.tenders.filter(({ kind }) => kind === 'exchange');
  return exchanged.reduce((sum, { amount }) => sum + amount, 0);
}

/** Whether a void takes back all of its sale, in its shift and by its means. */
function isAllOf(sale: SaleRecord, { head, body }: SaleRecord): boolean {
  const kinds = new Set([...Object.keys(sale.head.tenders), ...Object.keys(head.tenders)]);
  const isSame = [...kinds].every(
    (kind) => (sale.head.tenders[kind] ?? 0) + (head.tenders[kind] ?? 0) === 0,
  );
  const whole = new Map(body.lines.map(({ of, quantity }) => [of, -quantity]));
  const isAll = sale.body.lines.every(({ quantity }, at) => whole.get(at) === quantity);
  const isOnce = body.lines.length === sale.body.lines.length;
  return isSame && isAll && isOnce && sale.head.shift === head.shift;
}

function saleAt(tx: Tx, position: number): SaleRecord | undefined {
  try {
    return readRecord(tx, position, 'sale');
  } catch {
    return undefined; // another type of record
  }
}

/** What it says otherwise than its sale does. */
function whatDiffers({ head, body }: SaleRecord, back: SaleRecord): string | undefined {
  if (back.body.original !== head.number) return 'it tells another number of its sale';
  if (back.body.originalOn !== head.businessDate) return 'it tells another day of its sale';
  const isSame = back.body.lines.every((line) => {
    const sold = body.lines[line.of ?? 0];
    return (
      sold !== undefined &&
      line.code === sold.code &&
      line.name === sold.name &&
      line.unit === sold.unit &&
      line.factor === sold.factor &&
      line.price === sold.price &&
      (line.tax === undefined || line.tax.kind === sold.tax?.kind)
    );
  });
  if (!isSame) return 'a line of it is not that of its sale';
  const isGiven = back.body.tenders.every(
    ({ kind, voucher }) => kind !== 'credit' || voucher !== undefined,
  );
  return isGiven ? undefined : 'its voucher has no code';
}

function whatExceeds(sale: SaleRecord, backs: readonly SaleRecord[]): string | undefined {
  const byLine = backsByLine(backs);
  for (const [at, sold] of sale.body.lines.entries()) {
    const back = byLine.get(at) ?? [];
    const quantity = back.reduce((sum, line) => sum - line.quantity, 0);
    const due = back.reduce((sum, line) => sum - dueOf(line), 0);
    if (quantity > sold.quantity || due > dueOf(sold)) return 'more came back than was sold';
  }
  const card = ['card', 'qris'].find((kind) => {
    const back = backs.reduce((sum, { head }) => sum - (head.tenders[kind] ?? 0), 0);
    return back > Math.max(0, sale.head.tenders[kind] ?? 0);
  });
  if (card !== undefined) return `more went back by ${card} than was paid by it`;
  const paidOut = backs.reduce((sum, { head }) => sum - head.total, 0);
  return paidOut > sale.head.total ? 'more was paid back than was paid' : undefined;
}
