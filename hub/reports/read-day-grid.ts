import { LapakError } from '../../domain/errors.ts';
import { REPORT_DAYS_MAX } from '../../domain/reports/contract.ts';
import type { DayState } from '../../domain/reports/day-state.ts';
import { addDays, daysBetween } from '../../domain/time.ts';
import { readAs } from '../database/transact.ts';
import { pageOfStalls } from './day-store.ts';
import { endOfDate, hubToday, type ReportHub } from './read-day.ts';
import type { Dates } from './stall-store.ts';

/** Stalls read at a time. */
const STEP = 10_000;

/** What the hub has of every stall and day. */
export interface DayGrid {
  readonly dates: readonly string[];
  readonly stalls: readonly {
    readonly stall: string;
    readonly name: string;
    /** In the order of the dates. */
    readonly states: readonly DayState[];
  }[];
}

/**
 * Received, nil or missing, for every stall and day.
 * @throws LapakError INPUT_INVALID where the dates are turned round or too many
 */
export async function readDayGrid(hub: ReportHub, { from, to }: Dates): Promise<DayGrid> {
  if (from > to || daysBetween(from, to) >= REPORT_DAYS_MAX) {
    throw new LapakError('INPUT_INVALID', {});
  }
  const dates = Array.from({ length: daysBetween(from, to) + 1 }, (_, at) => addDays(from, at));
  const stalls = new Map<string, { stall: string; name: string; states: DayState[] }>();
  for (const date of dates) {
    for (const { stall, name, state } of await stallsOn(hub, date)) {
      const row = stalls.get(stall) ?? { stall, name, states: [] };
      row.states.push(state);
      stalls.set(stall, row);
    }
  }
  const rows = [...stalls.values()].toSorted((one, other) => (one.stall < other.stall ? -1 : 1));
  return { dates, stalls: rows };
}

async function stallsOn(hub: ReportHub, date: string) {
  const day = { date, isOver: date < hubToday(hub), endMs: endOfDate(date), text: '' };
  const found = [];
  for (let offset = 0; ; offset += STEP) {
    const page = { state: null, offset, limit: STEP };
    const rows = await readAs(hub.database.reports, 'every-stall', (db) =>
      pageOfStalls(db, day, page),
    );
    found.push(...rows);
    if (rows.length < STEP) return found;
  }
}
