import { LapakError } from '../errors.ts';
import type { SaleRecord } from '../journal/record.ts';
import { dueOf } from '../journal/sale-body.ts';
import { type Rupiah, rupiah } from '../money.ts';
import { milli, type Milli } from '../quantity.ts';
import { backLine, dueBack, type LineBody, partsBack } from './give-back.ts';
import { roundCash } from './pricing.ts';
import type { ReturnedLine } from './returned.ts';

/** A sale, and the refunds that answer it, the oldest first. */
export interface Standing {
  readonly sale: SaleRecord;
  readonly backs: readonly SaleRecord[];
}

/** What is left of each line of the sale, in their order. Thousandths */
export function leftOfLines({ sale, backs }: Standing): Milli[] {
  const byLine = backsByLine(backs);
  return sale.body.lines.map((sold, at) => leftOf(sold, byLine.get(at)));
}

/** Nothing of a line that gives back itself. */
function leftOf(sold: LineBody, backs: readonly LineBody[] = []): Milli {
  return milli(Math.max(0, sold.quantity - partsBack(backs).quantity));
}

/**
 * The lines that a refund has for what comes back.
 * @throws LapakError REFUND_ABOVE_SOLD, REFUND_OF_REFUND, REFUND_TAKEN_OVER, REFUND_TOO_MANY
 */
export function linesBack(standing: Standing, returned: readonly ReturnedLine[]): LineBody[] {
  const { sale, backs } = standing;
  requireRefundable(standing);
  const byLine = backsByLine(backs);
  return returned.map(({ at, quantityMilli, isRestocked }) => {
    const sold = sale.body.lines[at];
    const before = byLine.get(at) ?? [];
    const leftMilli = sold ? leftOf(sold, before) : milli(0);
    if (!sold || quantityMilli > leftMilli) {
      throw new LapakError('REFUND_ABOVE_SOLD', { name: sold?.name ?? '', leftMilli });
    }
    const line = backLine(sold, partsBack(before), quantityMilli);
    return { ...line, of: at, ...(isRestocked ? {} : { restocked: false as const }) };
  });
}

/** Most refunds of one sale: more than anybody counts out at a counter. */
const BACKS_MAX = 500;

/** @throws LapakError REFUND_OF_REFUND, REFUND_TAKEN_OVER, REFUND_TOO_MANY */
function requireRefundable({ sale: { type, head }, backs }: Standing): void {
  const { number } = head;
  if (type !== 'sale') throw new LapakError('REFUND_OF_REFUND', { number });
  if (head.source !== undefined) throw new LapakError('REFUND_TAKEN_OVER', { number });
  if (backs.length >= BACKS_MAX) {
    throw new LapakError('REFUND_TOO_MANY', { refunds: backs.length });
  }
}

/** All that is left of a sale, to come back at once. */
export function allLeft(standing: Standing): ReturnedLine[] {
  return leftOfLines(standing).flatMap((quantityMilli, at) => {
    return quantityMilli > 0 ? [{ at, quantityMilli, isRestocked: true }] : [];
  });
}

/** What of the sale's payment has not gone back. Rupiah */
export function leftToPayOut({ sale, backs }: Standing): Rupiah {
  return rupiah(sale.head.total + backs.reduce((sum, { head }) => sum + head.total, 0));
}

/**
 * What goes back for lines, where none of it is rounded: all refunds of a sale together are what
 * was paid for it, whatever was rounded then. Rupiah
 */
export function payOutFor(standing: Standing, lines: readonly LineBody[]): Rupiah {
  const { sale, backs } = standing;
  const due = sale.body.lines.reduce((sum, line) => sum + dueOf(line), 0);
  const before = backs.reduce((sum, { body }) => sum + dueBack(body.lines), 0);
  const upTo = before + dueBack(lines);
  const target = upTo >= due ? sale.head.total : Math.min(upTo, sale.head.total);
  const wentBack = sale.head.total - leftToPayOut(standing);
  return rupiah(Math.max(0, target - wentBack));
}

/**
 * What of a sum goes back in cash: rounded as cash is, to the customer's good, and never more than
 * is left of what was paid; where that is less, down to the smallest coin. Rupiah
 * @param left what can go back at most
 */
export function cashBack(sum: Rupiah, left: Rupiah, step: number): Rupiah {
  if (sum <= 0) return rupiah(0);
  const rounded = -roundCash(rupiah(-sum), step);
  const coin = Math.min(step, SMALLEST_COIN);
  return rupiah(rounded <= left ? rounded : Math.floor(left / coin) * coin);
}

/** In circulation. Source: Bank Indonesia */
const SMALLEST_COIN = 100;

/** What was paid by each means less what went back by it; none that is nothing. Rupiah */
export function tendersLeft({ sale, backs }: Standing): { kind: string; leftRupiah: Rupiah }[] {
  const kinds = Object.entries(sale.head.tenders);
  return kinds.flatMap(([kind, paid]) => {
    const left = backs.reduce((sum, { head }) => sum + (head.tenders[kind] ?? 0), paid);
    return left > 0 ? [{ kind, leftRupiah: rupiah(left) }] : [];
  });
}

/** Why a sale cannot be taken back whole as if it had never been; null where it can. */
export function whyNoVoid(
  { sale, backs }: Standing,
  openShift: number | undefined,
): 'not-a-sale' | 'exchanged' | 'refunded' | 'shift' | null {
  const { head } = sale;
  if (head.type !== 'sale' || head.source !== undefined) return 'not-a-sale';
  if (backs.length > 0) return 'refunded';
  if (head.shift === undefined || head.shift !== openShift) return 'shift';
  return 'exchange' in head.tenders ? 'exchanged' : null;
}

/** What came back of each line, by its place: a long receipt is looked through once. */
export function backsByLine(
  backs: readonly SaleRecord[],
): ReadonlyMap<number | undefined, readonly LineBody[]> {
  return Map.groupBy(
    backs.flatMap(({ body }) => body.lines),
    ({ of }) => of,
  );
}
