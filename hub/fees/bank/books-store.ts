import { type Kysely, sql } from 'kysely';
import { moneyAccount } from '../../../domain/fees/postings.ts';
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

/** What the books say is in an account at the end of a date. Rupiah */
export async function bookedUntil(
  db: Kysely<HubTables>,
  account: string,
  date: string,
): Promise<number> {
  const money = moneyAccount(account);
  const side = (name: 'debit' | 'credit') =>
    db
      .selectFrom('fee_posting')
      .where(name, '=', money)
      .where('on_date', '<=', date)
      .select(sql<number>`CAST(coalesce(sum(amount), 0) AS BIGINT)`.as('amount'))
      .executeTakeFirst();
  return ((await side('debit'))?.amount ?? 0) - ((await side('credit'))?.amount ?? 0);
}

/** Something that is in the bank and not in the books, or the other way round. */
export interface Unpaired {
  readonly on: string;
  /** Rupiah; of the bank less of the books. */
  readonly amount: number;
  readonly text: string;
  /** Of a row. */
  readonly row: string | null;
  /** Of a posting. */
  readonly act: string | null;
  readonly stall: string | null;
}

/** The oldest of them, and how many there are in all. */
export interface Unpaireds {
  readonly listed: readonly Unpaired[];
  readonly count: number;
  /** Of all. Rupiah */
  readonly total: number;
}

type Counted<T> = T & { readonly count: number; readonly total: number };

/** What of rows up to a date was not said by acts up to that date, the oldest first. */
export async function rowsUnsaid(
  db: Kysely<HubTables>,
  account: string,
  date: string,
  limit: number,
): Promise<Unpaireds> {
  const { rows } = await sql<Counted<Omit<Unpaired, 'act' | 'stall'>>>`
    SELECT n."on", n.text, n.row, n.amount, CAST(count(*) OVER () AS BIGINT) AS count,
      CAST(sum(n.amount) OVER () AS BIGINT) AS total
    FROM (
      SELECT r.on_date AS "on", r.line, r.description AS text, r.id AS row, CAST(r.amount
        - CASE WHEN r.amount < 0 THEN -1 ELSE 1 END * coalesce(u.amount, 0) AS BIGINT) AS amount
      FROM bank_row AS r
      LEFT JOIN (
        SELECT s.bank_row, sum(s.amount) AS amount
        FROM bank_use AS s
        JOIN fee_act AS a ON a.id = s.act
        JOIN bank_row AS o ON o.id = s.bank_row
        WHERE o.account = ${account} AND a.on_date <= ${date}
        GROUP BY s.bank_row
      ) AS u ON u.bank_row = r.id
      WHERE r.account = ${account} AND r.on_date <= ${date}
    ) AS n
    WHERE n.amount <> 0
    ORDER BY n."on", n.line, n.row
    LIMIT ${limit}`.execute(db);
  return listOf(rows, ({ on, amount, text, row }) => {
    return { on, amount, text, row, act: null, stall: null };
  });
}

/**
 * What acts up to a date posted to an account without a row of the bank up to that date, or a row
 * that an act has which posts later; the oldest first.
 */
export async function postingsUnsaid(
  db: Kysely<HubTables>,
  account: string,
  date: string,
  limit: number,
): Promise<Unpaireds> {
  const money = moneyAccount(account);
  const { rows } = await sql<Counted<Omit<Unpaired, 'row'>>>`
    SELECT n."on", n.text, n.act, n.stall, n.amount, CAST(count(*) OVER () AS BIGINT) AS count,
      CAST(sum(n.amount) OVER () AS BIGINT) AS total
    FROM (
      SELECT a.on_date AS "on", a.position, a.note AS text, a.id AS act, a.stall,
        CAST(coalesce(u.amount, 0) - coalesce(p.amount, 0) AS BIGINT) AS amount
      FROM (
        SELECT act, sum(CASE WHEN debit = ${money} THEN amount ELSE -amount END) AS amount
        FROM fee_posting
        WHERE (debit = ${money} OR credit = ${money}) AND on_date <= ${date}
        GROUP BY act
      ) AS p
      FULL JOIN (
        SELECT coalesce(s.of_act, s.act) AS act,
          sum(CASE WHEN o.amount < 0 THEN -s.amount ELSE s.amount END) AS amount
        FROM bank_use AS s
        JOIN bank_row AS o ON o.id = s.bank_row
        JOIN fee_act AS b ON b.id = s.act
        WHERE o.account = ${account} AND b.on_date <= ${date} AND o.on_date <= ${date}
        GROUP BY coalesce(s.of_act, s.act)
      ) AS u ON u.act = p.act
      JOIN fee_act AS a ON a.id = coalesce(p.act, u.act)
    ) AS n
    WHERE n.amount <> 0
    ORDER BY n."on", n.position
    LIMIT ${limit}`.execute(db);
  return listOf(rows, ({ on, amount, text, act, stall }) => {
    return { on, amount, text, row: null, act, stall };
  });
}

function listOf<T>(rows: readonly Counted<T>[], told: (row: Counted<T>) => Unpaired): Unpaireds {
  const [first] = rows;
  return { listed: rows.map(told), count: first?.count ?? 0, total: first?.total ?? 0 };
}

/** Sums of the rows of an account up to a date, and what it had before the first. */
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
  const first = await db
    .selectFrom('fee_statement')
    .where('account', '=', account)
    .where('opening_sen', 'is not', null)
    .select(['from_date as on', 'opening_sen as openingSen'])
    .orderBy('from_date')
    .orderBy('id')
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
