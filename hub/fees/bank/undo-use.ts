import { randomUUID } from 'node:crypto';
import { assert } from '../../../domain/assert.ts';
import type { FeeDraft } from '../../../domain/fees/body.ts';
import { reversalOf } from '../../../domain/fees/reversal.ts';
import { LapakError } from '../../../domain/errors.ts';
import type { Tx } from '../../database/transact.ts';
import { hubToday } from '../../reports/read-day.ts';
import { bookingDate } from '../book-payment.ts';
import { findBooked } from '../bound-store.ts';
import { writeFees } from '../write-fee.ts';
import type { Doing } from '../act-of-stall.ts';
import { paymentBy, postingsBy } from './books-store.ts';
import { findUse } from './row-store.ts';

/** What is taken back. */
export interface Undoing {
  readonly id: string;
  /** The act that used a row. */
  readonly act: string;
  readonly note: string;
}

/**
 * Takes back what was done with a row, on the date of that, or today where its month is closed: its
 * payment is reversed, or its explanation. The row waits again, the kuitansi is cancelled, who sent
 * it is forgotten for that stall. Sent again it is the same act.
 * @throws LapakError BANK_USE_UNKNOWN, CREDIT_REFUNDED, MONTH_CLOSED, ACT_ID_REUSED
 */
export function undoUse({ hub, by }: Doing, asked: Undoing): Promise<{ acts: string[] }> {
  const today = hubToday(hub);
  return writeFees(hub, by, async ({ trx, append, isDone }) => {
    const { id, act, note } = asked;
    if (await isDone(id, 'undo-use', asked)) return { acts: [id] };
    const use = await findUse(trx, act);
    if (!use || use.undoneBy !== null) throw new LapakError('BANK_USE_UNKNOWN', {});
    const { mall, stall, what } = use;
    // What it was booked for is to be said anew for the same date: until then it was neither.
    const on = await bookingDate(trx, mall, use.on, today);
    const of = { id, act: 'reverse', mall, on, note } as const;
    const draft: FeeDraft =
      what === 'payment' && stall !== null
        ? { ...of, stall, ...(await reversal(trx, act, stall)) }
        : { ...of, ...(await opposite(trx, act)), details: { kind: 'end', of: act } };
    await append([draft]);
    return { acts: [id] };
  });
}

/** What makes a payment as if it had not been. @throws LapakError CREDIT_REFUNDED */
async function reversal(trx: Tx, act: string, stall: string) {
  const payment = await paymentBy(trx, act);
  const booked = payment && (await findBooked(trx, stall, payment.id));
  assert(booked !== undefined, 'a payment that used a row is booked');
  return reversalOf(booked, randomUUID);
}

/** What posts the other way round what an act posted. */
async function opposite(trx: Tx, act: string): Promise<Pick<FeeDraft, 'movements'>> {
  const lines = await postingsBy(trx, act);
  const movements = lines.map(({ debit: from, credit: to, amount }) => ({ from, to, amount }));
  return movements.length > 0 ? { movements } : {};
}
