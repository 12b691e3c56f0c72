import { randomUUID } from 'node:crypto';
import { allocateCredit, type ToCharge } from '../../domain/fees/allocate-by-hand.ts';
import type { FeeOutcome } from '../../domain/fees/manage/shapes.ts';
import { LapakError } from '../../domain/errors.ts';
import { accountFrom, accountOfDeposit } from './accounts.ts';
import { standingOf } from './act-store.ts';
import { actOfStall, type Asked, type Doing, type Making } from './act-of-stall.ts';
import { openChargesOf } from './open-store.ts';
import { someOf } from './pay.ts';

type OfMoney = Asked & { readonly amount: number; readonly account: string | null };

/** Takes a deposit of a stall. @throws LapakError as actOfStall() and accountOfDeposit() */
export function takeDeposit(doing: Doing, asked: OfMoney): Promise<FeeOutcome> {
  return actOfStall(doing, 'takeDeposit', asked, async ({ trx, mall, on, draft }) => {
    const { account, made } = await accountOfDeposit(trx, { mall, on }, asked.account);
    const deposits = [{ id: randomUUID(), amount: asked.amount, account }];
    return [...made, draft({ act: 'deposit', deposits })];
  });
}

/** Gives a deposit back. @throws LapakError as actOfStall() and accountFrom(), DEPOSIT_EXCEEDED */
export function returnDeposit(doing: Doing, asked: OfMoney): Promise<FeeOutcome> {
  return actOfStall(doing, 'returnDeposit', asked, async (making) => {
    const { trx, mall, on, draft } = making;
    const { amount } = asked;
    await assertHeld(making, amount);
    const account = await accountFrom(trx, { mall, on, amount }, asked.account);
    const deposits = [{ id: randomUUID(), amount: -amount, account }];
    return [draft({ act: 'deposit', deposits })];
  });
}

/**
 * Pays what a stall owes from its deposit: no money moves.
 * @throws LapakError as actOfStall() and allocateCredit(), DEPOSIT_EXCEEDED
 */
export function useDeposit(
  doing: Doing,
  asked: Asked & { readonly amount: number; readonly allocations: readonly ToCharge[] | null },
): Promise<FeeOutcome> {
  const { amount } = asked;
  return actOfStall(doing, 'useDeposit', asked, async (making) => {
    const { trx, stall, draft } = making;
    await assertHeld(making, amount);
    const id = randomUUID();
    const open = await openChargesOf(trx, [stall]);
    const allocations = allocateCredit({ id, unused: amount }, open, asked.allocations);
    const credits = [{ id, kind: 'deposit' as const, amount }];
    const deposits = [{ id: randomUUID(), amount: -amount }];
    return [draft({ act: 'deposit', credits, deposits, ...someOf(allocations) })];
  });
}

async function assertHeld({ trx, stall }: Making, amount: number): Promise<void> {
  const { deposit } = await standingOf(trx, stall);
  if (amount > deposit) throw new LapakError('DEPOSIT_EXCEEDED', { deposit });
}
