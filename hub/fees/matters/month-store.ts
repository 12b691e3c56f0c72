import { type Kysely, sql } from 'kysely';
import { moneyAccount } from '../../../domain/fees/postings.ts';
import type { Days } from '../../../domain/fees/matters/relief.ts';
import type { HubTables } from '../../database/tables.ts';

/** Most accounts of a mall. */
const ACCOUNTS_MAX = 1_000;

/** A month that was closed or reopened. */
export interface ChangedMonth {
  readonly month: string;
  readonly isClosed: boolean;
  readonly on: string;
  readonly by: string;
  readonly note: string;
}

/** A month of a mall; undefined where it was never closed. */
export async function findMonth(
  db: Kysely<HubTables>,
  mall: string,
  month: string,
): Promise<ChangedMonth | undefined> {
  const row = await months(db, mall).where('m.month', '=', month).executeTakeFirst();
  return row && monthOf(row);
}

/** Months of a mall that were closed or reopened, from the newest on. */
export async function changedMonths(
  db: Kysely<HubTables>,
  mall: string,
  limit: number,
): Promise<Map<string, ChangedMonth>> {
  const rows = await months(db, mall).orderBy('m.month', 'desc').limit(limit).execute();
  return new Map(rows.map((row) => [row.month, monthOf(row)]));
}

function months(db: Kysely<HubTables>, mall: string) {
  return db
    .selectFrom('fee_month as m')
    .innerJoin('fee_act as a', 'a.id', 'm.act')
    .where('m.mall', '=', mall)
    .select(['m.month', 'm.is_closed', 'a.on_date as on', 'a.by_whom as by', 'a.note']);
}

type MonthRow = Awaited<ReturnType<ReturnType<typeof months>['executeTakeFirstOrThrow']>>;

function monthOf({ is_closed: closed, ...row }: MonthRow): ChangedMonth {
  return { ...row, isClosed: closed === 1 };
}

/** Rupiah posted in each month of a mall before another, the newest first. */
export async function postedMonths(
  db: Kysely<HubTables>,
  {
    mall,
    before,
    limit,
  }: { readonly mall: string; readonly before: string; readonly limit: number },
): Promise<{ month: string; posted: number }[]> {
  const rows = await db
    .selectFrom('fee_book_sum')
    .where('mall', '=', mall)
    .where('month', '<', before)
    .groupBy('month')
    .select(({ fn }) => ['month', fn.sum<number>('debit').as('posted')])
    .orderBy('month', 'desc')
    .limit(limit)
    .execute();
  return rows.map(({ month, posted }) => ({ month, posted: Number(posted) }));
}

/** What each account of a mall took and gave in a month, by name. Rupiah */
export async function sumsOfMonth(
  db: Kysely<HubTables>,
  mall: string,
  month: string,
): Promise<{ account: string; debit: number; credit: number }[]> {
  return db
    .selectFrom('fee_book_sum')
    .where('mall', '=', mall)
    .where('month', '=', month)
    .select(['account', 'debit', 'credit'])
    .orderBy('account')
    .limit(ACCOUNTS_MAX)
    .execute();
}

/** What an account of a mall holds: all that it took less all that it gave. Rupiah */
export async function balanceOf(
  db: Kysely<HubTables>,
  mall: string,
  account: string,
): Promise<number> {
  const row = await db
    .selectFrom('fee_book_sum')
    .where('mall', '=', mall)
    .where('account', '=', account)
    .select(({ fn }) => [
      fn.sum<number | null>('debit').as('debit'),
      fn.sum<number | null>('credit').as('credit'),
    ])
    .executeTakeFirst();
  return Number(row?.debit ?? 0) - Number(row?.credit ?? 0);
}

