import { EFFECTS_MAX, type FeeDraft } from '../../domain/fees/body.ts';
import { allocateCredit, type ToCharge } from '../../domain/fees/allocate-by-hand.ts';
import type { PaymentKind } from '../../domain/fees/kinds.ts';
import type { FeeOutcome } from '../../domain/fees/manage/shapes.ts';
import { LapakError } from '../../domain/errors.ts';
import { accountFor } from './accounts.ts';
import { actOfStall, type Asked, type Doing } from './act-of-stall.ts';
import { standingOf } from './act-store.ts';
import { draftPayments } from './book-payment.ts';
import { openChargesOf } from './open-store.ts';

/** What a stall paid. */
export interface Paid {
  readonly kind: PaymentKind;
  /** Rupiah: whole, whatever an acquirer or bank took of it. */
  readonly amount: number;
  /** Null for the only account that takes this way of paying. */
  readonly account: string | null;
  /** Null for the oldest due first. */
  readonly allocations: readonly ToCharge[] | null;
  /** What the stall was seen to owe, in rupiah; null where nobody looked. */
  readonly seenOwed?: number | null;
}

/**
 * Books a payment of a stall whole, with the next kuitansi of its mall and year.
 * @throws LapakError OWED_CHANGED, and as actOfStall(), accountFor() and allocateCredit()
 */
export function pay(
  doing: Doing,
  { seenOwed = null, ...asked }: Asked & Paid,
): Promise<FeeOutcome> {
  const { id, note, kind, amount, allocations: byHand } = asked;
  return actOfStall(doing, 'pay', asked, async ({ trx, stall, mall, on, draft }) => {
    if (seenOwed !== null) {
      const { owed } = await standingOf(trx, stall);
      if (seenOwed !== owed) throw new LapakError('OWED_CHANGED', { owed });
    }
    const { account, made } = await accountFor(trx, { mall, on }, kind, asked.account);
    const [payment] = await draftPayments(trx, [
      { id, mall, stall, on, note, kind, amount, account },
    ]);
    if (!payment || byHand === null) return [...made, ...(payment ? [payment] : [])];
    const { credits } = payment;
    const open = await openChargesOf(trx, [stall]);
    const allocations = allocateCredit({ id: credits[0].id, unused: amount }, open, byHand);
    return [...made, draft({ act: 'payment', credits, ...someOf(allocations) })];
  });
}

/** The allocations of an act, where there are any; what one act cannot hold stays an advance. */
export function someOf(
  allocations: NonNullable<FeeDraft['allocations']>,
): Pick<FeeDraft, 'allocations'> {
  return allocations.length > 0 ? { allocations: allocations.slice(0, EFFECTS_MAX) } : {};
}
