import { mulDivRound } from '../../money.ts';
import { addDays, daysBetween } from '../../time.ts';
import { addMonths, datesOf, daysIn, periodOf } from '../period.ts';

/** Days of the calendar; both belong to it. */
export interface Days {
  readonly from: string;
  readonly to: string;
}

/** Kinds of charges that days without trade make smaller. */
export const relievedKinds = ['electricity', 'cleaning'] as const;

/** The months that days lie in, in their order. `YYYY-MM` */
export function periodsOf({ from, to }: Days): string[] {
  const periods: string[] = [];
  for (let period = periodOf(from); period <= periodOf(to); period = addMonths(period, 1)) {
    periods.push(period);
  }
  return periods;
}

/** How many days of a month are these, without those that were granted already. */
export function closedDays(days: Days, period: string, granted: readonly Days[]): number {
  const month = datesOf(period);
  const from = days.from > month.from ? days.from : month.from;
  const to = days.to < month.to ? days.to : month.to;
  const dates = Array.from({ length: Math.max(0, daysBetween(from, to) + 1) }, (_, at) =>
    addDays(from, at),
  );
  return dates.filter((date) => !granted.some((one) => one.from <= date && date <= one.to)).length;
}

/**
 * What a charge is credited for days without trade: its share of the days of the month, and no more
 * than what was not taken off it before. Rupiah
 */
export function reliefOf(
  charge: { readonly amount: number; readonly period: string; readonly credited: number },
  days: number,
): number {
  return creditOf(charge, days, daysIn(charge.period));
}

/** A share of a charge, and no more than what was not taken off it before. Rupiah */
export function creditOf(
  { amount, credited }: { readonly amount: number; readonly credited: number },
  part: number,
  whole: number,
): number {
  return Math.min(mulDivRound(amount, part, whole), amount - credited);
}
