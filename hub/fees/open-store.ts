import { type Kysely, sql } from 'kysely';
import type { OpenCharge, OpenCredit } from '../../domain/fees/allocate.ts';
import type { HubTables } from '../database/tables.ts';
import type { Tx } from '../database/transact.ts';

/** Most stalls that one query names. */
const STALLS_MAX = 500;
/** Most open charges that are read of so many stalls: more than ten years of each kind. */
const OPEN_MAX = 400_000;

/** A charge with something still to be paid, of a stall. */
export interface StallCharge extends OpenCharge {
  readonly stall: string;
  /** The date of its act. */
  readonly on: string;
}

/** What is still to be paid by these stalls, by what is due first. */
export async function openChargesOf(
  db: Kysely<HubTables>,
  stalls: readonly string[],
): Promise<StallCharge[]> {
  const found: StallCharge[] = [];
  for (let from = 0; from < stalls.length; from += STALLS_MAX) {
    const some = stalls.slice(from, from + STALLS_MAX);
    found.push(...(await openCharges(db).where('stall', 'in', some).execute()));
  }
  return found;
}

function openCharges(db: Kysely<HubTables>) {
  return db
    .selectFrom('fee_charge')
    .select((e) => [
      'id',
      'stall',
      'due_on as due',
      'period',
      'kind',
      'on_date as on',
      e('amount', '-', e.ref('settled')).as('open'),
    ])
    .where('is_reversed', '=', 0)
    .where(sql<boolean>`amount - settled > 0`)
    .orderBy('due_on')
    .orderBy('id')
    .limit(OPEN_MAX);
}

/** What a stall paid ahead, the oldest first, each with the date that it came on. */
export async function unusedCredits(
  db: Kysely<HubTables>,
  stall: string,
): Promise<(OpenCredit & { readonly on: string })[]> {
  const rows = await db
    .selectFrom('fee_credit')
    .where('stall', '=', stall)
    .where('is_reversed', '=', 0)
    .where(sql<boolean>`amount - used > 0`)
    .select(['id', 'on_date as on', 'amount', 'used'])
    .orderBy('on_date')
    .orderBy('id')
    .limit(OPEN_MAX)
    .execute();
  return rows.map(({ id, on, amount, used }) => ({ id, on, unused: amount - used }));
}

/** The last number that a kuitansi of a mall and year has; 0 for none. */
export async function lastKuitansi(trx: Tx, mall: string, year: number): Promise<number> {
  const { last } = await trx
    .selectFrom('fee_credit')
    .where('mall', '=', mall)
    .where('kuitansi_year', '=', year)
    .select((e) => e.fn.coalesce(e.fn.max('kuitansi_number'), e.val(0)).as('last'))
    .executeTakeFirstOrThrow();
  return last ?? 0;
}

/** Whether a month of a mall takes nothing more. */
export async function isMonthClosed(
  db: Kysely<HubTables>,
  mall: string,
  month: string,
): Promise<boolean> {
  const row = await db
    .selectFrom('fee_month')
    .where('mall', '=', mall)
    .where('month', '=', month)
    .select('is_closed')
    .executeTakeFirst();
  return row?.is_closed === 1;
}

/** The malls of stalls, by their codes; those that there are. */
export async function mallsOf(
  db: Kysely<HubTables>,
  stalls: readonly string[],
): Promise<Map<string, string>> {
  const malls = new Map<string, string>();
  for (let from = 0; from < stalls.length; from += STALLS_MAX) {
    const rows = await db
      .selectFrom('stall')
      .where('code', 'in', stalls.slice(from, from + STALLS_MAX))
      .select(['code', 'mall'])
      .orderBy('code')
      .limit(STALLS_MAX)
      .execute();
    for (const { code, mall } of rows) malls.set(code, mall);
  }
  return malls;
}
