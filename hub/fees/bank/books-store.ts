import { type Kysely, type RawBuilder, sql } from 'kysely';
import { datesOf, periodOf } from '../../../domain/fees/period.ts';
import { MONEY, moneyAccount } from '../../../domain/fees/postings.ts';
import type { HubTables } from '../../database/tables.ts';

/** Most lines of one act. */
const LINES_MAX = 1_000;

/** What an act posted to an account, and how much of it rows of the bank are paired with. Rupiah */
export async function bookedTo(
  db: Kysely<HubTables>,
  account: string,
  act: string,
): Promise<{ posted: number; paired: number }> {
  const money = moneyAccount(account);
  const posted = await db
    .selectFrom('fee_posting')
    .where('act', '=', act)
    .where((e) => e.or([e('debit', '=', money), e('credit', '=', money)]))
    .select(
      sql<number>`CAST(coalesce(sum(CASE WHEN debit = ${money} THEN amount ELSE -amount END), 0)
        AS BIGINT)`.as('amount'),
    )
    .executeTakeFirst();
  const paired = await db
    .selectFrom('bank_use')
    .where('of_act', '=', act)
    .select(sql<number>`CAST(coalesce(sum(amount), 0) AS BIGINT)`.as('amount'))
    .executeTakeFirst();
  const own = await db
    .selectFrom('bank_use')
    .where('act', '=', act)
    .select(sql<number>`CAST(coalesce(sum(amount), 0) AS BIGINT)`.as('amount'))
    .executeTakeFirst();
  return { posted: posted?.amount ?? 0, paired: (paired?.amount ?? 0) + (own?.amount ?? 0) };
}

/** The lines that an act posted, in their order. */
export async function postingsBy(db: Kysely<HubTables>, act: string) {
  return db
    .selectFrom('fee_posting')
    .where('act', '=', act)
    .select(['debit', 'credit', 'amount'])
    .orderBy('line')
    .limit(LINES_MAX)
    .execute();
}

/**
 * What the books say is in an account at the end of a date: the sums of the months before, and what
 * was posted in its own. Rupiah
 */
export async function bookedUntil(
  db: Kysely<HubTables>,
  { account, mall }: { readonly account: string; readonly mall: string },
  date: string,
): Promise<number> {
  const money = moneyAccount(account);
  const month = periodOf(date);
  const before = await db
    .selectFrom('fee_book_sum')
    .where('mall', '=', mall)
    .where('account', '=', money)
    .where('month', '<', month)
    .select(sql<number>`CAST(coalesce(sum(debit - credit), 0) AS BIGINT)`.as('amount'))
    .executeTakeFirst();
  const side = (name: 'debit' | 'credit') =>
    db
      .selectFrom('fee_posting')
      .where(name, '=', money)
      .where('on_date', '>=', datesOf(month).from)
      .where('on_date', '<=', date)
      .select(sql<number>`CAST(coalesce(sum(amount), 0) AS BIGINT)`.as('amount'))
      .executeTakeFirst();
  const [debit, credit] = [await side('debit'), await side('credit')];
  return (before?.amount ?? 0) + (debit?.amount ?? 0) - (credit?.amount ?? 0);
}

/**
 * What an account gave up to a date without a row of its own: what an acquirer kept of its rows,
 * and what it paid to other accounts. Rupiah
 */
export async function goneElsewhere(
  db: Kysely<HubTables>,
  account: string,
  date: string,
): Promise<{ readonly withheld: number; readonly paidOut: number }> {
  const money = moneyAccount(account);
  const gone = sql`CASE WHEN credit = ${money} THEN amount ELSE -amount END`;
  const isWithheld = sql`debit = 'acquirer-fee' OR credit = 'acquirer-fee'`;
  const isPaidOut = sql`debit LIKE ${`${MONEY}%`} AND credit LIKE ${`${MONEY}%`}`;
  const sumWhere = (is: RawBuilder<unknown>) =>
    sql<number>`CAST(coalesce(sum(CASE WHEN ${is} THEN ${gone} ELSE 0 END), 0) AS BIGINT)`;
  return db
    .selectFrom('fee_posting')
    .where('on_date', '<=', date)
    .where((e) => e.or([e('debit', '=', money), e('credit', '=', money)]))
    .select([sumWhere(isWithheld).as('withheld'), sumWhere(isPaidOut).as('paidOut')])
    .executeTakeFirstOrThrow();
}

/**
 * The least that the books say is in an account at the end of a date or of one behind it: more
 * cannot go out on that date. Rupiah
 */
export async function leastFrom(
  db: Kysely<HubTables>,
  of: { readonly account: string; readonly mall: string },
  date: string,
): Promise<number> {
  const money = moneyAccount(of.account);
  const days = db
    .selectFrom('fee_posting')
    .where((e) => e.or([e('debit', '=', money), e('credit', '=', money)]))
    .where('on_date', '>', date)
    .groupBy('on_date')
    .select(
      sql<number>`sum(sum(CASE WHEN debit = ${money} THEN amount ELSE -amount END))
        OVER (ORDER BY on_date)`.as('more'),
    );
  const least = await db
    .selectFrom(days.as('d'))
    .select(sql<number>`CAST(coalesce(min(more), 0) AS BIGINT)`.as('more'))
    .executeTakeFirst();
  return (await bookedUntil(db, of, date)) + Math.min(0, least?.more ?? 0);
}

/**
 * Sums of the rows of an account up to a date, and what it had before the first: of several files
 * that begin on one day, what the file says that begins with the first row.
 */
export async function rowSums(db: Kysely<HubTables>, account: string, date: string) {
  const sums = await db
    .selectFrom('bank_row')
    .where('account', '=', account)
    .where('on_date', '<=', date)
    .select([
      sql<number>`CAST(coalesce(sum(amount_sen), 0) AS BIGINT)`.as('amountSen'),
      sql<number>`CAST(coalesce(sum(amount_sen - 100 * amount), 0) AS BIGINT)`.as('fractionsSen'),
    ])
    .executeTakeFirstOrThrow();
  const row = await db
    .selectFrom('bank_row')
    .where('account', '=', account)
    .select((e) => e('balance_sen', '-', e.ref('amount_sen')).as('openingSen'))
    .orderBy('on_date')
    .orderBy('line')
    .orderBy('id')
    .limit(1)
    .executeTakeFirst();
  const begins = row?.openingSen ?? null;
  const first = await db
    .selectFrom('fee_statement as s')
    .innerJoin('fee_act as a', 'a.id', 's.id')
    .where('s.account', '=', account)
    .where('s.opening_sen', 'is not', null)
    .select(['s.from_date as on', 's.opening_sen as openingSen'])
    .orderBy('s.from_date')
    .orderBy(sql`CASE WHEN s.opening_sen = CAST(${begins} AS BIGINT) THEN 0 ELSE 1 END`)
    .orderBy('a.position')
    .limit(1)
    .executeTakeFirst();
  return { ...sums, first: first ?? null };
}

/** The payment that an act booked. */
export async function paymentBy(
  db: Kysely<HubTables>,
  act: string,
): Promise<{ id: string } | undefined> {
  return db
    .selectFrom('fee_credit')
    .where('act', '=', act)
    .where('bank_row', 'is not', null)
    .select('id')
    .executeTakeFirst();
}
