import { addDays, daysBetween } from '../time.ts';

/** How far back it is looked on which days of the week a stall trades. Days */
export const TRADE_DAYS_BACK = 56;
/** Fewer days of trade say nothing about a week. */
const KNOWN_DAYS_MIN = 6;
/** On so many of the last weeks' days of its kind a stall trades on one, or does not usually. */
const USUAL_TIMES_MIN = 2;
/** Longest time that is looked ahead. Days */
const AHEAD_DAYS_MAX = 400;
/** What is put aside is whole notes and coins of this. Rupiah */
const STEP_RUPIAH = 1_000;

/** What is known of a stall's saving for its fees. */
export interface Saving {
  /** What has to be there by the due date. Rupiah */
  readonly targetRupiah: number;
  /** `YYYY-MM-DD` */
  readonly due: string;
  readonly today: string;
  /** What is put aside by now. */
  readonly savedRupiah: number;
  /** What of it was put aside today. */
  readonly todayRupiah: number;
  /** Dates on which the stall traded, of the last TRADE_DAYS_BACK days. */
  readonly tradeDates: readonly string[];
  /** Dates on which it will not trade, both ends included. */
  readonly closures: readonly { readonly from: string; readonly to: string }[];
}

/** What a stall puts aside to have enough by the due date. */
export interface SetAsidePlan {
  /** Days from today on which it usually trades, up to the day before it is due; at least 1. */
  readonly days: number;
  /** For each of them. Rupiah */
  readonly perDayRupiah: number;
  /** What is left of it for today. Rupiah */
  readonly leftTodayRupiah: number;
}

/**
 * What to put aside per trading day: what is missing by the days that are left on which the stall
 * usually trades, in whole thousands, never more than is missing.
 */
export function planSetAside(saving: Saving): SetAsidePlan {
  const { targetRupiah, savedRupiah, todayRupiah } = saving;
  const days = Math.max(1, tradingDaysLeft(saving));
  const missing = Math.max(0, targetRupiah - (savedRupiah - todayRupiah));
  const steps = Math.ceil(missing / days / STEP_RUPIAH) * STEP_RUPIAH;
  const perDayRupiah = Math.min(missing, steps);
  const leftTodayRupiah = Math.max(0, Math.min(perDayRupiah, missing) - todayRupiah);
  return { days, perDayRupiah, leftTodayRupiah };
}

function tradingDaysLeft({ today, due, tradeDates, closures }: Saving): number {
  const isUsual = usualWeekdays(tradeDates);
  const ahead = Math.min(AHEAD_DAYS_MAX, daysBetween(today, due));
  const dates = Array.from({ length: Math.max(0, ahead) }, (_, at) => addDays(today, at));
  const isClosed = (date: string) => closures.some(({ from, to }) => from <= date && date <= to);
  return dates.filter((date) => isUsual(date) && !isClosed(date)).length;
}

/** Whether the stall usually trades on that day of the week; every day while that is not known. */
function usualWeekdays(tradeDates: readonly string[]): (date: string) => boolean {
  if (tradeDates.length < KNOWN_DAYS_MIN) return () => true;
  const times = new Map<number, number>();
  for (const date of tradeDates) times.set(weekdayOf(date), (times.get(weekdayOf(date)) ?? 0) + 1);
  const most = Math.max(...times.values());
  const enough = Math.min(USUAL_TIMES_MIN, most);
  return (date) => (times.get(weekdayOf(date)) ?? 0) >= enough;
}

function weekdayOf(date: string): number {
  return new Date(Date.parse(date)).getUTCDay();
}

/** How much of what has to be there is: 0 to 100; all of it where nothing has to. */
export function savedPercent(savedRupiah: number, targetRupiah: number): number {
  if (targetRupiah <= 0) return 100;
  return Math.min(100, Math.max(0, (100 * savedRupiah) / targetRupiah));
}
