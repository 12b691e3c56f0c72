import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { HubTables } from '../../database/tables.ts';

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

/** What of rows up to a date was not said by acts up to that date, the oldest first. */
export async function rowsUnsaid(
  db: Kysely<HubTables>,
  account: string,
  date: string,
  limit: number,
): Promise<Unpaireds> {
  const left = rowsLeft(account, date);
  const { rows: listed } = await sql<Unpaired>`
    SELECT n.on_date AS "on", CAST(n.amount AS BIGINT) AS amount, r.description AS text,
      n.id AS row, NULL AS act, NULL AS stall
    FROM (SELECT * FROM (${left}) AS m ORDER BY m.on_date, m.line, m.id LIMIT ${limit}) AS n
    JOIN bank_row AS r ON r.id = n.id
    ORDER BY n.on_date, n.line, n.id`.execute(db);
  return { listed, ...(await sumOf(db, left)) };
}

/**
 * Rows up to a date of which acts up to that date left something: `id`, `on_date`, `line`,
 * `amount`. Most rows are used on their own day: only of those that were used behind the date, and
 * of those that wait still, is anything read.
 */
function rowsLeft(account: string, date: string) {
  const until = sql`r.account = ${account} AND r.on_date <= ${date}`;
  return sql`
    SELECT r.id, r.on_date, r.line,
      CASE WHEN r.amount < 0 THEN r.amount + r.used ELSE r.amount - r.used END AS amount
    FROM bank_row AS r
    WHERE ${until} AND r.used < abs(r.amount) AND r.used_on <= ${date}
    UNION ALL
    SELECT c.id, c.on_date, c.line, c.amount
    FROM (
      SELECT r.id, r.on_date, r.line, r.amount - CASE WHEN r.amount < 0 THEN -1 ELSE 1 END
        * coalesce((SELECT sum(u.amount) FROM bank_use AS u JOIN fee_act AS a ON a.id = u.act
          WHERE u.bank_row = r.id AND a.on_date <= ${date}), 0) AS amount
      FROM bank_row AS r
      WHERE ${until} AND r.used_on > ${date} AND r.used_on > r.on_date
    ) AS c
    WHERE c.amount <> 0`;
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
  const left = postingsLeft(account, date);
  const { rows: listed } = await sql<Unpaired>`
    SELECT n.on_date AS "on", CAST(n.amount AS BIGINT) AS amount, a.note AS text, NULL AS row,
      a.id AS act, a.stall
    FROM (SELECT * FROM (${left}) AS m ORDER BY m.on_date, m.position LIMIT ${limit}) AS n
    JOIN fee_act AS a ON a.id = n.act
    ORDER BY n.on_date, n.position`.execute(db);
  return { listed, ...(await sumOf(db, left)) };
}

/**
 * Acts that posted other than rows say up to a date: `act`, `on_date`, `position`, `amount`. As
 * rowsLeft(): of acts all of whose parts are of one date, only those that differ still are read.
 */
function postingsLeft(account: string, date: string) {
  const paired = (ofAct: RawBuilder<unknown>) => sql`coalesce((
    SELECT sum(CASE WHEN o.amount < 0 THEN -u.amount ELSE u.amount END)
    FROM bank_use AS u
    JOIN bank_row AS o ON o.id = u.bank_row
    JOIN fee_act AS b ON b.id = u.act
    WHERE ${ofAct} AND o.account = p.account AND b.on_date <= ${date} AND o.on_date <= ${date}
  ), 0)`;
  return sql`
    SELECT p.act, p.on_date, p.position, p.paired - p.posted AS amount
    FROM fee_pairing AS p
    WHERE p.account = ${account} AND p.paired - p.posted <> 0 AND p.last_on <= ${date}
    UNION ALL
    SELECT c.act, c.on_date, c.position, c.amount
    FROM (
      SELECT p.act, p.on_date, p.position, ${paired(sql`u.act = p.act AND u.of_act IS NULL`)}
        + ${paired(sql`u.of_act = p.act`)}
        - CASE WHEN p.on_date <= ${date} THEN p.posted ELSE 0 END AS amount
      FROM fee_pairing AS p
      WHERE p.account = ${account} AND p.first_on <= ${date} AND p.last_on > ${date}
        AND p.first_on < p.last_on
    ) AS c
    WHERE c.amount <> 0`;
}

async function sumOf(db: Kysely<HubTables>, left: RawBuilder<unknown>) {
  const { rows } = await sql<{ readonly count: number; readonly total: number }>`
    SELECT CAST(count(*) AS BIGINT) AS count, CAST(coalesce(sum(n.amount), 0) AS BIGINT) AS total
    FROM (${left}) AS n`.execute(db);
  return rows[0] ?? { count: 0, total: 0 };
}

/** What an act booked for a stall to an account, of which no row is known. */
export interface BookedAhead {
  readonly act: string;
  readonly stall: string;
  readonly on: string;
  /** Rupiah that no row says of yet. */
  readonly amount: number;
}

/** Most acts of an account between two dates that no row is known of. */
const BOOKED_MAX = 20_000;

/** What came in between two dates by the books alone, the oldest first: not what was reversed. */
export async function bookedAhead(
  db: Kysely<HubTables>,
  account: string,
  { from, to }: { readonly from: string; readonly to: string },
): Promise<readonly BookedAhead[]> {
  // In the words of the index of acts that differ.
  const { rows } = await sql<BookedAhead>`
    SELECT p.act, a.stall, p.on_date AS "on", p.posted - p.paired AS amount
    FROM fee_pairing AS p
    JOIN fee_act AS a ON a.id = p.act
    WHERE p.account = ${account} AND p.on_date BETWEEN ${from} AND ${to}
      AND p.paired - p.posted <> 0 AND p.paired < p.posted AND a.stall IS NOT NULL
      AND NOT EXISTS (SELECT 1 FROM fee_credit AS c WHERE c.act = p.act AND c.is_reversed = 1)
    ORDER BY p.on_date, p.position
    LIMIT ${BOOKED_MAX}`.execute(db);
  return rows;
}
