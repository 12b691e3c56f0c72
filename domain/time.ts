import { z } from 'zod';

/** UTC milliseconds since 1970. */
export type UtcMs = number;

/**
 * Minutes that local time is ahead of UTC. Indonesia keeps no summer time: WIB 420, WITA 480, WIT
 * 540.
 */
export type OffsetMinutes = number;

export const MINUTE_MS = 60_000;
export const HOUR_MS = 3_600_000;

/** Latest time that a record can have: the year has four digits in every zone. */
export const TIME_MAX_MS = Date.UTC(9999, 11, 30);

/** `YYYY-MM-DD`. */
export const BusinessDate = z.iso.date();

/** Indonesian zones, by the names people use. */
export const zones = { WIB: 420, WITA: 480, WIT: 540 } as const;

/**
 * The local date less the cut-off hour: at a cut-off of 3, a sale at 01:30 belongs to yesterday.
 * @returns `YYYY-MM-DD`
 */
export function businessDate(atMs: UtcMs, offset: OffsetMinutes, cutOffHour: number): string {
  return new Date(atMs + offset * MINUTE_MS - cutOffHour * HOUR_MS).toISOString().slice(0, 10);
}

/** Whether a text is a date of the calendar, as a date field gives it. */
export function isDate(text: string): boolean {
  return BusinessDate.safeParse(text).success;
}

/** The date so many days after this one; before it where `days` is negative. `YYYY-MM-DD`. */
export function addDays(date: string, days: number): string {
  return new Date(Date.parse(date) + days * 24 * HOUR_MS).toISOString().slice(0, 10);
}

/** Local wall time as `DD/MM/YYYY HH:mm`, as Indonesian receipts write it. */
export function localStamp(atMs: UtcMs, offset: OffsetMinutes): string {
  const iso = new Date(atMs + offset * MINUTE_MS).toISOString();
  return `${iso.slice(8, 10)}/${iso.slice(5, 7)}/${iso.slice(0, 4)} ${iso.slice(11, 16)}`;
}
