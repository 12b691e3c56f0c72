import type { SentRun } from '../../../domain/sync/till-contract.ts';
import type { UtcMs } from '../../../domain/time.ts';
import { build } from '../database/build.ts';
import { all, first, run, type Tx } from '../database/run.ts';

/** Records that leave the till together. */
export interface Leaving {
  readonly businessDate: string;
  /** To which hub: its origin. */
  readonly hub: string;
  /** Positions in the journal. */
  readonly first: number;
  readonly last: number;
  readonly hasDetails: boolean;
  readonly atMs: UtcMs;
}

/** Writes down that records leave: as more of the newest run where they go on from it. */
export function noteLeaving(tx: Tx, leaving: Leaving): void {
  const { businessDate, hub, first: from, last, hasDetails, atMs } = leaving;
  const details = hasDetails ? 1 : 0;
  const newest = first(tx, newestRun);
  const isMore =
    newest?.business_date === businessDate &&
    newest.hub === hub &&
    newest.has_details === details &&
    from >= newest.first &&
    from <= newest.last + 1;
  if (isMore) {
    const set = { last: Math.max(last, newest.last), last_at_ms: atMs };
    run(tx, build.updateTable('sync_sent').set(set).where('id', '=', newest.id));
    return;
  }
  const query = build.insertInto('sync_sent').values({
    business_date: businessDate,
    hub,
    first: from,
    last,
    has_details: details,
    first_at_ms: atMs,
    last_at_ms: atMs,
  });
  run(tx, query);
}

/**
 * Up to which position notes say that the journal has left: for this hub, or for any where it has
 * none, since it may be the same at another address. 0 for nothing.
 */
export function leftThrough(tx: Tx, hub: string): number {
  const query = build
    .selectFrom('sync_sent')
    .select((e) => [
      e.fn.max<number | null>('last').filterWhere('hub', '=', hub).as('forHub'),
      e.fn.max<number | null>('last').as('forAny'),
    ]);
  const { forHub, forAny } = first(tx, query) ?? { forHub: null, forAny: null };
  return forHub ?? forAny ?? 0;
}

/** A run, with its id for the page after it. */
export interface KeptRun {
  readonly id: number;
  readonly run: SentRun;
}

/** At most `limit` runs from before this id, the newest first. */
export function listSent(tx: Tx, before: number, limit: number): KeptRun[] {
  const query = build
    .selectFrom('sync_sent as s')
    .innerJoin('journal_record as one', 'one.position', 's.first')
    .innerJoin('journal_record as other', 'other.position', 's.last')
    .select(['s.id', 's.business_date', 's.hub', 's.first', 's.last', 's.has_details'])
    .select(['s.first_at_ms', 's.last_at_ms', 'one.epoch as from_epoch', 'one.seq as from_seq'])
    .select(['other.epoch as to_epoch', 'other.seq as to_seq'])
    .where('s.id', '<', before)
    .orderBy('s.id', 'desc')
    .limit(limit);
  return all(tx, query).map((row) => {
    const run = {
      businessDate: row.business_date,
      hub: row.hub,
      from: `${row.from_epoch}.${row.from_seq}`,
      to: `${row.to_epoch}.${row.to_seq}`,
      records: row.last - row.first + 1,
      hasDetails: row.has_details === 1,
      firstAtMs: row.first_at_ms,
      lastAtMs: row.last_at_ms,
    };
    return { id: row.id, run };
  });
}

/** After which position details go along; undefined while they stay with the stall. */
export function findDetailsAfter(tx: Tx): number | undefined {
  const query = build.selectFrom('sync_details').select('after_position').where('only', '=', 1);
  return first(tx, query)?.after_position;
}

/** Lets details go along with what is written after a position; with nothing, where it is null. */
export function keepDetailsAfter(tx: Tx, position: number | null): void {
  run(tx, build.deleteFrom('sync_details').where('only', '=', 1));
  if (position === null) return;
  run(tx, build.insertInto('sync_details').values({ only: 1, after_position: position }));
}

const newestRun = build
  .selectFrom('sync_sent')
  .select(['id', 'business_date', 'hub', 'first', 'last', 'has_details'])
  .orderBy('id', 'desc')
  .limit(1);
