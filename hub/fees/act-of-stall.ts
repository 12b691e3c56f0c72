import type { FeeDraft } from '../../domain/fees/body.ts';
import type { FeeOutcome } from '../../domain/fees/manage/shapes.ts';
import { LapakError } from '../../domain/errors.ts';
import type { Tx } from '../database/transact.ts';
import { hubDate } from '../reports/read-day.ts';
import { findAct, madeBy, standingOf, stallOfFees } from './act-store.ts';
import { type FeeParts, writeFees } from './write-fee.ts';

/** Who does an act, and at which hub. */
export interface Doing {
  readonly hub: FeeParts;
  /** Pseudonym. */
  readonly by: string;
}

/** An act of a stall that is asked for. */
export interface Asked {
  /** Client-made: sent again it is the same act. */
  readonly id: string;
  readonly stall: string;
  readonly note: string;
  /** Null for today. */
  readonly on?: string | null;
}

/** An act while it is made. */
export interface Making {
  readonly trx: Tx;
  readonly stall: string;
  readonly mall: string;
  readonly on: string;
  readonly today: string;
  /** The act itself with what it does. */
  draft(what: Omit<FeeDraft, 'id' | 'mall' | 'stall' | 'on' | 'note'>): FeeDraft;
}

/**
 * Does an act of one stall, once for its id: sent again it answers with the first.
 * @param call what is asked for
 * @param asked all that was sent for it
 * @throws LapakError STALL_UNKNOWN, FEE_DATE_AHEAD, MONTH_CLOSED, ACT_ID_REUSED for an id under
 *   which something else was sent, and what `make` throws
 */
export function actOfStall(
  { hub, by }: Doing,
  call: string,
  asked: Asked,
  make: (making: Making) => Promise<readonly FeeDraft[]>,
): Promise<FeeOutcome> {
  const { id, stall, note } = asked;
  return writeFees(hub, by, async ({ trx, nowMs, append, isDone }) => {
    const today = hubDate(nowMs);
    const on = asked.on ?? today;
    if (!(await isDone(id, call, asked))) {
      const found = await stallOfFees(trx, stall);
      if (!found) throw new LapakError('STALL_UNKNOWN', { stall });
      if (on > today) throw new LapakError('FEE_DATE_AHEAD', { on });
      const { mall } = found;
      const draft: Making['draft'] = (what) => ({ id, mall, stall, on, note, ...what });
      const drafts = await make({ trx, stall, mall, on, today, draft });
      await append(drafts);
    }
    const booked = await findAct(trx, id);
    return outcomeOf(trx, booked?.on ?? on, { id, stall });
  });
}

async function outcomeOf(
  trx: Tx,
  on: string,
  { id, stall }: { readonly id: string; readonly stall: string },
): Promise<FeeOutcome> {
  return { id, on, ...(await madeBy(trx, id)), ...(await standingOf(trx, stall)) };
}
