import { z } from 'zod';

/** A month of the calendar: `2026-11`. */
export const Period = z.string().regex(/^[1-9]\d{3}-(0[1-9]|1[0-2])$/);

/** The month that a date is in. `YYYY-MM` */
export function periodOf(date: string): string {
  return date.slice(0, 7);
}

/** The month so many months after this one; before it where `months` is negative. */
export function addMonths(period: string, months: number): string {
  const count = Number(period.slice(0, 4)) * 12 + Number(period.slice(5)) - 1 + months;
  return `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, '0')}`;
}

/** How many days a month has. */
export function daysIn(period: string): number {
  return new Date(Date.UTC(Number(period.slice(0, 4)), Number(period.slice(5)), 0)).getUTCDate();
}

/** A day of a month, or its last where it has fewer. `YYYY-MM-DD` */
export function dateIn(period: string, day: number): string {
  return `${period}-${String(Math.min(day, daysIn(period))).padStart(2, '0')}`;
}

/** First and last date of a month. */
export function datesOf(period: string): { readonly from: string; readonly to: string } {
  return { from: `${period}-01`, to: dateIn(period, 31) };
}
