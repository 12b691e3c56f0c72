import type { Actor } from '../../../domain/actor.ts';
import { FOUND_DAYS, type Verified } from '../../../domain/payments/claim.ts';
import type { MatchOrder, ReportMatch } from '../../../domain/payments/report-match.ts';
import { SETTLED_DAYS } from '../../../domain/payments/settled.ts';
import { addDays } from '../../../domain/time.ts';
import type { Tx } from '../database/run.ts';
import { read } from '../database/write.ts';
import { todayOf } from '../journal/notice-clock.ts';
import { oldestOpenDate } from './claim-store.ts';
import { bookPayments, previewPayments, type ToldPayments } from './match-payments.ts';
import { listSettled, newestSettled } from './settled-store.ts';
import type { ClaimsTill } from './verify-claims.ts';

/**
 * What payments that the hub tells of say of claims; nothing is written down. Null where it has
 * told of none. @throws LapakError CLOCK_WRONG
 */
export function matchSettled(till: ClaimsTill): ReportMatch | null {
  return read(till, (tx) => {
    const newest = newestSettled(tx);
    if (newest === null || newest < oldestHeld(tx, till)) return null;
    const match = previewPayments(tx, settledIn(tx, till));
    return { ...match, to: match.to ?? newest };
  });
}

/**
 * Writes down that the money of claims has come, as the hub tells. The same order again answers as
 * the first. @throws LapakError as matchSettled() and bookPayments()
 */
export function bookSettled(till: ClaimsTill, actor: Actor, order: MatchOrder): Verified {
  const { id, picks } = order;
  return bookPayments(till, actor, { id, picks, by: 'hub' }, (tx) => settledIn(tx, till).payments);
}

/** What is older the hub does not take back any more, though it were another stall's. */
function oldestHeld(tx: Tx, till: ClaimsTill): string {
  return addDays(todayOf(tx, till), 1 - SETTLED_DAYS);
}

/**
 * Payments since the day before the oldest claim of which nothing is known, and since what was
 * found out last, which may have come after all: what is older tells of no claim that waits.
 */
function settledIn(tx: Tx, till: ClaimsTill): ToldPayments {
  const lately = addDays(todayOf(tx, till), -FOUND_DAYS);
  const oldest = oldestOpenDate(tx) ?? lately;
  const waiting = addDays(oldest < lately ? oldest : lately, -1);
  const held = oldestHeld(tx, till);
  const kept = listSettled(tx, waiting > held ? waiting : held);
  const payments = kept.map(({ id, paidAtMs, provider: _provider, ...payment }) => {
    return { row: id, atMs: paidAtMs, ...payment };
  });
  const provider = [...new Set(kept.map((one) => one.provider))].join(', ');
  // Of many files: one that is late leaves days of which nothing is known.
  return { provider, payments, rejected: 0, covers: 'days' };
}