/** What all stalls of a mall owe, paid ahead, and left as deposits. Rupiah */
export async function standingOfMall(
  db: Kysely<HubTables>,
  mall: string,
): Promise<{ readonly owed: number; readonly advance: number; readonly deposit: number }> {
  const charges = await db
    .selectFrom('fee_charge')
    .where('mall', '=', mall)
    .where('is_reversed', '=', 0)
    .where(sql<boolean>`amount - settled > 0`)
    .select(({ fn }) => [
      fn.sum<number | null>('amount').as('amount'),
      fn.sum<number | null>('settled').as('settled'),
    ])
    .executeTakeFirst();
  const credits = await db
    .selectFrom('fee_credit')
    .where('mall', '=', mall)
    .where('is_reversed', '=', 0)
    .where(sql<boolean>`amount - used > 0`)
    .select(({ fn }) => [
      fn.sum<number | null>('amount').as('amount'),
      fn.sum<number | null>('used').as('used'),
    ])
    .executeTakeFirst();
  const deposits = await db
    .selectFrom('fee_deposit')
    .where('mall', '=', mall)
    .select(({ fn }) => fn.sum<number | null>('amount').as('amount'))
    .executeTakeFirst();
  return {
    owed: Number(charges?.amount ?? 0) - Number(charges?.settled ?? 0),
    advance: Number(credits?.amount ?? 0) - Number(credits?.used ?? 0),
    deposit: Number(deposits?.amount ?? 0),
  };
}

/** Rows of bank files of these days that nobody matched, by account. Rupiah, whichever way */
export async function unmatchedRows(
  db: Kysely<HubTables>,
  mall: string,
  { from, to }: Days,
): Promise<{ account: string; count: number; amount: number }[]> {
  const rows = await db
    .selectFrom('bank_row as b')
    .innerJoin('fee_account as a', 'a.code', 'b.account')
    .where('a.mall', '=', mall)
    .where('b.on_date', '>=', from)
    .where('b.on_date', '<=', to)
    .where(({ eb, fn, ref }) => eb(ref('b.used'), '<', fn<number>('abs', ['b.amount'])))
    .groupBy('b.account')
    .select(({ fn }) => [
      'b.account',
      fn.countAll<number>().as('count'),
      fn.sum<number>(fn<number>('abs', ['b.amount'])).as('amount'),
      fn.sum<number>('b.used').as('used'),
    ])
    .orderBy('b.account')
    .limit(ACCOUNTS_MAX)
    .execute();
  return rows.map(({ account, count, amount, used }) => {
    return { account, count: Number(count), amount: Number(amount) - Number(used) };
  });
}

/** Place in the journal of the newest act that moved money of an account on these days; 0: none. */
export async function lastMoved(
  db: Kysely<HubTables>,
  account: string,
  { from, to }: Days,
): Promise<number> {
  const money = moneyAccount(account);
  let last = 0;
  for (const side of ['p.debit', 'p.credit'] as const) {
    const row = await db
      .selectFrom('fee_posting as p')
      .innerJoin('fee_act as a', 'a.id', 'p.act')
      .where(side, '=', money)
      .where('p.on_date', '>=', from)
      .where('p.on_date', '<=', to)
      .select(({ fn }) => fn.max('a.position').as('position'))
      .executeTakeFirst();
    last = Math.max(last, Number(row?.position ?? 0));
  }
  return last;
}

/** A place where money of a mall is. */
export interface KeptAccount {
  readonly code: string;
  readonly mall: string;
  readonly holds: string;
  readonly label: string;
  readonly isClosed: boolean;
}

/** Accounts of a mall that hold cash, by code. */
export async function cashAccounts(db: Kysely<HubTables>, mall: string): Promise<KeptAccount[]> {
  const rows = await accounts(db)
    .where('mall', '=', mall)
    .where('holds', '=', 'cash')
    .orderBy('code')
    .limit(ACCOUNTS_MAX)
    .execute();
  return rows.map(accountOf);
}

/** An account by its code. */
export async function findAccount(
  db: Kysely<HubTables>,
  code: string,
): Promise<KeptAccount | undefined> {
  const row = await accounts(db).where('code', '=', code).executeTakeFirst();
  return row && accountOf(row);
}

function accounts(db: Kysely<HubTables>) {
  return db.selectFrom('fee_account').select(['code', 'mall', 'holds', 'label', 'is_closed']);
}

type AccountRow = Awaited<ReturnType<ReturnType<typeof accounts>['executeTakeFirstOrThrow']>>;

function accountOf({ is_closed: closed, ...row }: AccountRow): KeptAccount {
  return { ...row, isClosed: closed === 1 };
}
