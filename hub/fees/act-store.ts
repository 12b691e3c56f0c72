import { type Kysely, sql } from 'kysely';
import { FeeBody } from '../../domain/fees/body.ts';
import { formatNumber, KUITANSI } from '../../domain/fees/number.ts';
import type { HubTables } from '../database/tables.ts';

/** Most rows that an act made that are told. */
const EFFECTS_MAX = 500;

/** The stall of this code and its mall. */
export async function stallOfFees(db: Kysely<HubTables>, code: string) {
  return db
    .selectFrom('stall as s')
    .innerJoin('mall as m', 'm.code', 's.mall')
    .where('s.code', '=', code)
    .select(['s.code', 's.name', 's.number', 's.mall', 'm.name as mallName'])
    .executeTakeFirst();
}

/** An act of fees by its id. */
export async function findAct(db: Kysely<HubTables>, id: string) {
  return db
    .selectFrom('fee_act')
    .where('id', '=', id)
    .select(['id', 'act', 'mall', 'stall', 'on_date as on', 'details'])
    .executeTakeFirst();
}

/** The record of an act; undefined where none was done under this id. */
export async function findBody(db: Kysely<HubTables>, id: string): Promise<FeeBody | undefined> {
  const row = await db
    .selectFrom('fee_act as a')
    .innerJoin('hub_record as r', 'r.position', 'a.position')
    .where('a.id', '=', id)
    .select('r.body')
    .executeTakeFirst();
  return row && FeeBody.parse(JSON.parse(row.body.toString('utf8')));
}

/** What an act made: ids of charges and credits, and the number of its kuitansi. */
export async function madeBy(db: Kysely<HubTables>, act: string) {
  const charges = await db
    .selectFrom('fee_charge')
    .where('act', '=', act)
    .select('id')
    .orderBy('due_on')
    .orderBy('kind')
    .limit(EFFECTS_MAX)
    .execute();
  const credits = await db
    .selectFrom('fee_credit')
    .where('act', '=', act)
    .select(['id', 'mall', 'kuitansi_year', 'kuitansi_number'])
    .orderBy('id')
    .limit(EFFECTS_MAX)
    .execute();
  const [paid] = credits.filter(({ kuitansi_number: number }) => number !== null);
  return {
    charges: charges.map(({ id }) => id),
    credits: credits.map(({ id }) => id),
    kuitansi: paid ? numberOf(paid) : '',
  };
}

/** `KW/TC/2026/000017`; empty for a credit that is no payment. */
export function numberOf(row: {
  readonly mall: string;
  readonly kuitansi_year: number | null;
  readonly kuitansi_number: number | null;
}): string {
  const { mall, kuitansi_year: year, kuitansi_number: number } = row;
  if (year === null || number === null) return '';
  return formatNumber({ kind: KUITANSI, mall, year, number });
}

/** What a stall owes, paid ahead and left as a deposit. Rupiah */
export async function standingOf(db: Kysely<HubTables>, stall: string) {
  const charges = await db
    .selectFrom('fee_charge')
    .where('stall', '=', stall)
    .where('is_reversed', '=', 0)
    .select(sql<number>`CAST(coalesce(sum(amount - settled), 0) AS BIGINT)`.as('owed'))
    .executeTakeFirst();
  const credits = await db
    .selectFrom('fee_credit')
    .where('stall', '=', stall)
    .where('is_reversed', '=', 0)
    .select(sql<number>`CAST(coalesce(sum(amount - used), 0) AS BIGINT)`.as('advance'))
    .executeTakeFirst();
  const deposit = await db
    .selectFrom('fee_deposit_sum')
    .where('stall', '=', stall)
    .select('amount')
    .executeTakeFirst();
  return {
    owed: charges?.owed ?? 0,
    advance: credits?.advance ?? 0,
    deposit: deposit?.amount ?? 0,
  };
}
