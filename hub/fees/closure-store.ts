import type { FeeBody } from '../../domain/fees/body.ts';
import type { FeeDetailsOf } from '../../domain/fees/details.ts';
import type { Tx } from '../database/transact.ts';
import { ofStall } from './of-stall.ts';

/** Days on which a stall, or the whole mall, could not trade. */
export async function saveClosure(
  trx: Tx,
  { id: act, mall, stall }: FeeBody,
  { why, from, to }: FeeDetailsOf<'closure'>,
): Promise<void> {
  const row = { act, mall, stall: stall ?? null, why, from_date: from, to_date: to };
  await trx.insertInto('fee_closure').values(row).execute();
}

/** What a stall pays by when: one at a time. */
export async function saveInstalments(
  trx: Tx,
  body: FeeBody,
  { parts }: FeeDetailsOf<'instalments'>,
): Promise<void> {
  const row = { ...ofStall(body), from_date: body.on, parts: JSON.stringify(parts) };
  await trx.insertInto('fee_instalments').values(row).execute();
}

/** Ends what an earlier act began, whichever it is: closure, instalments, reading, explanation. */
export async function endMatter(
  trx: Tx,
  { id: act }: FeeBody,
  { of }: FeeDetailsOf<'end'>,
): Promise<void> {
  for (const table of ['fee_closure', 'fee_instalments'] as const) {
    await trx.updateTable(table).set({ is_ended: 1 }).where('act', '=', of).execute();
  }
  await trx.updateTable('fee_reading').set({ is_reversed: 1 }).where('act', '=', of).execute();
  await trx
    .insertInto('bank_use')
    .columns(['act', 'line', 'bank_row', 'amount', 'of_act', 'undoes'])
    .expression((e) =>
      e
        .selectFrom('bank_use')
        .where('act', '=', of)
        .where('undoes', 'is', null)
        .select((s) => [
          s.val(act).as('act'),
          'line',
          'bank_row',
          s(s.val(0), '-', s.ref('amount')).as('amount'),
          'of_act',
          'act as undoes',
        ]),
    )
    .execute();
}
