import { HOUR_MS, MINUTE_MS, zones } from '../../time.ts';
import { dateOf, readBankDay } from './bank-date.ts';
import type { DateOrder } from './profile.ts';

/** When something was paid, as far as a file tells. */
export interface PaidTime {
  /** The date where it was written, `YYYY-MM-DD`. */
  readonly on: string;
  /** UTC ms; null without an hour. */
  readonly atMs: number | null;
}

/** Hour, minute, second, half of the day, zone. */
const clock = new RegExp(
  [
    String.raw`(?:^|[T\s,])(\d{1,2})[:.](\d{2})(?:[:.](\d{2}))?(?:[.,]\d+)?`,
    String.raw`\s*([ap]m)?\s*(wib|wita|wit|z|[+-]\d{2}:?\d{2})?$`,
  ].join(''),
  'i',
);

/**
 * Reads a day with or without an hour and a zone.
 * @param hour the hour, where it has a cell of its own
 * @param offset minutes before UTC of an hour without a zone
 * @returns null for what is no day of the calendar with its year
 */
export function readPaidTime(
  cell: string | number,
  hour: string,
  order: DateOrder,
  offset: number,
): PaidTime | null {
  const day = readBankDay(cell, order);
  const on = day && dateOf(day, { from: null, to: null });
  if (on === null) return null;
  const found =
    clock.exec(hour.trim()) ?? (typeof cell === 'string' ? clock.exec(cell.trim()) : null);
  if (!found) return { on, atMs: null };
  const [, hours = '', minutes = '', seconds = '0', half = '', zone = ''] = found;
  const ofDay = (Number(hours) % (half === '' ? 24 : 12)) + (/p/i.test(half) ? 12 : 0);
  const local =
    Date.parse(on) + ofDay * HOUR_MS + Number(minutes) * MINUTE_MS + Number(seconds) * 1000;
  return { on, atMs: local - offsetOf(zone, offset) * MINUTE_MS };
}

function offsetOf(zone: string, usual: number): number {
  const name = zone.toUpperCase();
  if (name === '') return usual;
  if (name === 'Z') return 0;
  const known = new Map<string, number>(Object.entries(zones)).get(name);
  if (known !== undefined) return known;
  const digits = name.replace(':', '');
  const size = Number(digits.slice(1, 3)) * 60 + Number(digits.slice(3, 5));
  return name.startsWith('-') ? -size : size;
}
