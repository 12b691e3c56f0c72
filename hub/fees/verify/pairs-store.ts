import { type RawBuilder, sql } from 'kysely';
import { MONEY } from '../../../domain/fees/postings.ts';
import type { Tx } from '../../database/transact.ts';
import { saidElsewhere } from '../bank/said-elsewhere.ts';
import type { FeeDifference } from './compare-rows.ts';

/**
 * The first claim of a till that is not answered by the act that says so, or such an act that no
 * claim has. Null for none.
 */
export function differenceOfClaims(trx: Tx): Promise<FeeDifference | null> {
  return firstOf(trx, 'fee_message', answeredOtherwise);
}

/**
 * The first difference of what triggers keep of bank rows and of the acts that they say: against
 * the postings and uses themselves, which the journal has proved. Null for none.
 */
export async function differenceOfPairs(trx: Tx): Promise<FeeDifference | null> {
  return (
    (await firstOf(trx, 'bank_row', usedOtherwise)) ??
    (await firstOf(trx, 'fee_pairing', pairedOtherwise))
  );
}

async function firstOf(
  trx: Tx,
  table: string,
  query: RawBuilder<{ id: string; stored: string | null; found: string | null }>,
): Promise<FeeDifference | null> {
  const [row] = (await query.execute(trx)).rows;
  if (!row) return null;
  return { table, id: row.id, column: 'row', stored: row.stored ?? '', found: row.found ?? '' };
}

const usedOtherwise = sql<{ id: string; stored: string | null; found: string | null }>`
  SELECT r.id, r.used || ' ' || r.used_on AS stored,
    coalesce(u.used, 0) || ' ' || coalesce(u.used_on, '') AS found
  FROM bank_row AS r
  LEFT JOIN (
    SELECT s.bank_row, sum(s.amount) AS used, max(a.on_date) AS used_on
    FROM bank_use AS s JOIN fee_act AS a ON a.id = s.act
    GROUP BY s.bank_row
  ) AS u ON u.bank_row = r.id
  WHERE r.used <> coalesce(u.used, 0) OR r.used_on <> coalesce(u.used_on, '')
  ORDER BY r.id LIMIT 1`;

/** Canonical JSON of the details of an act names what it is of once. */
const answeredOtherwise = sql<{ id: string; stored: string | null; found: string | null }>`
  SELECT coalesce(m.id, a.id) AS id, m.answered_by AS stored, a.id AS found
  FROM (SELECT id, answered_by FROM fee_message WHERE kind = 'claim' AND answered_by IS NOT NULL)
    AS m
  FULL JOIN (SELECT id, details FROM fee_act WHERE act = 'claim-settle') AS a
    ON a.id = m.answered_by
  WHERE m.id IS NULL OR a.id IS NULL OR a.details NOT LIKE '%"of":"' || m.id || '"%'
  ORDER BY 1 LIMIT 1`;

const posted = (side: 'debit' | 'credit', sign: 1 | -1) => sql`
  SELECT substr(${sql.ref(`p.${side}`)}, ${sql.lit(MONEY.length + 1)}) AS account, p.act,
    ${sql.lit(sign)} * p.amount AS posted, 0 AS paired, p.on_date
  FROM fee_posting AS p WHERE ${sql.ref(`p.${side}`)} LIKE ${sql.lit(`${MONEY}%`)}
    AND NOT ${sql.raw(saidElsewhere('p', side))}`;

const pairedOtherwise = sql<{ id: string; stored: string | null; found: string | null }>`
  SELECT coalesce(k.account, f.account) || ' ' || coalesce(k.act, f.act) AS id,
    k.on_date || ' ' || k.position || ' ' || k.posted || ' ' || k.paired || ' ' || k.first_on
      || ' ' || k.last_on AS stored,
    f.on_date || ' ' || f.position || ' ' || f.posted || ' ' || f.paired || ' ' || f.first_on
      || ' ' || f.last_on AS found
  FROM fee_pairing AS k
  FULL JOIN (
    SELECT m.account, m.act, o.on_date, o.position, sum(m.posted) AS posted,
      sum(m.paired) AS paired, min(m.on_date) AS first_on, max(m.on_date) AS last_on
    FROM (
      ${posted('debit', 1)} UNION ALL ${posted('credit', -1)} UNION ALL
      SELECT r.account, coalesce(u.of_act, u.act) AS act, 0 AS posted,
        CASE WHEN r.amount < 0 THEN -u.amount ELSE u.amount END AS paired,
        CASE WHEN r.on_date < a.on_date THEN a.on_date ELSE r.on_date END AS on_date
      FROM bank_use AS u
      JOIN bank_row AS r ON r.id = u.bank_row
      JOIN fee_act AS a ON a.id = u.act
    ) AS m
    JOIN fee_act AS o ON o.id = m.act
    GROUP BY m.account, m.act, o.on_date, o.position
  ) AS f ON f.account = k.account AND f.act = k.act
  WHERE k.act IS NULL OR f.act IS NULL OR k.posted <> f.posted OR k.paired <> f.paired
    OR k.first_on <> f.first_on OR k.last_on <> f.last_on OR k.on_date <> f.on_date
    OR k.position <> f.position
  ORDER BY 1 LIMIT 1`;
