import { randomUUID } from 'node:crypto';
import { type FeeParts, writeFees } from '../../hub/fees/write-fee.ts';

/** Rows of the file, and what each is of. Rupiah */
export const [BANK_ROWS, BANK_ROW_AMOUNT] = [60, 2_000_000];

/** Whose file it is, and the date of all its rows. */
export interface BankFile {
  readonly mall: string;
  readonly account: string;
  readonly on: string;
}

/** Rows of a bank file to pay and explain with. @returns their ids */
export async function addBankRows(
  hub: FeeParts,
  { mall, account, on }: BankFile,
): Promise<string[]> {
  const id = randomUUID();
  return writeFees(hub, 'pengelola-1', async ({ trx, append }) => {
    await append([{ id, act: 'statement-import', mall, on, note: '' }]);
    await trx
      .insertInto('fee_statement')
      .values({
        id,
        account,
        sha256: 'c'.repeat(64),
        file: 'mutasi.csv',
        from_date: on,
        to_date: on,
        opening_sen: null,
        closing_sen: null,
        row_count: BANK_ROWS,
        added: BANK_ROWS,
      })
      .execute();
    const rows = Array.from({ length: BANK_ROWS }, (_, at) => at.toString(16).padStart(64, '0'));
    const sums = { amount_sen: 100 * BANK_ROW_AMOUNT, amount: BANK_ROW_AMOUNT };
    for (const [at, row] of rows.entries()) {
      const text = { description: '', reference: '', sender: '', balance_sen: null };
      const of = { id: row, account, statement: id, on_date: on };
      await trx
        .insertInto('bank_row')
        .values({ ...of, ...text, line: at + 1, ...sums })
        .execute();
    }
    return rows;
  });
}
