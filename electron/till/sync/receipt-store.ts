import { sql } from 'kysely';
import type { UtcMs } from '../../../domain/time.ts';
import { build } from '../database/build.ts';
import { first, type Tx } from '../database/run.ts';
import { findHub } from './hub-store.ts';

/** When the till was enrolled last; undefined for never. */
export function enrolledAt(tx: Tx): UtcMs | undefined {
  return first(tx, newestAct.where('act', '=', 'enrol'))?.at_ms;
}

/** Whether the till had a hub when the record at this position was written. */
export function hadHubAt(tx: Tx, position: number): boolean {
  if (!findHub(tx)) return false;
  const enrolment = newestAct.where('act', '=', 'enrol').where('record', '<', position);
  return first(tx, enrolment) !== undefined;
}

/** When it was last chosen what is shared, or a new hub ended that; undefined for not yet. */
export function sharingChosenAt(tx: Tx): UtcMs | undefined {
  const isOfSharing = sql<boolean>`exists (
    select 1 from json_each(changes) where json_extract(value, '$.field') = 'sharing')`;
  return first(tx, newestAct.where('act', 'in', ['settings-change', 'enrol']).where(isOfSharing))
    ?.at_ms;
}

/** Number of the newest sale or refund up to a position of the journal; undefined for none. */
export function newestReceipt(tx: Tx, position: number): string | undefined {
  const query = build
    .selectFrom('sale')
    .select('number')
    .where('record', '<=', position)
    .orderBy('record', 'desc')
    .limit(1);
  return first(tx, query)?.number;
}

/** How many records have left, each counted once, and of how many the details too. */
export function countLeft(tx: Tx): {
  readonly records: number;
  readonly withDetails: number;
} {
  const runs = build.selectFrom('sync_sent').select(['first', 'last']);
  const of = (some: typeof runs) => first(tx, covered(some))?.records ?? 0;
  return { records: of(runs), withDetails: of(runs.where('has_details', '=', 1)) };
}

const newestAct = build.selectFrom('act').select('at_ms').orderBy('record', 'desc').limit(1);

/** How many positions runs cover that may overlap: of each what the earlier ones have not. */
function covered(runs: ReturnType<typeof runsOf>) {
  const before = sql<number>`coalesce(max(last) over (
    order by first, last rows between unbounded preceding and 1 preceding), 0)`;
  const grown = build
    .selectFrom(runs.as('run'))
    .select(['run.first', 'run.last', before.as('before')]);
  const records = sql<number>`sum(max(0, last - max(first - 1, before)))`;
  return build.selectFrom(grown.as('grown')).select(records.as('records'));
}

function runsOf() {
  return build.selectFrom('sync_sent').select(['first', 'last']);
}
