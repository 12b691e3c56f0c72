import { randomUUID } from 'node:crypto';
import { type FeeParts, writeFees } from '../../hub/fees/write-fee.ts';

/** Rows of the file. */
const ROWS = 60;

/** Rows of a bank file, Rp 2.000.000 each, to pay and explain with. @returns their ids */
export async function addBankRows(hub: FeeParts, mall: string, account: string): Promise<string[]> {
  const id = randomUUID();
  return writeFees(hub, 'pengelola-1', async ({ trx, append }) => {
    await append([{ id, act: 'statement-import', mall, on: '2026-11-01', note: '' }]);
    await trx
      .insertInto('fee_statement')
      .values({
        id,
        account,
        sha256: 'c'.repeat(64),
        file: 'mutasi.csv',
        from_date: '2026-11-01',
        to_date: '2026-11-29',
        opening_sen: null,
        closing_sen: null,
        row_count: ROWS,
        added: ROWS,
      })
      .execute();
    const rows = Array.from({ length: ROWS }, (_, at) => at.toString(16).padStart(64, '0'));
    for (const [at, row] of rows.entries()) {
      const text = { description: '', reference: '', sender: '', balance_sen: null };
      const of = { id: row, account, statement: id, on_date: '2026-11-01' };
      await trx
        .insertInto('bank_row')
        .values({ ...of, ...text, line: at + 1, amount_sen: 200_000_000, amount: 2_000_000 })
        .execute();
    }
    return rows;
  });
}
