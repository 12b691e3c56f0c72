import { isSaleHead, type RecordHead } from '../journal/record.ts';
import { nothing, type ShiftSums, sumsWith } from './open-shifts.ts';
import type { VerdictKind } from './verdict.ts';

/** Sums of one business date, of what counts: `ok`, and `fork`, since both were sold. Rupiah. */
export interface DaySums extends ShiftSums {
  readonly zCount: number;
  /** Z reports of a shift without a sale or refund. */
  readonly nilZCount: number;
  /** Records that do not count, whatever they say. */
  readonly quarantined: number;
  readonly records: number;
}

/** What a few records add to the sums of their till, by the keys of the tables. */
export interface Totals {
  readonly days: Map<string, DaySums>;
  /** Net of change and refunds, by date and kind of tender. */
  readonly tenders: Map<string, Map<string, number>>;
  /** As the Z reports say, by date and kind. */
  readonly taxes: Map<string, Map<string, { base: number; tax: number }>>;
}

/** Sums of nothing. */
export function emptyTotals(): Totals {
  return { days: new Map(), tenders: new Map(), taxes: new Map() };
}

/** Adds a record to its date. What was taken over from another system is no turnover. */
export function addRecord(totals: Totals, head: RecordHead, verdict: VerdictKind): void {
  const { businessDate: date } = head;
  const before = totals.days.get(date) ?? noDay;
  const day = { ...before, records: before.records + 1 };
  totals.days.set(date, { ...day, ...dayWith(day, head, verdict) });
  if (verdict === 'quarantined' || verdict === 'held') return;
  if (head.type === 'z') addTaxes(orNew(totals.taxes, date), head);
  const isOwn = isSaleHead(head) && head.source === undefined;
  if (isOwn) addTenders(orNew(totals.tenders, date), head.tenders);
}

/** Adds a record that the hub cannot read: of no known date. */
export function addUnread(totals: Totals): void {
  const { records, quarantined, ...day } = totals.days.get('') ?? noDay;
  totals.days.set('', { ...day, records: records + 1, quarantined: quarantined + 1 });
}

function dayWith(day: DaySums, head: RecordHead, verdict: VerdictKind): Partial<DaySums> {
  if (verdict === 'quarantined' || verdict === 'held') return { quarantined: day.quarantined + 1 };
  switch (head.type) {
    case 'z': {
      const isNil = head.sales.count + head.refunds.count === 0;
      return { zCount: day.zCount + 1, nilZCount: day.nilZCount + (isNil ? 1 : 0) };
    }
    case 'sale':
    case 'refund':
    case 'void':
      return head.source === undefined ? sumsWith(day, head) : {};
    default:
      return {};
  }
}

function addTaxes(
  sums: Map<string, { base: number; tax: number }>,
  { taxes }: Extract<RecordHead, { type: 'z' }>,
): void {
  for (const { kind, base, tax } of taxes) {
    const before = sums.get(kind) ?? { base: 0, tax: 0 };
    sums.set(kind, { base: before.base + base, tax: before.tax + tax });
  }
}

function addTenders(sums: Map<string, number>, tenders: Readonly<Record<string, number>>): void {
  for (const [kind, amount] of Object.entries(tenders)) {
    sums.set(kind, (sums.get(kind) ?? 0) + amount);
  }
}

const noDay: DaySums = { ...nothing, zCount: 0, nilZCount: 0, quarantined: 0, records: 0 };

/** The map under a key; a new one where there is none. */
export function orNew<K, V>(map: Map<K, Map<string, V>>, key: K): Map<string, V> {
  const found = map.get(key) ?? new Map<string, V>();
  map.set(key, found);
  return found;
}
