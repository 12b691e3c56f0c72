import { sql } from 'kysely';
import { ageOpen, type Ageing } from '../../domain/fees/ageing.ts';
import { moneyAccount } from '../../domain/fees/postings.ts';
import type { HubDatabase } from '../../hub/database/open-database.ts';
import { transact } from '../../hub/database/transact.ts';

/** What was open at the end of a date: every charge, less what acts until then settled of it. */
export async function foldAgeing(database: HubDatabase, on: string): Promise<Ageing> {
  const charges = await readAll<{ id: string; due: string; amount: number; reversed: string }>(
    database,
    sql`SELECT c.id, c.due_on AS due, c.amount, coalesce(r.on_date, '9999') AS reversed
      FROM fee_charge AS c LEFT JOIN fee_act AS r ON r.id = c.reversed_by
      WHERE c.on_date <= ${on}`,
  );
  const settled = sumBy(
    await readAll<{ key: string; amount: number }>(
      database,
      sql`SELECT l.charge AS key, l.amount FROM fee_allocation AS l
        JOIN fee_act AS a ON a.id = l.act WHERE a.on_date <= ${on}`,
    ),
  );
  const open = charges.flatMap(({ id, due, amount, reversed }) => {
    const left = Number(amount) - (settled.get(id) ?? 0);
    return reversed > on && left > 0 ? [{ due, open: left }] : [];
  });
  return ageOpen(open, on);
}

/** What the books say of a date: what stalls owed, and how many were ahead less than nothing. */
export async function postedUntil(
  database: HubDatabase,
  on: string,
): Promise<{ receivable: number; overdrawn: number }> {
  const [row] = await readAll<{ receivable: number | string; overdrawn: number | string }>(
    database,
    sql`SELECT coalesce(sum(receivable), 0) AS receivable,
        coalesce(sum(CASE WHEN advance < 0 OR receivable < 0 THEN 1 ELSE 0 END), 0) AS overdrawn
      FROM (SELECT a.stall,
          sum(CASE WHEN p.debit = 'receivable' THEN p.amount
            WHEN p.credit = 'receivable' THEN -p.amount ELSE 0 END) AS receivable,
          sum(CASE WHEN p.credit = 'advance' THEN p.amount
            WHEN p.debit = 'advance' THEN -p.amount ELSE 0 END) AS advance
        FROM fee_posting AS p JOIN fee_act AS a ON a.id = p.act
        WHERE p.on_date <= ${on} GROUP BY a.stall) AS stalls`,
  );
  return { receivable: Number(row?.receivable), overdrawn: Number(row?.overdrawn) };
}

/** What the bank has and the books have not at the end of a date, and the other way round. */
export interface FoldedUnpaired {
  /** Rupiah of each row of which something is not said, by its id. */
  readonly rows: ReadonlyMap<string, number>;
  /** Rupiah of bank less book, by act. */
  readonly postings: ReadonlyMap<string, number>;
}

/** Every row, use and posting of an account until a date, added up. */
export async function foldUnpaired(
  database: HubDatabase,
  account: string,
  date: string,
): Promise<FoldedUnpaired> {
  const money = moneyAccount(account);
  const rows = await readAll<{ key: string; amount: number; on: string }>(
    database,
    sql`SELECT id AS key, amount, on_date AS "on" FROM bank_row WHERE account = ${account}`,
  );
  const uses = await readAll<{ row: string; act: string; amount: number; on: string }>(
    database,
    sql`SELECT u.bank_row AS row, coalesce(u.of_act, u.act) AS act, u.amount, a.on_date AS "on"
      FROM bank_use AS u JOIN fee_act AS a ON a.id = u.act`,
  );
  const postings = await readAll<{ key: string; amount: number }>(
    database,
    sql`SELECT act AS key, CASE WHEN debit = ${money} THEN -amount ELSE amount END AS amount
      FROM fee_posting WHERE on_date <= ${date} AND (debit = ${money} OR credit = ${money})`,
  );
  const then = new Map(rows.filter(({ on }) => on <= date).map((row) => [row.key, row]));
  const said = uses.flatMap(({ row, act, amount, on }) => {
    const of = then.get(row);
    if (!of || on > date) return [];
    return [{ row, act, amount: of.amount < 0 ? -Number(amount) : Number(amount) }];
  });
  const unsaid = said.map(({ row, amount }) => ({ key: row, amount: -amount }));
  const byAct = said.map(({ act, amount }) => ({ key: act, amount }));
  return {
    rows: withoutNothing(sumBy([...then.values(), ...unsaid])),
    postings: withoutNothing(sumBy([...byAct, ...postings])),
  };
}

function readAll<R>(database: HubDatabase, query: ReturnType<typeof sql>): Promise<readonly R[]> {
  return transact(database, 'every-stall', async (trx) => {
    const { rows } = await query.execute(trx);
    return rows as R[]; // as its SQL says
  });
}

function sumBy(parts: readonly { readonly key: string; readonly amount: number }[]) {
  const sums = new Map<string, number>();
  for (const { key, amount } of parts) sums.set(key, (sums.get(key) ?? 0) + Number(amount));
  return sums;
}

function withoutNothing(sums: ReadonlyMap<string, number>): Map<string, number> {
  return new Map([...sums].filter(([, amount]) => amount !== 0));
}
