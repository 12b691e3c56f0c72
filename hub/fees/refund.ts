import { randomUUID } from 'node:crypto';
import type { FeeOutcome } from '../../domain/fees/manage/shapes.ts';
import { LapakError } from '../../domain/errors.ts';
import { accountFrom } from './accounts.ts';
import { actOfStall, type Asked, type Doing } from './act-of-stall.ts';
import { unusedCredits } from './open-store.ts';

/**
 * Gives a stall back what it paid ahead, of its oldest advances first.
 * @throws LapakError as actOfStall() and accountFrom(), ADVANCE_EXCEEDED
 */
export function refund(
  doing: Doing,
  asked: Asked & { readonly amount: number; readonly account: string | null },
): Promise<FeeOutcome> {
  return actOfStall(doing, 'refund', asked, async ({ trx, stall, mall, on, draft }) => {
    const credits = await unusedCredits(trx, stall);
    const advance = credits.reduce((sum, { unused }) => sum + unused, 0);
    if (asked.amount > advance) throw new LapakError('ADVANCE_EXCEEDED', { advance });
    const account = await accountFrom(trx, { mall, on, amount: asked.amount }, asked.account);
    let left = asked.amount;
    const refunds = credits.flatMap(({ id: credit, unused }) => {
      const amount = Math.min(left, unused);
      left -= amount;
      return amount > 0 ? [{ id: randomUUID(), credit, amount, account }] : [];
    });
    return [draft({ act: 'refund', refunds })];
  });
}
