import { type Kysely, sql } from 'kysely';
import { ChargeKind } from '../../../domain/fees/kinds.ts';
import type { NamedCharge } from '../../../domain/fees/matters/values.ts';
import type { HubTables } from '../../database/tables.ts';

/** Most charges that are looked through for one page of stalls. */
const CHARGES_MAX = 50_000;

/** A charge of a stall, and what is open of it. */
export type ChargeOfStall = NamedCharge & { readonly stall: string };

/** Codes of the stalls of a mall that are late on a date, after a code. */
export async function lateStalls(
  db: Kysely<HubTables>,
  { mall, on, after, limit }: LateWanted,
): Promise<string[]> {
  const rows = await db
    .selectFrom('fee_charge')
    .where('mall', '=', mall)
    .where('due_on', '<', on)
    .where('is_reversed', '=', 0)
    .where(sql<boolean>`amount - settled > 0`)
    .where('stall', '>', after)
    .select('stall')
    .distinct()
    .orderBy('stall')
    .limit(limit)
    .execute();
  return rows.map(({ stall }) => stall);
}

interface LateWanted {
  readonly mall: string;
  readonly on: string;
  readonly after: string;
  readonly limit: number;
}

/** What of these stalls is overdue on a date, the oldest first. */
export async function overdueCharges(
  db: Kysely<HubTables>,
  stalls: readonly string[],
  on: string,
): Promise<ChargeOfStall[]> {
  if (stalls.length === 0) return [];
  const rows = await charges(db)
    .where('stall', 'in', stalls)
    .where('due_on', '<', on)
    .where(sql<boolean>`amount - settled > 0`)
    .limit(CHARGES_MAX)
    .execute();
  return rows.map(chargeOf);
}

/** Charges of these kinds and months, that stand. */
export async function chargesOfPeriods(
  db: Kysely<HubTables>,
  stalls: readonly string[],
  periods: readonly string[],
  kinds: readonly ChargeKind[],
): Promise<ChargeOfStall[]> {
  if (stalls.length === 0) return [];
  const rows = await charges(db)
    .where('stall', 'in', stalls)
    .where('period', 'in', periods)
    .where('kind', 'in', kinds)
    .limit(CHARGES_MAX)
    .execute();
  return rows.map(chargeOf);
}

/** Charges by their ids, that stand. */
export async function namedCharges(
  db: Kysely<HubTables>,
  ids: readonly string[],
): Promise<Map<string, ChargeOfStall>> {
  if (ids.length === 0) return new Map();
  const rows = await charges(db).where('id', 'in', ids).limit(ids.length).execute();
  return new Map(rows.map((row) => [row.charge, chargeOf(row)]));
}

function charges(db: Kysely<HubTables>) {
  return db
    .selectFrom('fee_charge')
    .where('is_reversed', '=', 0)
    .select(['id as charge', 'stall', 'period', 'kind', 'amount', 'settled', 'due_on as due'])
    .orderBy('due_on')
    .orderBy('kind')
    .orderBy('id');
}

type ChargeRow = Awaited<ReturnType<ReturnType<typeof charges>['executeTakeFirstOrThrow']>>;

function chargeOf({ kind, settled, ...row }: ChargeRow): ChargeOfStall {
  return { ...row, kind: ChargeKind.parse(kind), open: row.amount - settled };
}

/** What of these stalls is disputed: ids of charges, and the months of readings. */
export async function disputedOf(
  db: Kysely<HubTables>,
  stalls: readonly string[],
): Promise<(charge: ChargeOfStall) => boolean> {
  if (stalls.length === 0) return () => false;
  const rows = await db
    .selectFrom('fee_dispute as d')
    .leftJoin('fee_reading as r', 'r.act', 'd.about')
    .where('d.stall', 'in', stalls)
    .where('d.outcome', 'is', null)
    .select(['d.about', 'd.stall', 'r.period'])
    .orderBy('d.act')
    .limit(CHARGES_MAX)
    .execute();
  const about = new Set(rows.map((row) => row.about));
  const months = new Set(rows.map(({ stall, period }) => `${stall} ${String(period)}`));
  return ({ charge, stall, kind, period }) =>
    about.has(charge) || (kind === 'electricity' && months.has(`${stall} ${period}`));
}
