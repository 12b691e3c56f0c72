import { FeeBody } from '../../../domain/fees/body.ts';
import { RecordHead } from '../../../domain/journal/record.ts';
import { build } from '../database/build.ts';
import { all, first, type Tx } from '../database/run.ts';
import type { PlacedFeeEntry } from './told-store.ts';

/** Most acts of a stall's own ledger that are read: some a month for 200 years. */
const ENTRIES_MAX = 20_000;

/** Acts of the till's own journal in a ledger, in their order. @param mall `own` */
export function ownEntries(tx: Tx, mall: string): PlacedFeeEntry[] {
  const query = build
    .selectFrom('fee_entry as e')
    .innerJoin('journal_record as r', 'r.position', 'e.record')
    .select(['e.record', 'r.head', 'r.body'])
    .where('e.mall', '=', mall)
    .orderBy('e.record')
    .limit(ENTRIES_MAX);
  return all(tx, query).map(({ record, head, body }) => {
    const { cashier: by, at: atMs } = RecordHead.parse(JSON.parse(head.toString('utf8')));
    return { position: record, by, atMs, body: bodyOf(body) };
  });
}

/** The act of this id in the till's own journal. */
export function findEntry(tx: Tx, id: string): FeeBody | undefined {
  const query = build
    .selectFrom('fee_entry as e')
    .innerJoin('journal_record as r', 'r.position', 'e.record')
    .select('r.body')
    .where('e.uuid', '=', id);
  const row = first(tx, query);
  return row && bodyOf(row.body);
}

/** What is set aside: what left a drawer for it, less what was taken, as counted. Rupiah */
export function setAsideBalance(tx: Tx): number {
  const moved = build
    .selectFrom('drawer_move')
    .select((e) => e.fn.coalesce(e.fn.sum<number>('amount_rupiah'), e.lit(0)).as('sum'))
    .where('reason', '=', 'set-aside');
  const changed = build
    .selectFrom('fee_entry')
    .select((e) => e.fn.coalesce(e.fn.sum<number>('set_aside_rupiah'), e.lit(0)).as('sum'));
  return (first(tx, changed)?.sum ?? 0) - (first(tx, moved)?.sum ?? 0);
}

/** What was set aside on a business date. Rupiah */
export function setAsideOn(tx: Tx, date: string): number {
  const query = build
    .selectFrom('act')
    .select((e) => e.fn.coalesce(e.fn.sum<number>('amount_rupiah'), e.lit(0)).as('sum'))
    .where('business_date', '=', date)
    .where('type', '=', 'drawer')
    .where('act', '=', 'set-aside');
  return -(first(tx, query)?.sum ?? 0);
}

/** Numbers of kuitansi that were printed here. */
export function printedNumbers(tx: Tx): string[] {
  const query = build
    .selectFrom('act')
    .select('subject')
    .distinct()
    .where('act', '=', 'fee-print')
    .where('type', '=', 'act')
    .orderBy('subject')
    .limit(ENTRIES_MAX);
  return all(tx, query).map(({ subject }) => subject);
}

function bodyOf(bytes: Buffer): FeeBody {
  return FeeBody.parse(JSON.parse(bytes.toString('utf8')));
}
