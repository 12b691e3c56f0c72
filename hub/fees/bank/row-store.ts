import { type Kysely, sql } from 'kysely';
import { formatNumber, KUITANSI } from '../../../domain/fees/number.ts';
import { insertRows, type Rows } from '../../database/insert-rows.ts';
import { likeOf } from '../../database/like.ts';
import type { HubTables } from '../../database/tables.ts';
import type { Tx } from '../../database/transact.ts';

/** Most rows that one query names. */
const IDS_MAX = 500;
/** Most rows of an account in the days of one file. */
const BETWEEN_MAX = 1_000_000;

/** A row of a bank file as it is kept. */
export interface KeptRow {
  readonly row: string;
  readonly account: string;
  readonly on: string;
  readonly line: number;
  readonly amountSen: number;
  /** Whole rupiah of it; below nothing when it left the account. */
  readonly amount: number;
  readonly balanceSen: number | null;
  readonly description: string;
  readonly reference: string;
  readonly sender: string;
  /** Rupiah that an acquirer kept of it. */
  readonly withheld: number;
  /** Rupiah, whichever way the row goes. */
  readonly used: number;
}

/** A row before anything was said of it. */
export type NewRow = Omit<KeptRow, 'used'>;

/** Which of these rows are there already. */
export async function knownRows(
  db: Kysely<HubTables>,
  table: 'bank_row' | 'fee_settled',
  ids: readonly string[],
): Promise<Set<string>> {
  const known = new Set<string>();
  for (let from = 0; from < ids.length; from += IDS_MAX) {
    const rows = await db
      .selectFrom(table)
      .where('id', 'in', ids.slice(from, from + IDS_MAX))
      .select('id')
      .orderBy('id')
      .limit(IDS_MAX)
      .execute();
    for (const { id } of rows) known.add(id);
  }
  return known;
}

/** Rows of an account from one day to another, the oldest first. */
export async function rowsBetween(
  db: Kysely<HubTables>,
  account: string,
  { from, to }: { readonly from: string; readonly to: string },
): Promise<KeptRow[]> {
  return selectRows(db)
    .where('account', '=', account)
    .where('on_date', '>=', from)
    .where('on_date', '<=', to)
    .limit(BETWEEN_MAX)
    .execute();
}

/** Keeps rows of a file. */
export async function insertBankRows(
  trx: Tx,
  statement: string,
  rows: readonly NewRow[],
): Promise<void> {
  await insertRows(
    trx,
    bankRows,
    rows.map(({ row, on, amountSen, balanceSen, ...kept }) => ({
      ...kept,
      id: row,
      statement,
      on_date: on,
      amount_sen: amountSen,
      balance_sen: balanceSen,
      used: 0,
      used_on: '',
    })),
  );
}

const bankRows: Rows<'bank_row'> = {
  table: 'bank_row',
  columns: {
    id: 'text',
    account: 'text',
    statement: 'text',
    on_date: 'text',
    line: 'bigint',
    amount_sen: 'bigint',
    amount: 'bigint',
    balance_sen: 'bigint',
    description: 'text',
    reference: 'text',
    sender: 'text',
    withheld: 'bigint',
    used: 'bigint',
    used_on: 'text',
  },
};

function selectRows(db: Kysely<HubTables>) {
  return db
    .selectFrom('bank_row')
    .select([
      'id as row',
      'account',
      'on_date as on',
      'line',
      'amount_sen as amountSen',
      'amount',
      'balance_sen as balanceSen',
      'description',
      'reference',
      'sender',
      'withheld',
      'used',
    ])
    .orderBy('on_date')
    .orderBy('line')
    .orderBy('id');
}

/** A row by its id. */
export async function findRow(db: Kysely<HubTables>, row: string): Promise<KeptRow | undefined> {
  return selectRows(db).where('id', '=', row).executeTakeFirst();
}

/** Where a page of rows ended. */
export interface RowPlace {
  readonly on: string;
  readonly line: number;
  readonly row: string;
}

/** Which rows of an account. */
export interface RowsWanted {
  readonly account: string;
  readonly which: 'waiting' | 'used' | 'all';
  readonly text: string;
  /** Only money that came in. */
  readonly isIncoming?: boolean;
}

