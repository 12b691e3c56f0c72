import type { Kysely } from 'kysely';
import type { FeeDetailsOf } from '../../../domain/fees/details.ts';
import type { HubTables } from '../../database/tables.ts';

/** Most accounts that are looked through for a number. */
const ACCOUNTS_MAX = 5_000;

/** An account of a mall. */
export interface MallAccount {
  readonly account: string;
  readonly mall: string;
  readonly holds: FeeDetailsOf<'account'>['holds'];
  readonly label: string;
  readonly qris: string;
  readonly profile: string;
  readonly isClosed: boolean;
}

function selectAccounts(db: Kysely<HubTables>) {
  return db
    .selectFrom('fee_account')
    .select(['code as account', 'mall', 'holds', 'label', 'qris', 'profile', 'is_closed'])
    .orderBy('code')
    .limit(ACCOUNTS_MAX);
}

type Row = Omit<MallAccount, 'holds' | 'isClosed'> & { holds: string; is_closed: number };

function accountOf({ holds, is_closed: closed, ...row }: Row): MallAccount {
  const held = holds as MallAccount['holds']; // as its CHECK says
  return { ...row, holds: held, isClosed: closed === 1 };
}

/** An account by its code. */
export async function findMallAccount(
  db: Kysely<HubTables>,
  code: string,
): Promise<MallAccount | undefined> {
  const row = await selectAccounts(db).where('code', '=', code).executeTakeFirst();
  return row && accountOf(row);
}

/** Accounts of all malls that hold such money, by code: closed ones are left out. */
export async function accountsHolding(
  db: Kysely<HubTables>,
  holds: MallAccount['holds'],
): Promise<MallAccount[]> {
  return (await everyHolding(db, holds)).filter(({ isClosed }) => !isClosed);
}

/** Accounts of all malls that hold such money or held it, by code. */
export async function everyHolding(
  db: Kysely<HubTables>,
  holds: MallAccount['holds'],
): Promise<MallAccount[]> {
  const rows = await selectAccounts(db).where('holds', '=', holds).execute();
  return rows.map(accountOf);
}

/** All accounts of a mall, by code. */
export async function accountsOfMall(db: Kysely<HubTables>, mall: string): Promise<MallAccount[]> {
  const rows = await selectAccounts(db).where('mall', '=', mall).execute();
  return rows.map(accountOf);
}

/** An account that is open and read by this profile; undefined for none. */
export async function accountReadBy(
  db: Kysely<HubTables>,
  profile: string,
): Promise<MallAccount | undefined> {
  const row = await selectAccounts(db)
    .where('profile', '=', profile)
    .where('is_closed', '=', 0)
    .executeTakeFirst();
  return row && accountOf(row);
}

/** Codes of malls, at most so many. */
export async function mallCodes(db: Kysely<HubTables>, limit: number): Promise<string[]> {
  const rows = await db.selectFrom('mall').select('code').orderBy('code').limit(limit).execute();
  return rows.map(({ code }) => code);
}

/** Whether there is a mall of this code. */
export async function isMall(db: Kysely<HubTables>, code: string): Promise<boolean> {
  const row = await db
    .selectFrom('mall')
    .where('code', '=', code)
    .select('code')
    .executeTakeFirst();
  return row !== undefined;
}
