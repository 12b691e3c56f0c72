import { markOf } from '../../domain/sync/place.ts';
import type { Chain, OfDevice } from './chain-store.ts';
import type { Difference } from './compare-totals.ts';
import { headColumns, type Stored } from './insert-store.ts';
import type { LinkedRecord } from './linked-record.ts';
import type { LedgerEntry } from './record-store.ts';
import { formatShifts } from './shifts-column.ts';

/** What is written of a thing, and what should be, under the name of each fact. */
type Facts = Readonly<Record<string, readonly [stored: Value, found: Value]>>;
type Value = Difference['stored'];

/** Where what is written of a record is not what it says, or is judged to be. */
export function compareRecord(
  of: OfDevice,
  entry: LedgerEntry,
  { record, place, verdict, reason, goesOn, shifts }: Stored<LinkedRecord>,
): Difference[] {
  const { business_date: date, type, total, follows } = headColumns(record);
  return differing(of, `record ${markOf(place)}`, {
    place: [markOf(entry), markOf(place)],
    date: [entry.businessDate, date],
    type: [entry.type, type],
    total: [entry.total, total],
    follows: [followsWords(entry.follows), followsWords(follows)],
    verdict: [entry.verdict, verdict],
    reason: [entry.reason ?? '', reason ?? ''],
    goesOn: [entry.goesOn, Number(goesOn)],
    openShifts: [entry.openShifts, formatShifts(shifts)],
  });
}

/** What of a chain follows from its records. */
type Derived = Pick<Chain, 'newest' | 'moved' | 'hasFork' | 'isStraight'>;

/** Where what is written of a chain is not what its records come to. */
export function compareChain(of: OfDevice, stored: Derived, found: Derived): Difference[] {
  const [is, should] = [chainFacts(stored), chainFacts(found)];
  return differing(of, 'chain', {
    newest: [is.newest, should.newest],
    sales: [is.sales, should.sales],
    refunds: [is.refunds, should.refunds],
    count: [is.count, should.count],
    unread: [is.unread, should.unread],
    openShifts: [is.openShifts, should.openShifts],
    moved: [stored.moved, found.moved],
    forks: [Number(stored.hasFork), Number(found.hasFork)],
    straight: [Number(stored.isStraight), Number(found.isStraight)],
  });
}

function chainFacts({ newest }: Derived) {
  const { sales, refunds, count } = newest?.counters ?? { sales: 0, refunds: 0, count: 0 };
  return {
    newest: newest ? `${markOf(newest.place)} ${newest.place.leaf}` : '',
    sales,
    refunds,
    count,
    unread: newest?.unread ?? 0,
    openShifts: formatShifts(newest?.shifts ?? []),
  };
}

function differing({ stall, device }: OfDevice, of: string, facts: Facts): Difference[] {
  return Object.entries(facts).flatMap(([name, [stored, found]]) =>
    stored === found ? [] : [{ stall, device, what: `${of} ${name}`, stored, found }],
  );
}

/** Nothing before the first record is something else than what needs no such word. */
function followsWords(follows: Buffer | null): string {
  return follows === null ? 'none' : follows.toString('hex');
}