/** Rows of an account, the oldest first. */
export async function pageOfRows(
  db: Kysely<HubTables>,
  { account, which, text, isIncoming = false }: RowsWanted,
  after: RowPlace | null,
  limit: number,
): Promise<KeptRow[]> {
  let query = selectRows(db).where('account', '=', account).limit(limit);
  // In the words of the index of rows that wait.
  if (which === 'waiting') query = query.where(sql<boolean>`used < abs(amount)`);
  if (which === 'used') query = query.where('used', '>', 0);
  if (isIncoming) query = query.where('amount', '>', 0);
  if (text !== '') {
    const like = likeOf(text);
    const digits = text.replace(/^rp/i, '').replace(/[^\d]/g, '');
    const amount = /^[\d.\s,rp-]+$/i.test(text) && digits.length <= 12 ? Number(digits) : null;
    query = query.where((e) =>
      e.or([
        sql<boolean>`lower(description) LIKE ${like} ESCAPE '\\'`,
        sql<boolean>`lower(reference) LIKE ${like} ESCAPE '\\'`,
        ...(amount === null ? [] : [sql<boolean>`abs(amount) = ${amount}`]),
      ]),
    );
  }
  if (after) {
    const { on, line, row } = after;
    query = query.where(
      (e) => sql<boolean>`(${e.ref('on_date')}, ${e.ref('line')}, ${e.ref('id')}) >
        (${on}, ${line}, ${row})`,
    );
  }
  return query.execute();
}

/** What rows were used for, in the order in which that was done. */
export async function usesOf(db: Kysely<HubTables>, rows: readonly string[]) {
  if (rows.length === 0) return [];
  return db
    .selectFrom('bank_use as u')
    .innerJoin('fee_act as a', 'a.id', 'u.act')
    .leftJoin('fee_credit as c', (join) =>
      join.onRef('c.act', '=', 'u.act').onRef('c.bank_row', '=', 'u.bank_row'),
    )
    .leftJoin('bank_use as b', (join) =>
      join.onRef('b.undoes', '=', 'u.act').onRef('b.bank_row', '=', 'u.bank_row'),
    )
    .where('u.bank_row', 'in', rows)
    .where('u.undoes', 'is', null)
    .select([
      'u.act',
      'u.bank_row as row',
      'u.amount',
      'a.on_date as on',
      'a.by_whom as by',
      'a.stall',
      'a.mall',
      'a.details',
      'c.kuitansi_year as year',
      'c.kuitansi_number as number',
      'b.act as undoneBy',
    ])
    .orderBy('a.position')
    .orderBy('u.line')
    .limit(IDS_MAX * 20)
    .execute();
}

/** What a use took of a row. */
export async function findUse(db: Kysely<HubTables>, act: string) {
  return db
    .selectFrom('bank_use as u')
    .innerJoin('fee_act as a', 'a.id', 'u.act')
    .leftJoin('bank_use as b', 'b.undoes', 'u.act')
    .where('u.act', '=', act)
    .where('u.undoes', 'is', null)
    .select(['u.bank_row as row', 'a.act as what', 'a.mall', 'a.stall', 'a.on_date as on'])
    .select('b.act as undoneBy')
    .executeTakeFirst();
}

/** Rows by their ids, the oldest first; those that there are. */
export async function findRows(db: Kysely<HubTables>, rows: readonly string[]): Promise<KeptRow[]> {
  if (rows.length === 0) return [];
  return selectRows(db).where('id', 'in', rows).limit(IDS_MAX).execute();
}

/** What payments that came by rows were booked by these acts. */
export async function acceptedBy(db: Kysely<HubTables>, acts: readonly string[]) {
  if (acts.length === 0) return [];
  const rows = await db
    .selectFrom('fee_credit')
    .where('act', 'in', acts)
    .select([
      'act',
      'mall',
      'stall',
      'amount',
      'used',
      'bank_row as row',
      'kuitansi_year as year',
      'kuitansi_number as number',
    ])
    .orderBy('kuitansi_year')
    .orderBy('kuitansi_number')
    .limit(IDS_MAX)
    .execute();
  return rows.map(({ act, mall, stall, amount, used, row, year, number }) => ({
    row: row ?? '',
    act,
    stall,
    amount,
    kuitansi: formatNumber({ kind: KUITANSI, mall, year: year ?? 0, number: number ?? 0 }),
    advance: amount - used,
  }));
}
