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
export const DAY_MS = 24 * HOUR_MS;

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

/** When a business date begins, as businessDate() divides the days. UTC ms */
export function beginOfDate(date: string, offset: OffsetMinutes, cutOffHour: number): UtcMs {
  return Date.parse(date) - offset * MINUTE_MS + cutOffHour * HOUR_MS;
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

/** As localStamp(), with the zone behind it: `WIB`, `WITA`, `WIT`; `UTC+7:30` elsewhere. */
export function zonedStamp(atMs: UtcMs, offset: OffsetMinutes): string {
  return `${localStamp(atMs, offset)} ${zoneName(offset)}`;
}

function zoneName(offset: OffsetMinutes): string {
  const name = Object.entries(zones).find(([, minutes]) => minutes === offset)?.[0];
  if (name !== undefined) return name;
  const size = Math.abs(offset);
  const minutes = size % 60 === 0 ? '' : `:${String(size % 60).padStart(2, '0')}`;
  return `UTC${offset < 0 ? '-' : '+'}${Math.floor(size / 60)}${minutes}`;
}

/** A date of the calendar as people here write it: `23/11/2026`. */
export function writtenDate(date: string): string {
  return `${date.slice(8, 10)}/${date.slice(5, 7)}/${date.slice(0, 4)}`;
}

/** How many days a date lies before another; below nothing where it lies behind it. */
export function daysBetween(date: string, later: string): number {
  return Math.round((Date.parse(later) - Date.parse(date)) / (24 * HOUR_MS));
}
