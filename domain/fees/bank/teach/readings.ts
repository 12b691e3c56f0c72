import { cellText, type GridCell, type GridLine } from '../../../tables/grid.ts';
import type { DecimalMark } from '../../../tables/read-number.ts';
import { senOfParts, splitAmount } from '../bank-amount.ts';
import { dateOf, readBankDay } from '../bank-date.ts';
import type { DateOrder } from '../profile.ts';
import { cellsOf, type Layout, type Role } from './layout.ts';

const dayRoles: readonly Role[] = ['date', 'paid', 'settled'];
const sumRoles: readonly Role[] = ['amount', 'debit', 'credit', 'gross', 'net', 'balance'];

/** The first day of a file, as it is written; null for none. */
export function firstDay(lines: readonly GridLine[], layout: Layout): string | null {
  const cells = dayRoles.flatMap((role) => cellsOf(lines, layout, role));
  const days = cells.filter((cell) => typeof cell === 'string' && /\d/.test(cell));
  return days.length === 0 ? null : cellText(days[0]);
}

/**
 * What a day is in this order; null where it is none.
 * @param endsOn last day that can be meant where the year is missing. `YYYY-MM-DD`
 */
export function readingOfDay(text: string, order: DateOrder, endsOn: string): string | null {
  const day = readBankDay(text, order);
  return day && dateOf(day, { from: null, to: endsOn });
}

/** The first sum of a file that can be read in several ways, as it is written; null for none. */
export function firstSum(lines: readonly GridLine[], layout: Layout): string | null {
  const cells = sumRoles.flatMap((role) => cellsOf(lines, layout, role));
  const found = cells.find(
    (cell: GridCell) => typeof cell === 'string' && /[1-9]/.test(cell) && /[.,]\d/.test(cell),
  );
  return found === undefined ? null : cellText(found);
}

/** A sum with this decimal mark, without its sign. Hundredths of a rupiah; null for none. */
export function readingOfSum(text: string, decimal: DecimalMark, isInSen: boolean): number | null {
  const parts = splitAmount(text);
  const sen = parts && senOfParts(parts, decimal, isInSen);
  return typeof sen === 'number' ? sen : null;
}
