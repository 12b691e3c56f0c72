import { readDate } from './tables/cell-date.ts';

/**
 * The date that somebody typed, as a cell of a file writes it: `29/11/2026`. Also without marks,
 * which a phone's keyboard of digits does not have: `29112026`.
 * @returns `YYYY-MM-DD`; null for what is no date of the calendar
 */
export function readTypedDate(text: string): string | null {
  const marked = text.trim().replace(/^(\d\d)(\d\d)(\d{4})$/, '$1/$2/$3');
  const found = readDate(marked, false);
  return 'date' in found ? found.date : null;
}
