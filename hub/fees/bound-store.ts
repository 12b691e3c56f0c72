import { type Kysely, sql } from 'kysely';
import type { Allocated } from '../../domain/fees/body.ts';
import type { CreditKind } from '../../domain/fees/kinds.ts';
import type { Booked, BookedCredit } from '../../domain/fees/reversal.ts';
import type { HubTables } from '../database/tables.ts';

/** Most that hangs on one charge or credit. */
const BOUND_MAX = 500;

/** What of this id was booked for a stall, with what hangs on it; undefined for nothing. */
export async function findBooked(
  db: Kysely<HubTables>,
  stall: string,
  id: string,
): Promise<Booked | undefined> {
  return (
    (await bookedCharge(db, stall, id)) ??
    (await bookedCredit(db, stall, id)) ??
    (await bookedRefund(db, stall, id)) ??
    bookedDeposit(db, stall, id)
  );
}

/** What a charge was made less by, standing. Rupiah */
export async function reducedBy(db: Kysely<HubTables>, charge: string): Promise<number> {
  const row = await db
    .selectFrom('fee_credit')
    .where('of_charge', '=', charge)
    .where('is_reversed', '=', 0)
    .select(sql<number>`CAST(coalesce(sum(amount), 0) AS BIGINT)`.as('amount'))
    .executeTakeFirst();
  return row?.amount ?? 0;
}

/** How much of a credit settles a charge. Rupiah */
export async function allocatedBetween(
  db: Kysely<HubTables>,
  credit: string,
  charge: string,
): Promise<number> {
  const row = await db
    .selectFrom('fee_allocation')
    .where('credit', '=', credit)
    .where('charge', '=', charge)
    .select(sql<number>`CAST(coalesce(sum(amount), 0) AS BIGINT)`.as('amount'))
    .executeTakeFirst();
  return row?.amount ?? 0;
}

async function bookedCharge(
  db: Kysely<HubTables>,
  stall: string,
  id: string,
): Promise<Booked | undefined> {
  const charge = await db
    .selectFrom('fee_charge')
    .where('id', '=', id)
    .where('stall', '=', stall)
    .select(['id', 'is_reversed'])
    .executeTakeFirst();
  if (!charge) return undefined;
  const rows = await db
    .selectFrom('fee_credit')
    .where('of_charge', '=', id)
    .where('is_reversed', '=', 0)
    .select('id')
    .orderBy('id')
    .limit(BOUND_MAX)
    .execute();
  const reductions: BookedCredit[] = [];
  for (const row of rows) {
    const credit = await creditOf(db, stall, row.id);
    if (credit) reductions.push(credit);
  }
  const allocations = await standing(db, 'charge', id);
  const isReversed = charge.is_reversed === 1;
  return { kind: 'charge', charge: { id, isReversed }, allocations, reductions };
}

async function bookedCredit(
  db: Kysely<HubTables>,
  stall: string,
  id: string,
): Promise<Booked | undefined> {
  const credit = await creditOf(db, stall, id);
  return credit && { kind: 'credit', ...credit };
}

async function creditOf(
  db: Kysely<HubTables>,
  stall: string,
  id: string,
): Promise<BookedCredit | undefined> {
  const row = await db
    .selectFrom('fee_credit')
    .where('id', '=', id)
    .where('stall', '=', stall)
    .select(['kind', 'amount', 'is_reversed'])
    .executeTakeFirst();
  if (!row) return undefined;
  const back = await db
    .selectFrom('fee_refund')
    .where('credit', '=', id)
    .select(sql<number>`CAST(coalesce(sum(amount), 0) AS BIGINT)`.as('amount'))
    .executeTakeFirst();
  const kind = row.kind as CreditKind; // only project-fee.ts writes it
  return {
    credit: { id, kind, amount: row.amount, isReversed: row.is_reversed === 1 },
    allocations: await standing(db, 'credit', id),
    refunded: back?.amount ?? 0,
  };
}

/** The allocations of a charge or credit as they stand: what was undone is left out. */
async function standing(
  db: Kysely<HubTables>,
  of: 'charge' | 'credit',
  id: string,
): Promise<Allocated[]> {
  const amount = sql<number>`CAST(sum(amount) AS BIGINT)`;
  return db
    .selectFrom('fee_allocation')
    .where(of, '=', id)
    .groupBy(['credit', 'charge'])
    .having(sql<boolean>`sum(amount) <> 0`)
    .select(['credit', 'charge', amount.as('amount')])
    .orderBy('credit')
    .orderBy('charge')
    .limit(BOUND_MAX)
    .execute();
}

async function bookedRefund(
  db: Kysely<HubTables>,
  stall: string,
  id: string,
): Promise<Booked | undefined> {
  const row = await db
    .selectFrom('fee_refund as r')
    .leftJoin('fee_refund as u', 'u.undoes', 'r.id')
    .where('r.id', '=', id)
    .where('r.stall', '=', stall)
    .select(['r.id', 'r.credit', 'r.amount', 'r.account', 'r.undoes', 'u.id as undoneBy'])
    .executeTakeFirst();
  if (!row) return undefined;
  const { undoes, undoneBy, ...refund } = row;
  return { kind: 'refund', ...refund, isUndone: undoes !== null || undoneBy !== null };
}

async function bookedDeposit(
  db: Kysely<HubTables>,
  stall: string,
  id: string,
): Promise<Booked | undefined> {
  const row = await db
    .selectFrom('fee_deposit as d')
    .leftJoin('fee_deposit as u', 'u.undoes', 'd.id')
    .leftJoin('fee_deposit_sum as s', 's.stall', 'd.stall')
    .where('d.id', '=', id)
    .where('d.stall', '=', stall)
    .select(['d.id', 'd.amount', 'd.account', 'd.undoes', 'u.id as undoneBy', 's.amount as held'])
    .executeTakeFirst();
  // One that was used is reversed by its credit.
  if (!row || row.account === null) return undefined;
  const { undoes, undoneBy, held, account, amount } = row;
  const isUndone = undoes !== null || undoneBy !== null;
  return { kind: 'deposit', id, amount, account, isUndone, held: held ?? 0 };
}
