import { type Kysely, sql } from 'kysely';
import type { ChargeKind, CreditKind } from '../../domain/fees/kinds.ts';
import type { ChargeState } from '../../domain/fees/manage/shapes.ts';
import { STALL_ROWS_MAX, type StallCharge } from '../../domain/fees/manage/stall-calls.ts';
import type { HubTables } from '../database/tables.ts';
import { numberOf } from './act-store.ts';
import { IS_DISPUTED } from './charge-store.ts';

/** Which charges of a stall, in the order in which they are due. */
export interface ChargesWanted {
  /** Only what is open, or only what is paid; absent for either. */
  readonly only?: 'open' | 'paid';
  /** Only of this month; absent for all. */
  readonly period?: string;
  /** Only of months before this one; absent for all. */
  readonly before?: string;
  /** Those that are due last come first. */
  readonly isNewestFirst?: true;
}

/** Charges of a stall that stand, each with its state on a date. Rupiah */
export async function chargesOfStall(
  db: Kysely<HubTables>,
  { stall, today }: { readonly stall: string; readonly today: string },
  { only, period, before, isNewestFirst }: ChargesWanted,
): Promise<StallCharge[]> {
  const rows = await db
    .selectFrom('fee_charge as c')
    .where('c.stall', '=', stall)
    .where('c.is_reversed', '=', 0)
    .$if(only !== undefined, (query) =>
      query.whereRef('c.settled', only === 'open' ? '<' : '=', 'c.amount'),
    )
    .$if(period !== undefined, (query) => query.where('c.period', '=', period ?? ''))
    .$if(before !== undefined, (query) => query.where('c.period', '<', before ?? ''))
    .select(['c.id', 'c.period', 'c.kind', 'c.amount', 'c.settled', 'c.on_date as on'])
    .select(['c.due_on as due', 'c.basis'])
    .select(sql<number>`CASE WHEN ${IS_DISPUTED} THEN 1 ELSE 0 END`.as('disputed'))
    .orderBy('c.due_on', isNewestFirst ? 'desc' : 'asc')
    .orderBy('c.id')
    .limit(STALL_ROWS_MAX)
    .execute();
  return rows.map(({ disputed, kind, ...charge }) => {
    const unpaid: ChargeState = charge.due < today ? 'overdue' : 'open';
    const state: ChargeState = charge.settled === charge.amount ? 'paid' : unpaid;
    return {
      ...charge,
      kind: kind as ChargeKind, // only project-fee.ts writes it
      state: disputed === 1 ? ('disputed' as const) : state,
    };
  });
}

/** Payments and other credits of a stall, the newest first. Rupiah */
export async function creditsOfStall(db: Kysely<HubTables>, stall: string) {
  const rows = await db
    .selectFrom('fee_credit')
    .where('stall', '=', stall)
    .select(['id', 'mall', 'kind', 'amount', 'used', 'on_date as on', 'account', 'is_reversed'])
    .select(['kuitansi_year', 'kuitansi_number'])
    .orderBy('on_date', 'desc')
    .orderBy('id')
    .limit(STALL_ROWS_MAX)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind as CreditKind, // only project-fee.ts writes it
    amount: row.amount,
    used: row.used,
    on: row.on,
    account: row.account ?? '',
    kuitansi: numberOf(row),
    isReversed: row.is_reversed === 1,
  }));
}

/** Deposits of a stall, the newest first: what undid one is told of that one. Rupiah */
export function depositsOf(db: Kysely<HubTables>, stall: string) {
  return movedOf(db, 'fee_deposit', stall);
}

/** Refunds of a stall, as depositsOf(). Rupiah */
export function refundsOf(db: Kysely<HubTables>, stall: string) {
  return movedOf(db, 'fee_refund', stall);
}

async function movedOf(db: Kysely<HubTables>, table: 'fee_deposit' | 'fee_refund', stall: string) {
  const moved = table as 'fee_deposit'; // both have these columns
  const rows = await db
    .selectFrom(`${moved} as d`)
    .leftJoin(`${moved} as u`, 'u.undoes', 'd.id')
    .where('d.stall', '=', stall)
    .where('d.undoes', 'is', null)
    .select(['d.id', 'd.amount', 'd.on_date as on', 'd.account', 'u.id as undoneBy'])
    .orderBy('d.on_date', 'desc')
    .orderBy('d.id')
    .limit(STALL_ROWS_MAX)
    .execute();
  return rows.map(({ undoneBy, account, ...row }) => {
    return { ...row, account: account ?? '', isReversed: undoneBy !== null };
  });
}

/** The contracts of a stall, the newest first. */
export async function contractsOf(db: Kysely<HubTables>, stall: string) {
  return db
    .selectFrom('contract as k')
    .innerJoin('member as m', 'm.code', 'k.member')
    .where('k.stall', '=', stall)
    .select(['k.from_date as from', 'k.to_date as to', 'k.member', 'm.name as memberName'])
    .select(['k.unit', 'k.tariff_rupiah as tariff'])
    .orderBy('k.from_date', 'desc')
    .limit(STALL_ROWS_MAX)
    .execute();
}

/** Who has, or last had, a stall on a date; empty for nobody. */
export async function memberOn(db: Kysely<HubTables>, stall: string, on: string): Promise<string> {
  const row = await db
    .selectFrom('contract as k')
    .innerJoin('member as m', 'm.code', 'k.member')
    .where('k.stall', '=', stall)
    .where('k.from_date', '<=', on)
    .select('m.name')
    .orderBy('k.from_date', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.name ?? '';
}

/** A page of the acts of a stall with their bodies, the newest first. */
export async function actsOfStall(
  db: Kysely<HubTables>,
  stall: string,
  { before, limit }: { readonly before: number | null; readonly limit: number },
) {
  return db
    .selectFrom('fee_act as a')
    .innerJoin('hub_record as r', 'r.position', 'a.position')
    .where('a.stall', '=', stall)
    .$if(before !== null, (query) => query.where('a.position', '<', before ?? 0))
    .select(['a.position', 'a.at_ms as atMs', 'a.by_whom as by', 'r.body'])
    .orderBy('a.position', 'desc')
    .limit(limit)
    .execute();
}
