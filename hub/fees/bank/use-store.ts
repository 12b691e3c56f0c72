import type { LedgerCredit } from '../../../domain/fees/ledger.ts';
import type { Tx } from '../../database/transact.ts';
import type { PlacedFee } from '../effect-rows.ts';
import { learnSender, unlearnSender } from './sender-store.ts';

/**
 * Takes rows of bank files for the credits that came by them, and gives back what was reversed:
 * who sent a payment is remembered for its stall, and forgotten again.
 */
export async function takeRows(
  trx: Tx,
  { body }: PlacedFee,
  reversed: readonly Pick<LedgerCredit, 'id' | 'row' | 'amount'>[],
): Promise<void> {
  const { id: act, mall, stall } = body;
  let line = 0;
  for (const { row, amount } of body.credits ?? []) {
    if (row === undefined || stall === undefined) continue;
    line += 1;
    const use = { act, line, bank_row: row, amount, of_act: null, undoes: null };
    await trx.insertInto('bank_use').values(use).execute();
    await learnSender(trx, { mall, stall, row });
  }
  for (const { id, row, amount } of reversed) {
    if (row === undefined || stall === undefined) continue;
    line += 1;
    const { act: undoes } = await trx
      .selectFrom('fee_credit')
      .where('id', '=', id)
      .select('act')
      .executeTakeFirstOrThrow();
    const use = { act, line, bank_row: row, amount: -amount, of_act: null, undoes };
    await trx.insertInto('bank_use').values(use).execute();
    await unlearnSender(trx, { mall, stall, row });
  }
}
