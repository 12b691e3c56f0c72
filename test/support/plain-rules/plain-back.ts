import {
  giveInCash,
  nearest,
  type PlainPriced,
  type PlainTender,
  sumOf,
  taxKey,
  total,
} from './plain-price.ts';

/**
 * The rules of what comes back a second time: in proportion to the quantity, each part up to here
 * less what came back before, so that all parts together are what was sold and what was paid.
 */

/** What a record sells or takes back; what comes back is negative. Rupiah */
export interface PlainRecord {
  readonly kind: 'sale' | 'refund' | 'void' | 'training';
  readonly lines: readonly PlainPriced[];
  /** What was handed over, or what went back: positive. */
  readonly tenders: readonly PlainTender[];
  readonly change: number;
  /** Negative of what comes back. */
  readonly total: number;
}

/** A refund or void. */
export interface PlainBack extends PlainRecord {
  readonly lines: readonly BackLine[];
}

/** A sale, and what came back of it. */
export interface PlainSale {
  readonly sale: PlainRecord;
  readonly backs: PlainBack[];
}

/** How much of a line of the sale comes back. */
export interface PlainReturn {
  readonly at: number;
  readonly quantityMilli: number;
  readonly isRestocked: boolean;
}

/** A line of a refund, and which of the sale it is. */
export interface BackLine extends PlainPriced {
  readonly of: number;
  readonly isRestocked: boolean;
}

function backsOf({ backs }: PlainSale, at: number): BackLine[] {
  return backs.flatMap(({ lines }) => lines.filter(({ of }) => of === at));
}

/** Thousandths of a line that did not come back yet. */
export function leftOf(standing: PlainSale, at: number): number {
  const { quantityMilli = 0 } = standing.sale.lines[at] ?? {};
  return quantityMilli + total(backsOf(standing, at).map((line) => line.quantityMilli));
}

/** Between two bounds. */
function within(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value));
}

function backLine(standing: PlainSale, back: PlainReturn): BackLine {
  const sold = standing.sale.lines[back.at];
  if (!sold) throw new Error(`the sale has no line ${back.at}`);
  const before = backsOf(standing, back.at);
  const came = (part: (line: BackLine) => number) => -total(before.map(part));
  const upTo = came((line) => line.quantityMilli) + back.quantityMilli;
  const inPart = (sum: number) => nearest(sum * upTo, sold.quantityMilli);
  const isLast = upTo === sold.quantityMilli;
  const worth = isLast ? sold.amount : nearest(sold.priceRupiah * upTo, 1_000);
  const amount = Math.min(sold.amount, worth) - came((line) => line.amount);
  const cut = sold.own + sold.share;
  const cutBefore = came((line) => line.own + line.share);
  // Nobody pays for what they bring back, nor gets more for a line than was paid for it.
  const netLeft = sold.amount - cut - came((line) => line.amount - line.own - line.share);
  const net = within(amount - (inPart(cut) - cutBefore), 0, Math.min(amount, netLeft));
  const off = amount - net;
  const ownLeft = sold.own - came((line) => line.own);
  const shareLeft = sold.share - came((line) => line.share);
  const ownPart = inPart(sold.own) - came((line) => line.own);
  const own = within(ownPart, Math.max(0, off - shareLeft), Math.min(off, ownLeft));
  const taxPart = Math.max(0, inPart(sold.taxPart) - came((line) => line.taxPart));
  return {
    ...sold,
    quantityMilli: -back.quantityMilli,
    amount: minus(amount),
    own: minus(own),
    share: minus(off - own),
    taxPart: minus(taxPart),
    due: minus(net + (sold.tax.isAdded ? taxPart : 0)),
    of: back.at,
    isRestocked: back.isRestocked,
  };
}

function minus(value: number): number {
  return value === 0 ? 0 : -value;
}

export function backLines(standing: PlainSale, backs: readonly PlainReturn[]): BackLine[] {
  return backs.map((back) => backLine(standing, back));
}

/** What of the payment did not go back yet. Rupiah */
export function leftToGive({ sale, backs }: PlainSale): number {
  return sale.total + total(backs.map((back) => back.total));
}

/** What goes back for lines where nothing is rounded; with the last of them all that is left. */
export function dueBack(standing: PlainSale, lines: readonly BackLine[]): number {
  const { sale, backs } = standing;
  const priced = total(sale.lines.map((line) => line.due));
  const came = -total(
    [...backs.flatMap((back) => [...back.lines]), ...lines].map(({ due }) => due),
  );
  const upTo = came >= priced ? sale.total : Math.min(came, sale.total);
  return Math.max(0, upTo - (sale.total - leftToGive(standing)));
}

/** The same in cash: never more than is left, which is cut to the smallest coin. */
export function cashFor(sum: number, left: number, step: number): number {
  const given = giveInCash(sum, step);
  return given <= left ? given : left - (left % Math.min(step, 100));
}

/** What was paid by a means less what went back by it. Rupiah, net of change */
export function leftBy({ sale, backs }: PlainSale, kind: string): number {
  return total([sale, ...backs].map((record) => netBy(record, kind)));
}

/** What a record moves by a means: change goes back from the cash. */
export function netBy({ kind: type, tenders, change }: PlainRecord, kind: string): number {
  const moved = sumOf(tenders, (one) => one === kind) - (kind === 'cash' ? change : 0);
  return type === 'sale' ? moved : minus(moved);
}

/** What of a record is taxed, by kind and whether it was added; what is untaxed is left out. */
export function taxesOf(lines: readonly PlainPriced[]) {
  const taxed = lines.filter(({ tax }) => tax.kind !== 'none');
  const groups = Map.groupBy(taxed, ({ tax }) => taxKey(tax));
  return [...groups.values()].flatMap((alike) => {
    const [first] = alike;
    const taxRupiah = total(alike.map((line) => line.taxPart));
    const baseRupiah = total(alike.map((line) => line.due)) - taxRupiah;
    return first ? [{ ...first.tax, baseRupiah, taxRupiah }] : [];
  });
}
