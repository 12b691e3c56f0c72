import { sql } from 'kysely';
import type { HubDatabase } from '../../hub/database/open-database.ts';
import { transact } from '../../hub/database/transact.ts';

/** What the books of all malls come to. Rupiah */
export interface FeeTotals {
  /** Σ of what is open of charges. */
  readonly open: number;
  /** Σ of what is left of credits. */
  readonly unused: number;
  readonly deposit: number;
  /** Balances of accounts: debit less credit. */
  readonly receivable: number;
  readonly advance: number;
  readonly held: number;
  /** Rows of bank files whose use is not what its acts say. */
  readonly misused: number;
  /** Acts of which not all is kept that they posted to accounts, or that rows say of them. */
  readonly mispaired: number;
  /** Kuitansi, and the highest numbers of each mall and year, added: the same without a gap. */
  readonly numbered: number;
  readonly highest: number;
}

/** Sums of the tables and of the postings. */
export async function feeTotals(database: HubDatabase): Promise<FeeTotals> {
  return transact(database, 'every-stall', async (trx) => {
    const { rows } = await sql<Record<keyof FeeTotals, number | string>>`
      SELECT (SELECT coalesce(sum(amount - settled), 0) FROM fee_charge
          WHERE is_reversed = 0) AS open,
        (SELECT coalesce(sum(amount - used), 0) FROM fee_credit WHERE is_reversed = 0) AS unused,
        (SELECT coalesce(sum(amount), 0) FROM fee_deposit_sum) AS deposit,
        ${balanceOf('receivable')} AS receivable, ${balanceOf('advance')} AS advance,
        ${balanceOf('deposit')} AS held,
        (SELECT count(*) FROM bank_row WHERE used <> (SELECT coalesce(sum(u.amount), 0)
          FROM bank_use AS u WHERE u.bank_row = bank_row.id)) AS misused,
        (SELECT count(*) FROM fee_pairing AS p WHERE p.posted <> ${postedBy('p')}
          OR p.paired <> ${pairedWith('p')}) AS mispaired,
        (SELECT count(*) FROM fee_credit WHERE kuitansi_number IS NOT NULL) AS numbered,
        (SELECT coalesce(sum(newest), 0) FROM (SELECT max(kuitansi_number) AS newest
          FROM fee_credit WHERE kuitansi_number IS NOT NULL
          GROUP BY mall, kuitansi_year) AS years) AS highest`.execute(trx);
    const [row] = rows;
    if (!row) throw new Error('no sums');
    const told = Object.entries(row).map(([name, value]) => [name, Number(value)] as const);
    return Object.fromEntries(told) as Record<keyof FeeTotals, number>; // its own keys
  });
}

function postedBy(pairing: string) {
  const [act, money] = [
    sql.ref(`${pairing}.act`),
    sql`'money:' || ${sql.ref(`${pairing}.account`)}`,
  ];
  return sql`(SELECT coalesce(sum(CASE WHEN debit = ${money} THEN amount ELSE -amount END), 0)
    FROM fee_posting WHERE act = ${act} AND (debit = ${money} OR credit = ${money}))`;
}

function pairedWith(pairing: string) {
  return sql`(SELECT coalesce(sum(CASE WHEN r.amount < 0 THEN -u.amount ELSE u.amount END), 0)
    FROM bank_use AS u JOIN bank_row AS r ON r.id = u.bank_row
    WHERE coalesce(u.of_act, u.act) = ${sql.ref(`${pairing}.act`)}
      AND r.account = ${sql.ref(`${pairing}.account`)})`;
}

function balanceOf(account: string) {
  return sql`(SELECT coalesce(sum(CASE WHEN debit = ${account} THEN amount ELSE -amount END), 0)
    FROM fee_posting WHERE debit = ${account} OR credit = ${account})`;
}
