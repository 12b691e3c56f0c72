import { isDate } from '../time.ts';

/** The date of a cell, or why it is none. */
export type CellDate =
  | { readonly date: string }
  | { readonly reason: 'dateInvalid' | 'dateDoubtful' };

const YEAR_MIN = 1900;

/**
 * Whether a date can only have the month before the day, as a spreadsheet in English writes it:
 * `11/23/2026`.
 */
export function isMonthFirst(cell: string): boolean {
  const parts = partsOf(cell);
  return parts !== undefined && parts.second > 12 && parts.first <= 12;
}

/**
 * A date as people write it: `2026-11-29`, or with the day first `29/11/2026`, `29-11-2026`,
 * `29.11.2026`. `5/11/2026` is doubtful in a file of which another date has the month first.
 * @param hasMonthFirst whether the file has one of those
 * @returns `YYYY-MM-DD`
 */
export function readDate(cell: string, hasMonthFirst: boolean): CellDate {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(cell);
  if (iso) return made(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const parts = partsOf(cell);
  if (!parts) return { reason: 'dateInvalid' };
  const { first, second, year } = parts;
  if (hasMonthFirst && first <= 12 && second <= 12 && first !== second) {
    return { reason: 'dateDoubtful' };
  }
  return made(year, second, first);
}

function partsOf(cell: string) {
  const found = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4})$/.exec(cell.trim());
  if (!found) return undefined;
  return { first: Number(found[1]), second: Number(found[3]), year: Number(found[4]) };
}

function made(year: number, month: number, day: number): CellDate {
  const two = (part: number) => String(part).padStart(2, '0');
  const date = `${year}-${two(month)}-${two(day)}`;
  return year >= YEAR_MIN && isDate(date) ? { date } : { reason: 'dateInvalid' };
}
