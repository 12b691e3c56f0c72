import { type Kysely, sql } from 'kysely';
import { formatNumber, KUITANSI } from '../../domain/fees/number.ts';
import type { HubTables } from '../database/tables.ts';

/** Something that made what a stall owes more or less. */
export interface StatementMove {
  readonly on: string;
  readonly what: 'charge' | 'credit' | 'refund' | 'reversal';
  readonly kind: string;
  readonly period: string;
  readonly kuitansi: string;
  readonly note: string;
  /** Rupiah: more owed, or less. */
  readonly amount: number;
}

/** Every charge, credit and refund of a stall, and each reversal of one, on its own date. */
function movesOf(stall: string) {
  const noNumber = sql`CAST(NULL AS BIGINT) AS year, CAST(NULL AS BIGINT) AS number`;
  const blank = sql`'' AS basis, '' AS period, ${noNumber}`;
  return sql`(
    SELECT c.on_date, a.position, 1 AS line, 'charge' AS what, c.kind, c.basis, c.period,
      ${noNumber}, c.mall, a.note, c.amount
    FROM fee_charge AS c JOIN fee_act AS a ON a.id = c.act WHERE c.stall = ${stall}
    UNION ALL
    SELECT a.on_date, a.position, 0 AS line, 'reversal' AS what, c.kind, '' AS basis, c.period,
      ${noNumber}, c.mall, a.note, -c.amount
    FROM fee_charge AS c JOIN fee_act AS a ON a.id = c.reversed_by WHERE c.stall = ${stall}
    UNION ALL
    SELECT c.on_date, a.position, 2 AS line, 'credit' AS what, c.kind, '' AS basis, '' AS period,
      c.kuitansi_year AS year, c.kuitansi_number AS number, c.mall, a.note, -c.amount
    FROM fee_credit AS c JOIN fee_act AS a ON a.id = c.act WHERE c.stall = ${stall}
    UNION ALL
    SELECT a.on_date, a.position, 0 AS line, 'reversal' AS what, c.kind, '' AS basis,
      '' AS period, c.kuitansi_year AS year, c.kuitansi_number AS number, c.mall, a.note, c.amount
    FROM fee_credit AS c JOIN fee_act AS a ON a.id = c.reversed_by WHERE c.stall = ${stall}
    UNION ALL
    SELECT f.on_date, a.position, 3 AS line,
      CASE WHEN f.amount > 0 THEN 'refund' ELSE 'reversal' END AS what, c.kind, ${blank},
      c.mall, a.note, f.amount
    FROM fee_refund AS f JOIN fee_act AS a ON a.id = f.act JOIN fee_credit AS c ON c.id = f.credit
    WHERE f.stall = ${stall}
  )`;
}

/** What was owed less what was paid ahead, at the end of the day before a date. Rupiah */
export async function openingOf(
  db: Kysely<HubTables>,
  stall: string,
  before: string,
): Promise<number> {
  const { rows } = await sql<{ amount: number }>`SELECT
      CAST(coalesce(sum(amount), 0) AS BIGINT) AS amount
    FROM ${movesOf(stall)} AS m WHERE m.on_date < ${before}`.execute(db);
  return rows[0]?.amount ?? 0;
}

/** How many moves a stall has between two dates, both included. */
export async function countMoves(
  db: Kysely<HubTables>,
  stall: string,
  { from, to }: { readonly from: string; readonly to: string },
): Promise<number> {
  const { rows } = await sql<{ moves: number }>`SELECT CAST(count(*) AS BIGINT) AS moves
    FROM ${movesOf(stall)} AS m WHERE m.on_date >= ${from} AND m.on_date <= ${to}`.execute(db);
  return rows[0]?.moves ?? 0;
}

/** The moves of a stall between two dates, both included, in their order. */
export async function listMoves(
  db: Kysely<HubTables>,
  stall: string,
  { from, to, limit }: { readonly from: string; readonly to: string; readonly limit: number },
): Promise<StatementMove[]> {
  const { rows } = await sql<{
    on: string;
    what: StatementMove['what'];
    kind: string;
    basis: string;
    period: string;
    year: number | null;
    number: number | null;
    mall: string;
    note: string;
    amount: number;
  }>`SELECT m.on_date AS "on", m.what, m.kind, m.basis, m.period, m.year, m.number, m.mall,
      m.note, m.amount
    FROM ${movesOf(stall)} AS m WHERE m.on_date >= ${from} AND m.on_date <= ${to}
    ORDER BY m.on_date, m.position, m.line, m.kind, m.period LIMIT ${limit}`.execute(db);
  return rows.map(({ basis, year, number, mall, note, ...move }) => {
    const numbered = year !== null && number !== null;
    const kuitansi = numbered ? formatNumber({ kind: KUITANSI, mall, year, number }) : '';
    return { ...move, kuitansi, note: basis === '' ? note : basis };
  });
}
