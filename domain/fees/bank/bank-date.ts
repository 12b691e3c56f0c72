import { isDate } from '../../time.ts';
import type { DateOrder } from './profile.ts';

/** A day as a bank writes it: some leave the year out. */
export interface BankDay {
  readonly year: number | null;
  readonly month: number;
  readonly day: number;
}

/** The first and the last day of a file, as far as they are known. `YYYY-MM-DD` */
export interface DaySpan {
  readonly from: string | null;
  readonly to: string | null;
}

/** First letters of the months, in Indonesian and English. */
const monthNames: readonly (readonly string[])[] = [
  ['jan'],
  ['feb', 'peb'],
  ['mar'],
  ['apr'],
  ['mei', 'may'],
  ['jun'],
  ['jul'],
  ['agu', 'ags', 'agt', 'aug'],
  ['sep'],
  ['okt', 'oct'],
  ['nov', 'nop'],
  ['des', 'dec'],
];

const TEXT_MAX = 40;
/** An hour behind a day, which is not read here. */
const hour =
  /^(?:T|[\s,]+)\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:[.,]\d+)?\s*(?:[a-z]{1,4}|[+-]\d{2}:?\d{2})?$/i;
const isoDay = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})/;
const namedDay = /^(\d{1,2})([ \-/.]?)([a-z]{3,9})(?:[ \-/.,]+(\d{4}|\d{2})(?![\d:]))?/i;
const numberedDay = /^(\d{1,2})([/.-])(\d{1,2})(?:\2(\d{4}|\d{2})(?!\d))?/;
const packedDay = /^(\d{4})(\d{2})(\d{2})$/;

/** Days between which a spreadsheet's number of a day is one: 1990 to 2100. Day 1 is 1900-01-01. */
const SERIAL_MIN = 32_874;
const SERIAL_MAX = 73_050;
const DAY_MS = 86_400_000;
/** Day 0 of spreadsheets, which count a 29th of February 1900. */
const SERIAL_ZERO_MS = Date.UTC(1899, 11, 30);

/**
 * Reads a day with or without year, month name, time and the apostrophe that keeps a spreadsheet
 * away; a year of two digits is of this century. Null when it is none.
 */
export function readBankDay(cell: string | number, order: DateOrder): BankDay | null {
  if (typeof cell === 'number') return ofSerial(cell);
  const text = cell.replace(/^[\s']+/, '').trimEnd();
  if (text.length > TEXT_MAX) return null;
  const found = partsOf(text, order);
  if (!found) return null;
  const rest = text.slice(found.length);
  if (rest !== '' && !hour.test(rest)) return null;
  const { day } = found;
  return day.month >= 1 && day.month <= 12 && day.day >= 1 && day.day <= 31 ? day : null;
}

/** Whether the day can only have the month first, in a file that should have the day first. */
export function isMonthFirstDay(cell: string): boolean {
  const [, first, , second] = numberedDay.exec(cell.replace(/^[\s']+/, '')) ?? [];
  return Number(second) > 12 && Number(second) <= 31 && Number(first) <= 12;
}

/** Whether a day could be read with the month first too. */
export function couldBeMonthFirst(cell: string): boolean {
  const [, first, , second] = numberedDay.exec(cell.replace(/^[\s']+/, '')) ?? [];
  return Number(first) <= 12 && Number(second) <= 12 && first !== second;
}

/**
 * The date of a day: a missing year is the one in which it lies in the span; with an end alone the
 * last such day before it, also over New Year. Null when no year fits.
 */
export function dateOf({ year, month, day }: BankDay, { from, to }: DaySpan): string | null {
  if (year !== null) return written(year, month, day);
  if (to === null) return null;
  const last = Number(to.slice(0, 4));
  for (const candidate of [last, last - 1]) {
    const date = written(candidate, month, day);
    if (date !== null && date <= to && (from === null || date >= from)) return date;
  }
  return null;
}

/** All days in a text such as `01/08/2026 - 31/08/2026`; a month alone is its first and last. */
export function daysIn(text: string, order: DateOrder): string[] {
  const shapes =
    /\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[ \-/.](?:\d{1,2}|[a-z]{3,9})[ \-/.]\d{2,4}/gi;
  const days = (text.slice(0, 400).match(shapes) ?? []).flatMap((found) => {
    const day = readBankDay(found, order);
    const date = day && day.year !== null ? written(day.year, day.month, day.day) : null;
    return date === null ? [] : [date];
  });
  if (days.length > 0) return days;
  const [, name = '', year] = /\b([a-z]{3,9})\s+(\d{4})\b/i.exec(text.slice(0, 400)) ?? [];
  const month = monthOf(name);
  if (!month || !year) return [];
  const last = new Date(Date.UTC(Number(year), month, 0)).getUTCDate();
  return [written(Number(year), month, 1), written(Number(year), month, last)].filter(
    (date) => date !== null,
  );
}

function partsOf(text: string, order: DateOrder): { day: BankDay; length: number } | null {
  const iso = isoDay.exec(text) ?? packedDay.exec(text);
  if (iso) {
    const [whole, year, , month, day] = iso.length > 4 ? iso : [iso[0], iso[1], '', iso[2], iso[3]];
    return made(whole, year, month, day);
  }
  const named = namedDay.exec(text);
  if (named) return made(named[0], named[4], monthOf(named[3] ?? ''), named[1]);
  const numbered = numberedDay.exec(text);
  if (!numbered) return null;
  const [whole, first, , second, year] = numbered;
  if (order === 'ymd' && year?.length !== 4) {
    return year === undefined
      ? made(whole, undefined, first, second)
      : made(whole, first, second, year);
  }
  return order === 'mdy' ? made(whole, year, first, second) : made(whole, year, second, first);
}

function made(
  whole: string,
  year: string | undefined,
  month: string | number | undefined,
  day: string | undefined,
): { day: BankDay; length: number } {
  const full = year === undefined ? null : Number(year) + (year.length === 2 ? 2000 : 0);
  return { day: { year: full, month: Number(month), day: Number(day) }, length: whole.length };
}

function monthOf(name: string): number {
  const key = name.slice(0, 3).toLowerCase();
  return monthNames.findIndex((names) => names.includes(key)) + 1;
}

function ofSerial(serial: number): BankDay | null {
  if (!(serial >= SERIAL_MIN && serial <= SERIAL_MAX)) return null;
  const date = new Date(SERIAL_ZERO_MS + Math.floor(serial) * DAY_MS);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

function written(year: number, month: number, day: number): string | null {
  const two = (part: number) => String(part).padStart(2, '0');
  const date = `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
  return isDate(date) && year >= 1990 ? date : null;
}
