import type { RecordHead } from '../journal/record.ts';
import type { VerdictKind } from './verdict.ts';

/** Sums of one business date, of what counts: `ok`, and `fork`, since both were sold. Rupiah. */
export interface DaySums {
  /** Sales and refunds. */
  receipts: number;
  sales: number;
  refundCount: number;
  /** Positive. */
  refunds: number;
  discount: number;
  tax: number;
  rounding: number;
  zCount: number;
  /** Z reports of a shift without a sale or refund. */
  nilZCount: number;
  /** Records that do not count, whatever they say. */
  quarantined: number;
  records: number;
}

/** Sums of a shift, which its Z has to agree with. Rupiah. */
export type ShiftSums = Pick<
  DaySums,
  'receipts' | 'sales' | 'refundCount' | 'refunds' | 'discount' | 'tax' | 'rounding'
>;

/** What a few records add to the sums of their till, by the keys of the tables. */
export interface Totals {
  readonly days: Map<string, DaySums>;
  /** Net of change and refunds, by date and kind of tender. */
  readonly tenders: Map<string, Map<string, number>>;
  /** As the Z reports say, by date and kind. */
  readonly taxes: Map<string, Map<string, { base: number; tax: number }>>;
  readonly shifts: Map<number, ShiftSums>;
  readonly shiftTenders: Map<number, Map<string, number>>;
}

/** Sums of nothing. */
export function emptyTotals(): Totals {
  return {
    days: new Map(),
    tenders: new Map(),
    taxes: new Map(),
    shifts: new Map(),
    shiftTenders: new Map(),
  };
}

/** Adds a record: its date, its shift. What was taken over from another system is no turnover. */
export function addRecord(totals: Totals, head: RecordHead, verdict: VerdictKind): void {
  const day = orNew(totals.days, head.businessDate, noDaySums);
  day.records += 1;
  if (verdict === 'quarantined' || verdict === 'held') {
    day.quarantined += 1;
    return;
  }
  if (head.type === 'z') addZ(totals, day, head);
  if (head.type !== 'sale' && head.type !== 'refund') return;
  if (head.source !== undefined) return;
  addSale(day, head);
  addTenders(orNew(totals.tenders, head.businessDate, newSums), head.tenders);
  if (head.shift === undefined) return;
  addSale(orNew(totals.shifts, head.shift, noShiftSums), head);
  addTenders(orNew(totals.shiftTenders, head.shift, newSums), head.tenders);
}

/** Adds a record that the hub cannot read: of no known date. */
export function addUnread(totals: Totals): void {
  const day = orNew(totals.days, '', noDaySums);
  day.records += 1;
  day.quarantined += 1;
}

/** What a Z report restates of its shift, in the form of the sums that it is held against. */
function sumsOfZ(head: Extract<RecordHead, { type: 'z' }>): ShiftSums {
  const { sales, refunds, discount, tax, rounding } = head;
  return {
    receipts: sales.count + refunds.count,
    sales: sales.total,
    refundCount: refunds.count,
    refunds: refunds.total,
    discount,
    tax,
    rounding,
  };
}

/** Whether a Z report says what the sales and refunds of its shift come to. */
export function isZRight(
  head: Extract<RecordHead, { type: 'z' }>,
  sums: ShiftSums | undefined,
  tenders: ReadonlyMap<string, number> | undefined,
): boolean {
  const said = sumsOfZ(head);
  const found = sums ?? noShiftSums();
  const keys = Object.keys(said) as (keyof ShiftSums)[]; // its own keys
  if (keys.some((key) => said[key] !== found[key])) return false;
  const kinds = new Set([...Object.keys(head.tenders), ...(tenders?.keys() ?? [])]);
  return [...kinds].every((kind) => (head.tenders[kind] ?? 0) === (tenders?.get(kind) ?? 0));
}

function addZ(totals: Totals, day: DaySums, head: Extract<RecordHead, { type: 'z' }>): void {
  day.zCount += 1;
  if (head.sales.count + head.refunds.count === 0) day.nilZCount += 1;
  const taxes = orNew(totals.taxes, head.businessDate, newTaxes);
  for (const { kind, base, tax } of head.taxes) {
    const sum = orNew(taxes, kind, () => ({ base: 0, tax: 0 }));
    sum.base += base;
    sum.tax += tax;
  }
}

function addSale(sums: ShiftSums, head: Extract<RecordHead, { type: 'sale' | 'refund' }>): void {
  sums.receipts += 1;
  if (head.type === 'sale') sums.sales += head.total;
  else {
    sums.refundCount += 1;
    sums.refunds -= head.total;
  }
  sums.discount += head.discount;
  sums.tax += head.tax;
  sums.rounding += head.rounding;
}

function addTenders(sums: Map<string, number>, tenders: Readonly<Record<string, number>>): void {
  for (const [kind, amount] of Object.entries(tenders)) {
    sums.set(kind, (sums.get(kind) ?? 0) + amount);
  }
}

function noShiftSums(): ShiftSums {
  return { receipts: 0, sales: 0, refundCount: 0, refunds: 0, discount: 0, tax: 0, rounding: 0 };
}

function noDaySums(): DaySums {
  return { ...noShiftSums(), zCount: 0, nilZCount: 0, quarantined: 0, records: 0 };
}

function newSums(): Map<string, number> {
  return new Map();
}

function newTaxes(): Map<string, { base: number; tax: number }> {
  return new Map();
}

function orNew<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const found = map.get(key);
  if (found !== undefined) return found;
  const made = make();
  map.set(key, made);
  return made;
}
