import { type Kysely, sql } from 'kysely';
import type { RowLine } from '../../../domain/fees/bank/order-days.ts';
import { ROWS_MAX } from '../../../node/fees/bank/bank-text.ts';
import type { HubTables } from '../../database/tables.ts';
import type { Tx } from '../../database/transact.ts';
import type { KeptRow } from './row-store.ts';

/** Most rows that one statement changes. */
const IDS_MAX = 500;

/** What a row says. */
type Words = Pick<KeptRow, 'row' | 'description' | 'reference' | 'sender'>;

/** What a row says that nobody used yet, and how far the file reaches that it has it of. */
interface UnusedWords extends Words {
  readonly to: string;
}

/** Words of the rows of an account from one day to another that nobody used yet. */
export async function unusedWords(
  db: Kysely<HubTables>,
  account: string,
  { from, to }: { readonly from: string; readonly to: string },
): Promise<UnusedWords[]> {
  return db
    .selectFrom('bank_row as r')
    .innerJoin('fee_statement as s', 's.id', 'r.statement')
    .where('r.account', '=', account)
    .where(sql<boolean>`r.used < abs(r.amount)`)
    .where('r.used', '=', 0)
    .where('r.on_date', '>=', from)
    .where('r.on_date', '<=', to)
    .select(['r.id as row', 'r.description', 'r.reference', 'r.sender', 's.to_date as to'])
    .orderBy('r.on_date')
    .orderBy('r.line')
    .limit(ROWS_MAX)
    .execute();
}

/** Gives rows that nobody used yet the words of a newer file. */
export async function renameRows(
  trx: Tx,
  statement: string,
  rows: readonly Words[],
): Promise<void> {
  for (let from = 0; from < rows.length; from += IDS_MAX) {
    const words = rows
      .slice(from, from + IDS_MAX)
      .map(({ row, description, reference, sender }) => {
        return sql`(${row}, ${description}, ${reference}, ${sender})`;
      });
    await sql`
      UPDATE bank_row SET statement = ${statement}, description = n.column2,
        reference = n.column3, sender = n.column4
      FROM (VALUES ${sql.join(words)}) AS n
      WHERE bank_row.id = n.column1 AND bank_row.used = 0`.execute(trx);
  }
}

/** Gives rows other places in their days. */
export async function moveRows(trx: Tx, rows: readonly RowLine[]): Promise<void> {
  for (let from = 0; from < rows.length; from += IDS_MAX) {
    const lines = rows.slice(from, from + IDS_MAX).map(({ row, line }) => sql`(${row}, ${line})`);
    await sql`
      UPDATE bank_row SET line = CAST(n.column2 AS BIGINT)
      FROM (VALUES ${sql.join(lines)}) AS n
      WHERE bank_row.id = n.column1`.execute(trx);
  }
}
