import { byMonth } from '../../../../../domain/fees/papers/paper-words.ts';
import type { Reason, RowUse, Suggestion } from '../../../../../domain/fees/bank/bank-row.ts';
import type { Say } from '../../../../ui/use-text.ts';

/** What a suggestion would settle, month by month; what nothing is owed for is paid ahead. */
export function paysWords({ charges, advance }: Suggestion, say: Say): string[] {
  const owed = charges.map(({ kind, period, amount }) => ({ kind, period, amountRupiah: amount }));
  const months = byMonth(owed, say).map(({ words }) => words);
  if (advance === 0) return months;
  return [...months, `${say.text('console.bank.advance')} ${say.money(advance)}`];
}

/** One thing that speaks for or against a stall. */
export function reasonWords({ reason, seen }: Reason, say: Say): string {
  return say.text(`console.bank.reason.${reason}`, { seen });
}

/** What a row was used for: the stall of a payment, else what was explained. */
export function usedAs({ as, stall }: RowUse, say: Say): string {
  return stall ?? say.text(`console.bank.as.${as}`);
}
