import type { BankRow, RowUse } from '../../fees/bank/bank-row.ts';

/** A row of which something more was said. */
export function withUse(row: BankRow, use: RowUse): BankRow {
  const left = Math.max(0, row.left - use.amount);
  const suggestions = left === 0 ? [] : row.suggestions;
  return { ...row, left, uses: [...row.uses, use], suggestions };
}

/** A row of which one thing that was said does not hold any more. */
export function withoutUse(row: BankRow, act: string): BankRow {
  const undone = row.uses.filter((use) => use.act === act && !use.isUndone);
  const left = undone.reduce((sum, { amount }) => sum + amount, row.left);
  const uses = row.uses.map((use) => (use.act === act ? { ...use, isUndone: true } : use));
  return { ...row, left, uses };
}

/** Whether anything is still to be said of a row. */
export function isWaiting({ left }: Pick<BankRow, 'left'>): boolean {
  return left > 0;
}

/** What holds of a row: not what was undone. */
export function usesThatHold({ uses }: Pick<BankRow, 'uses'>): readonly RowUse[] {
  return uses.filter(({ isUndone }) => !isUndone);
}
