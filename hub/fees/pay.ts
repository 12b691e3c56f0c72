import type { FeeDraft } from '../../domain/fees/body.ts';
import { allocateCredit, type ToCharge } from '../../domain/fees/allocate-by-hand.ts';
import type { PaymentKind } from '../../domain/fees/kinds.ts';
import type { FeeOutcome } from '../../domain/fees/manage/shapes.ts';
import { accountFor } from './accounts.ts';
import { actOfStall, type Asked, type Doing } from './act-of-stall.ts';
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
}

/**
 * Books a payment of a stall whole, with the next kuitansi of its mall and year.
 * @throws LapakError as actOfStall(), accountFor() and allocateCredit()
 */
export function pay(doing: Doing, asked: Asked & Paid): Promise<FeeOutcome> {
  const { id, note, kind, amount, allocations: byHand } = asked;
  return actOfStall(doing, asked, async ({ trx, stall, mall, on, draft }) => {
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

/** The allocations of an act, where there are any. */
export function someOf(
  allocations: NonNullable<FeeDraft['allocations']>,
): Pick<FeeDraft, 'allocations'> {
  return allocations.length > 0 ? { allocations } : {};
}
