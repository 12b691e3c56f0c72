import type { LedgerCredit } from '../../../domain/fees/ledger.ts';
import type { Tx } from '../../database/transact.ts';
import type { PlacedFee } from '../effect-rows.ts';

/** Takes rows of bank files for the credits that came by them; gives back what was reversed. */
export async function takeRows(
  trx: Tx,
  { body }: PlacedFee,
  reversed: readonly Pick<LedgerCredit, 'row' | 'amount'>[],
): Promise<void> {
  const taken = (body.credits ?? []).flatMap(({ row, amount }) => (row ? [{ row, amount }] : []));
  const given = reversed.flatMap(({ row, amount }) => (row ? [{ row, amount: -amount }] : []));
  const rows = [...taken, ...given].map(({ row, amount }, at) => {
    return { act: body.id, line: at + 1, bank_row: row, amount };
  });
  if (rows.length > 0) await trx.insertInto('bank_use').values(rows).execute();
}
