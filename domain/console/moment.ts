import type { Language } from '../settings/settings.ts';
import { HOUR_MS, MINUTE_MS, type UtcMs } from '../time.ts';

const locales = { id: 'id-ID', en: 'en-GB' } as const satisfies Record<Language, string>;

const DAY_MS = 24 * HOUR_MS;
/** From the largest; what is shorter than a minute is now. */
const units = [
  ['day', DAY_MS],
  ['hour', HOUR_MS],
  ['minute', MINUTE_MS],
] as const;

/** `5 menit yang lalu`, `kemarin`; `sekarang` within a minute. */
export function agoWords(atMs: UtcMs, nowMs: UtcMs, language: Language): string {
  const format = new Intl.RelativeTimeFormat(locales[language], { numeric: 'auto' });
  const agoMs = Math.max(0, nowMs - atMs);
  const unit = units.find(([, ms]) => agoMs >= ms);
  return unit ? format.format(-Math.floor(agoMs / unit[1]), unit[0]) : format.format(0, 'second');
}

/** `Minggu, 29 November 2026` of a date as `YYYY-MM-DD`. */
export function dateWords(date: string, language: Language): string {
  const parts = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' } as const;
  return partWords(date, language, parts);
}

/** `29 November 2026` of a date, as a letter has it. */
export function dayWords(date: string, language: Language): string {
  return partWords(date, language, { day: 'numeric', month: 'long', year: 'numeric' });
}

/** `Min, 29 Nov` of a date in a list; with its year where `today` is of another. */
export function shortDateWords(date: string, language: Language, today = date): string {
  const isOfYear = date.slice(0, 4) === today.slice(0, 4);
  const parts = { weekday: 'short', day: 'numeric', month: 'short' } as const;
  return partWords(date, language, isOfYear ? parts : { ...parts, year: 'numeric' });
}

/** `November 2026` of a date, over the days of its month. */
export function monthWords(date: string, language: Language): string {
  return partWords(date, language, { month: 'long', year: 'numeric' });
}

/** `Nov` of a date, in a list of months. */
export function shortMonthWords(date: string, language: Language): string {
  return partWords(date, language, { month: 'short' });
}

/** `Min` of a date, over a column of days. */
export function weekdayWords(date: string, language: Language): string {
  return partWords(date, language, { weekday: 'short' });
}

function partWords(date: string, language: Language, part: Intl.DateTimeFormatOptions): string {
  const format = new Intl.DateTimeFormat(locales[language], { ...part, timeZone: 'UTC' });
  return format.format(new Date(date));
}

/** First and last date of the month that a date is in. */
export function monthOf(date: string): { readonly from: string; readonly to: string } {
  const [year = 0, month = 1] = date.split('-').map(Number);
  const last = new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
  return { from: `${last.slice(0, 8)}01`, to: last };
}
