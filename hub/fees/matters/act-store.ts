import type { Kysely } from 'kysely';
import { FeeDetails } from '../../../domain/fees/details.ts';
import { FeeAct } from '../../../domain/fees/kinds.ts';
import type { HubTables } from '../../database/tables.ts';

/** An act as the hub has it. */
export interface KnownAct {
  readonly id: string;
  readonly act: FeeAct;
  readonly mall: string;
  readonly stall: string | null;
  readonly on: string;
  readonly by: string;
  readonly note: string;
  readonly details: FeeDetails | null;
}

/** Most acts of one query. */
const ACTS_MAX = 500;

/** Acts by their ids. */
export async function actsWith(
  db: Kysely<HubTables>,
  ids: readonly string[],
): Promise<Map<string, KnownAct>> {
  if (ids.length === 0) return new Map();
  const rows = await acts(db).where('id', 'in', ids).orderBy('position').limit(ACTS_MAX).execute();
  return new Map(rows.map((row) => [row.id, actOf(row)]));
}

/** The newest acts of a kind of a mall, the newest first. */
export async function newestActs(
  db: Kysely<HubTables>,
  { mall, act, limit }: { readonly mall: string; readonly act: FeeAct; readonly limit: number },
): Promise<(KnownAct & { readonly position: number })[]> {
  const rows = await acts(db)
    .where('mall', '=', mall)
    .where('act', '=', act)
    .orderBy('position', 'desc')
    .limit(limit)
    .execute();
  return rows.map((row) => ({ ...actOf(row), position: row.position }));
}

/** Acts by their places in the hub's journal. */
export async function actsAt(
  db: Kysely<HubTables>,
  positions: readonly number[],
): Promise<Map<number, KnownAct>> {
  const rows = await acts(db)
    .where('position', 'in', positions)
    .orderBy('position')
    .limit(ACTS_MAX)
    .execute();
  return new Map(rows.map((row) => [row.position, actOf(row)]));
}

function acts(db: Kysely<HubTables>) {
  return db
    .selectFrom('fee_act')
    .select([
      'id',
      'position',
      'act',
      'mall',
      'stall',
      'on_date as on',
      'by_whom as by',
      'note',
      'details',
    ]);
}

type ActRow = Awaited<ReturnType<ReturnType<typeof acts>['executeTakeFirstOrThrow']>>;

function actOf(kept: ActRow): KnownAct {
  const { position: _, act, details, ...row } = kept;
  return {
    ...row,
    act: FeeAct.parse(act),
    details: details === null ? null : FeeDetails.parse(JSON.parse(details)),
  };
}
