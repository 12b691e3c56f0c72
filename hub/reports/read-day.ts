import { type DaySummary, REPORT_PAGE_MAX, type StallDay } from '../../domain/reports/contract.ts';
import { type DayState, dayStates } from '../../domain/reports/day-state.ts';
import { addDays, beginOfDate, businessDate, type UtcMs, zones } from '../../domain/time.ts';
import type { HubDatabase } from '../database/open-database.ts';
import { readAs } from '../database/transact.ts';
import { pageOfStalls, type StallDayRow, sumStates } from './day-store.ts';
import { alarmsOf, sumRows, takingsOf } from './takings.ts';

/** Where the hub is: what it calls today. Each stall's own dates are in its records. */
const HUB_ZONE = zones.WIB;

/** What reports need of the hub. */
export interface ReportHub {
  readonly database: HubDatabase;
  readonly clock: () => UtcMs;
}

/** Today where the hub is. `YYYY-MM-DD` */
export function hubToday({ clock }: Pick<ReportHub, 'clock'>): string {
  return businessDate(clock(), HUB_ZONE, 0);
}

/** When a date ends where the hub is. UTC ms */
export function endOfDate(date: string): UtcMs {
  return beginOfDate(addDays(date, 1), HUB_ZONE, 0);
}

/** Which stalls of which day. */
export interface DayWanted {
  readonly date: string | null;
  readonly text: string;
  readonly state: DayState | null;
  readonly cursor: string;
}

/** The stalls of a day. @throws LapakError HUB_BUSY */
export async function readDay(hub: ReportHub, wanted: DayWanted) {
  const today = hubToday(hub);
  const date = wanted.date ?? today;
  const day = { date, isOver: date < today, endMs: endOfDate(date), text: '' };
  const offset = /^\d{1,9}$/.test(wanted.cursor) ? Number(wanted.cursor) : 0;
  const page = { state: wanted.state, offset, limit: REPORT_PAGE_MAX };
  const { rows, states } = await readAs(hub.database.reports, 'every-stall', async (db) => ({
    rows: await pageOfStalls(db, { ...day, text: wanted.text }, page),
    states: await sumStates(db, day),
  }));
  return {
    date,
    today,
    summary: summaryOf(states),
    stalls: rows.map(stallDayOf),
    nextCursor: rows.length < REPORT_PAGE_MAX ? '' : String(offset + rows.length),
  };
}

function summaryOf(rows: Awaited<ReturnType<typeof sumStates>>): DaySummary {
  const counts = dayStates.map((state) => {
    const own = rows.find((row) => row.state === state);
    return [state, own?.stalls ?? 0] as const;
  });
  const states = Object.fromEntries(counts) as DaySummary['states']; // every state, once
  return { states, takings: takingsOf(sumRows(rows)) };
}

function stallDayOf(row: StallDayRow): StallDay {
  const { stall, name, number, mall, region, state } = row;
  return {
    stall,
    name,
    number,
    mall,
    region,
    state,
    takings: takingsOf(row),
    zCount: row.z_count,
    reportedAtMs: row.reported_at_ms,
    alarms: alarmsOf({
      isFrozen: row.is_frozen === 1,
      rolledBackAtMs: row.rolled_back_at_ms,
      quarantined: row.quarantined,
    }),
  };
}
