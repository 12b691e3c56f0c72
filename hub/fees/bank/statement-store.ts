import { type Kysely, sql } from 'kysely';
import { insertRows, type Rows } from '../../database/insert-rows.ts';
import type { HubTables } from '../../database/tables.ts';
import type { Tx } from '../../database/transact.ts';

/** A file that was taken in for an account. */
export interface KeptStatement {
  /** Id of the act that took it. */
  readonly id: string;
  readonly account: string;
  readonly sha256: string;
  readonly file: string;
  readonly from: string;
  readonly to: string;
  readonly openingSen: number | null;
  readonly closingSen: number | null;
  readonly rows: number;
  readonly added: number;
}

/** Keeps that a file was taken in. */
export async function insertStatement(trx: Tx, statement: KeptStatement): Promise<void> {
  const { from, to, openingSen, closingSen, rows, ...kept } = statement;
  const days = { from_date: from, to_date: to };
  const balances = { opening_sen: openingSen, closing_sen: closingSen };
  await trx
    .insertInto('fee_statement')
    .values({ ...kept, ...days, ...balances, row_count: rows })
    .execute();
}

/** Whether this very file was taken in for the account before. */
export async function isFileKnown(
  db: Kysely<HubTables>,
  account: string,
  sha256: string,
): Promise<boolean> {
  const row = await db
    .selectFrom('fee_statement')
    .where('account', '=', account)
    .where('sha256', '=', sha256)
    .select('id')
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** A balance that files tell of, and when. */
export interface KnownBalance {
  readonly on: string;
  readonly balanceSen: number;
}

/** The last balance of an account at the end of a date, as rows and files tell it. */
export async function balanceAt(
  db: Kysely<HubTables>,
  account: string,
  date: string,
): Promise<KnownBalance | undefined> {
  const row = await db
    .selectFrom('bank_row')
    .where('account', '=', account)
    .where('on_date', '<=', date)
    .select(['on_date as on', 'balance_sen as balanceSen'])
    .orderBy('on_date', 'desc')
    .orderBy('line', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  const file = await db
    .selectFrom('fee_statement as s')
    .innerJoin('fee_act as a', 'a.id', 's.id')
    .where('s.account', '=', account)
    .where('s.to_date', '<=', date)
    .where('s.closing_sen', 'is not', null)
    .select(['s.to_date as on', 's.closing_sen as balanceSen'])
    .orderBy('s.to_date', 'desc')
    .orderBy('a.position', 'desc')
    .limit(1)
    .executeTakeFirst();
  return [known(row), known(file)].reduce((one, other) => {
    return other && (!one || other.on > one.on) ? other : one;
  });
}

/** The first balance of an account from a date on: what it was before the first row behind it. */
export async function balanceFrom(
  db: Kysely<HubTables>,
  account: string,
  date: string,
): Promise<KnownBalance | undefined> {
  const row = await db
    .selectFrom('bank_row')
    .where('account', '=', account)
    .where('on_date', '>=', date)
    .select((e) => ['on_date as on', e('balance_sen', '-', e.ref('amount_sen')).as('balanceSen')])
    .orderBy('on_date')
    .orderBy('line')
    .orderBy('id')
    .limit(1)
    .executeTakeFirst();
  return known(row);
}

function known(
  row: { readonly on: string; readonly balanceSen: number | null } | undefined,
): KnownBalance | undefined {
  if (!row || row.balanceSen === null) return undefined;
  return { on: row.on, balanceSen: row.balanceSen };
}

/** An account with its furthest file and how many of its rows wait. */
export async function listAccounts(db: Kysely<HubTables>, mall: string | null, limit: number) {
  let query = db
    .selectFrom('fee_account as a')
    .select((e) => [
      'a.code as account',
      'a.mall',
      'a.holds',
      'a.label',
      'a.profile',
      'a.is_closed',
      e
        .selectFrom('bank_row as r')
        .whereRef('r.account', '=', 'a.code')
        .where(sql<boolean>`r.used < abs(r.amount)`)
        .select(sql<number>`CAST(count(*) AS BIGINT)`.as('waiting'))
        .as('waiting'),
    ])
    .orderBy('a.mall')
    .orderBy('a.code')
    .limit(limit);
  if (mall !== null) query = query.where('a.mall', '=', mall);
  return query.execute();
}

/** The file of an account that reaches furthest. */
export async function furthestStatement(db: Kysely<HubTables>, account: string) {
  return db
    .selectFrom('fee_statement as s')
    .innerJoin('fee_act as a', 'a.id', 's.id')
    .where('s.account', '=', account)
    .select([
      's.file',
      's.from_date as from',
      's.to_date as to',
      's.closing_sen as closingSen',
      'a.at_ms as importedAtMs',
    ])
    .orderBy('s.to_date', 'desc')
    .orderBy('a.position', 'desc')
    .limit(1)
    .executeTakeFirst();
}

/** A transaction of a settlement file as it is kept. */
export interface KeptSettled {
  readonly row: string;
  readonly nmid: string;
  readonly on: string;
  readonly line: number;
  readonly grossSen: number;
  readonly netSen: number;
  /** JSON of the rest. */
  readonly content: string;
}

/** Keeps transactions of a settlement file. */
export async function insertSettled(
  trx: Tx,
  statement: string,
  rows: readonly KeptSettled[],
): Promise<void> {
  await insertRows(
    trx,
    settledRows,
    rows.map(({ row, on, grossSen, netSen, ...kept }) => ({
      ...kept,
      id: row,
      statement,
      on_date: on,
      gross_sen: grossSen,
      net_sen: netSen,
    })),
  );
}

const settledRows: Rows<'fee_settled'> = {
  table: 'fee_settled',
  columns: {
    id: 'text',
    statement: 'text',
    nmid: 'text',
    on_date: 'text',
    line: 'bigint',
    gross_sen: 'bigint',
    net_sen: 'bigint',
    content: 'text',
  },
};

/** Most transactions of a merchant that are told at once. */
const SINCE_MAX = 20_000;

/** The newest transactions of a merchant from a date on, the oldest first. */
export async function settledSince(
  db: Kysely<HubTables>,
  nmid: string,
  since: string,
): Promise<KeptSettled[]> {
  const rows = await selectSettled(db)
    .where('nmid', '=', nmid)
    .where('on_date', '>=', since)
    .limit(SINCE_MAX)
    .execute();
  return rows.reverse();
}

/** Transactions of a merchant, the newest first. */
export async function pageOfSettled(
  db: Kysely<HubTables>,
  nmid: string,
  after: { readonly on: string; readonly line: number; readonly row: string } | null,
  limit: number,
): Promise<KeptSettled[]> {
  let query = selectSettled(db).where('nmid', '=', nmid).limit(limit);
  if (after) {
    const { on, line, row } = after;
    query = query.where(
      (e) => sql<boolean>`(${e.ref('on_date')}, ${e.ref('line')}, ${e.ref('id')}) <
        (${on}, ${line}, ${row})`,
    );
  }
  return query.execute();
}

function selectSettled(db: Kysely<HubTables>) {
  return db
    .selectFrom('fee_settled')
    .select([
      'id as row',
      'nmid',
      'on_date as on',
      'line',
      'gross_sen as grossSen',
      'net_sen as netSen',
      'content',
    ])
    .orderBy('on_date', 'desc')
    .orderBy('line', 'desc')
    .orderBy('id', 'desc');
}
