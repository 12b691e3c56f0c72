import { rupiah } from '../money.ts';
import { HOUR_MS, localStamp } from '../time.ts';
import type { HourSum, ShiftSummary } from './report.ts';

/** Most hours in a row that a chart shows with those in which nothing was sold. */
const HOURS_MAX = 24;

/**
 * The hours of a chart: between the first and the last also those without a sale, unless the shift
 * was left open for longer than a day.
 */
export function hoursInARow(hours: readonly HourSum[]): readonly HourSum[] {
  const [first] = hours;
  const last = hours.at(-1);
  if (!first || !last) return [];
  const length = (last.fromMs - first.fromMs) / HOUR_MS + 1;
  if (length > HOURS_MAX) return hours;
  const known = new Map(hours.map((hour) => [hour.fromMs, hour]));
  return Array.from({ length }, (_, at) => {
    const fromMs = first.fromMs + at * HOUR_MS;
    return known.get(fromMs) ?? { fromMs, count: 0, netRupiah: rupiah(0) };
  });
}

/** `09:00–17:30`, each in the zone that the stall had then; a shift that is open has no end. */
export function shiftSpan(
  shift: Pick<ShiftSummary, 'openedAtMs' | 'offsetMinutes'> & {
    readonly closing: Pick<ClosedShift, 'closedAtMs' | 'offsetMinutes'> | null;
  },
): string {
  const { openedAtMs, offsetMinutes, closing } = shift;
  const until = closing ? localStamp(closing.closedAtMs, closing.offsetMinutes).slice(11) : '';
  return `${localStamp(openedAtMs, offsetMinutes).slice(11)}–${until}`;
}

type ClosedShift = NonNullable<ShiftSummary['closing']>;
