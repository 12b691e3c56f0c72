import type { BankRow, Explanation } from '../../fees/bank/bank-row.ts';
import type { BankAccount } from '../../fees/bank/manage-contract.ts';
import type { Difference } from '../../fees/bank/reconciliation.ts';

/** What the account holds that money of an explanation came from, where it came from one. */
const comesFrom: Partial<Record<Explanation, BankAccount['holds']>> = {
  'cash-bank': 'cash',
  settlement: 'qris',
};
/** What may be in the books already, without its row. */
const bookedBefore: readonly Explanation[] = ['cash-bank', 'refund', 'other-in'];

/** The accounts that money of an explanation can have come from. */
export function sourcesOf(as: Explanation, accounts: readonly BankAccount[]): BankAccount[] {
  return accounts.filter(({ holds, isClosed }) => holds === comesFrom[as] && !isClosed);
}

/** An act that the books have without a row of the bank. */
export type BookedAct = Difference & { readonly act: string };

/** What of these differences a part of a row can be the row of. @param amount rupiah */
export function bookedAs(
  as: Explanation,
  { amountSen }: Pick<BankRow, 'amountSen'>,
  amount: number,
  differences: readonly Difference[],
): BookedAct[] {
  if (!bookedBefore.includes(as)) return [];
  const bookedSen = amountSen < 0 ? amount * 100 : -amount * 100;
  return differences.filter(
    (one): one is BookedAct =>
      one.kind === 'posting' && one.act !== null && one.amountSen === bookedSen,
  );
}

/** What was chosen, while it is still among what is offered; else nothing. */
export function amongOffered(chosen: string, offered: readonly string[]): string | null {
  return offered.includes(chosen) ? chosen : null;
}
