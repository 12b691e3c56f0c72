import type { Kysely } from 'kysely';
import type { FeeDraft } from '../../domain/fees/body.ts';
import type { BookedMove, BookedSum, NamedBooks } from '../../domain/fees/date-allocations.ts';
import type { HubTables } from '../database/tables.ts';
import type { Tx } from '../database/transact.ts';
import { chargesWith, creditsWith } from './booked-store.ts';

/** Most ids that one query names. */
const IDS_MAX = 500;
/** Most moves of them: a charge and a credit have few. */
const MOVES_MAX = 500_000;

/** The charges and credits that acts name and that are booked already, with all that moved. */
export async function namedBooks(trx: Tx, drafts: readonly FeeDraft[]): Promise<NamedBooks> {
  const own = new Set(
    drafts.flatMap(({ charges = [], credits = [] }) =>
      [...charges, ...credits].map(({ id }) => id),
    ),
  );
  const named = (ids: readonly string[]) => [...new Set(ids)].filter((id) => !own.has(id));
  const reversed = drafts.flatMap(({ reverses = [] }) => reverses);
  const charges = named([
    ...drafts.flatMap(({ allocations = [] }) => allocations.map(({ charge }) => charge)),
    ...drafts.flatMap(({ credits = [] }) => credits.flatMap(({ of }) => of ?? [])),
    ...reversed,
  ]);
  const credits = named([
    ...drafts.flatMap(({ allocations = [] }) => allocations.map(({ credit }) => credit)),
    ...drafts.flatMap(({ refunds = [] }) => refunds.map(({ credit }) => credit)),
    ...reversed,
  ]);
  const allocations = [
    ...(await inParts(charges, (ids) => allocated(trx, 'charge', ids))),
    ...(await inParts(credits, (ids) => allocated(trx, 'credit', ids))),
  ];
  return {
    charges: (await inParts(charges, (ids) => chargesWith(trx, ids))).map(sumOf),
    credits: (await inParts(credits, (ids) => creditsWith(trx, ids))).map(sumOf),
    moves: [...once(allocations), ...(await inParts(credits, (ids) => refunded(trx, ids)))],
    closed: await closedMonths(trx, [...new Set(drafts.map(({ mall }) => mall))]),
  };
}

function sumOf({ id, on, amount }: BookedSum): BookedSum {
  return { id, on, amount };
}

async function inParts<T>(
  ids: readonly string[],
  read: (some: readonly string[]) => Promise<readonly T[]>,
): Promise<T[]> {
  const all: T[] = [];
  for (let from = 0; from < ids.length; from += IDS_MAX) {
    all.push(...(await read(ids.slice(from, from + IDS_MAX))));
  }
  return all;
}

interface Allocation extends BookedMove {
  readonly act: string;
  readonly line: number;
}

/** What is of a charge and of a credit that are both named was read twice. */
function once(allocations: readonly Allocation[]): BookedMove[] {
  return [...new Map(allocations.map((one) => [`${one.act} ${one.line}`, one])).values()];
}

async function allocated(
  db: Kysely<HubTables>,
  of: 'charge' | 'credit',
  ids: readonly string[],
): Promise<Allocation[]> {
  return db
    .selectFrom('fee_allocation')
    .where(of, 'in', ids)
    .select(['act', 'line', 'credit', 'charge', 'amount', 'on_date as on'])
    .orderBy('on_date')
    .orderBy('act')
    .orderBy('line')
    .limit(MOVES_MAX)
    .execute();
}

async function refunded(db: Kysely<HubTables>, credits: readonly string[]): Promise<BookedMove[]> {
  const rows = await db
    .selectFrom('fee_refund')
    .where('credit', 'in', credits)
    .select(['credit', 'amount', 'on_date as on'])
    .orderBy('on_date')
    .orderBy('id')
    .limit(MOVES_MAX)
    .execute();
  return rows.map((row) => ({ ...row, charge: null }));
}

async function closedMonths(db: Kysely<HubTables>, malls: readonly string[]): Promise<Set<string>> {
  const rows = await db
    .selectFrom('fee_month')
    .where('mall', 'in', malls)
    .where('is_closed', '=', 1)
    .select(['mall', 'month'])
    .orderBy('mall')
    .orderBy('month')
    .limit(MOVES_MAX)
    .execute();
  return new Set(rows.map(({ mall, month }) => `${mall} ${month}`));
}
