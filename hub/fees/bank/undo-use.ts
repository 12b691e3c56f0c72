import type { FeeDraft } from '../../../domain/fees/body.ts';
import { LapakError } from '../../../domain/errors.ts';
import { hubToday } from '../../reports/read-day.ts';
import { writeFees } from '../write-fee.ts';
import type { Booking } from './accept-rows.ts';
import { isActKnown } from './account-store.ts';
import { postingsBy } from './books-store.ts';
import { findUse } from './row-store.ts';

/** What is taken back. */
export interface Undoing {
  readonly id: string;
  /** The act that used a row. */
  readonly act: string;
  readonly note: string;
}

/**
 * Takes back what was done with a row, on today's date: its payment is reversed, or its
 * explanation; the row waits again. Sent again it is the same act.
 * @throws LapakError BANK_USE_UNKNOWN, CREDIT_REFUNDED, MONTH_CLOSED
 */
export function undoUse({ hub, by }: Booking, asked: Undoing): Promise<{ acts: string[] }> {
  const today = hubToday(hub);
  return writeFees(hub, by, async ({ trx, append }) => {
    const { id, act, note } = asked;
    if (await isActKnown(trx, id)) return { acts: [id] };
    const use = await findUse(trx, act);
    if (!use || use.undoneBy !== null) throw new LapakError('BANK_USE_UNKNOWN', {});
    const lines = await postingsBy(trx, act);
    const movements = lines.map(({ debit: from, credit: to, amount }) => ({ from, to, amount }));
    const draft: FeeDraft = {
      id,
      act: 'reverse',
      mall: use.mall,
      on: today,
      note,
      ...(movements.length > 0 && { movements }),
      details: { kind: 'end', of: act },
    };
    await append([draft]);
    return { acts: [id] };
  });
}
