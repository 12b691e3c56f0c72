import type { Kysely } from 'kysely';
import { type DaySummary, REPORT_PAGE_MAX, type StallDay } from '../../domain/reports/contract.ts';
import type { DayState } from '../../domain/reports/day-state.ts';
import { addDays, beginOfDate, businessDate, type UtcMs, zones } from '../../domain/time.ts';
import type { HubDatabase } from '../database/open-database.ts';
import type { HubTables } from '../database/tables.ts';
import { readAs } from '../database/transact.ts';
import {
  countSilent,
  type DayAsked,
  lastReports,
  namesOf,
  pageOfStalls,
  type StallDayRow,
  type StallPlace,
  sumReported,
} from './day-store.ts';
import { alarmsOf, sumRows, takingsOf } from './takings.ts';

/** Where the hub is: what it calls today. Each stall's own dates are in its records. */
const HUB_ZONE = zones.WIB;

/** What reports need of the hub. */
export interface ReportHub {
  readonly database: HubDatabase;
  readonly clock: () => UtcMs;
}

/** The date of a time where the hub is. `YYYY-MM-DD` */
export function hubDate(atMs: UtcMs): string {
  return businessDate(atMs, HUB_ZONE, 0);
}

/** Today where the hub is. `YYYY-MM-DD` */
export function hubToday({ clock }: Pick<ReportHub, 'clock'>): string {
  return hubDate(clock());
}

/** When a date ends where the hub is. UTC ms */
function endOfDate(date: string): UtcMs {
  return beginOfDate(addDays(date, 1), HUB_ZONE, 0);
}

/** Which stalls of which day. */
export interface DayWanted {
  readonly date: string | null;
  readonly text: string;
  readonly state: DayState | null;
  readonly cursor: string;
}

/**
 * The stalls of a day; what all of them took comes with the first page only.
 * @throws LapakError HUB_BUSY
 */
export async function readDay(hub: ReportHub, { text, state, ...wanted }: DayWanted) {
  const today = hubToday(hub);
  const date = wanted.date ?? today;
  const day = { date, isOver: date < today, endMs: endOfDate(date) };
  const after = parseCursor(wanted.cursor);
  const page = { text, state, after, limit: REPORT_PAGE_MAX };
  const { rows, names, reports, summary } = await readAs(
    hub.database.reports,
    'every-stall',
    async (db) => {
      const found = await pageOfStalls(db, day, page);
      const stalls = found.map(({ stall }) => stall);
      return {
        rows: found,
        names: await namesOf(db, stalls),
        reports: await lastReports(db, stalls),
        summary: after ? null : await readSummary(db, day),
      };
    },
  );
  const last = rows.length < REPORT_PAGE_MAX ? undefined : rows.at(-1);
  return {
    date,
    today,
    summary,
    stalls: rows.flatMap((row): StallDay[] => {
      const named = names.get(row.stall);
      return named ? [{ ...named, ...stallDayOf(row, reports.get(row.stall) ?? null) }] : [];
    }),
    nextCursor: last ? `${last.rank}.${last.net}.${last.stall}` : '',
  };
}

async function readSummary(db: Kysely<HubTables>, day: DayAsked): Promise<DaySummary> {
  const rows = await sumReported(db, day);
  const { stalls, expected } = await countSilent(db, day);
  const counts: DaySummary['states'] = {
    received: 0,
    nil: 0,
    open: 0,
    missing: day.isOver ? expected : 0,
    awaited: day.isOver ? 0 : expected,
    unexpected: stalls - expected,
  };
  for (const row of rows) counts[row.state] = row.stalls;
  return { states: counts, takings: takingsOf(sumRows(rows)) };
}

function stallDayOf(row: StallDayRow, reportedAtMs: number | null) {
  const { stall, state } = row;
  return {
    stall,
    state,
    takings: takingsOf(row),
    zCount: row.z_count,
    reportedAtMs,
    alarms: alarmsOf(row),
  };
}

function parseCursor(cursor: string): StallPlace | null {
  const found = /^(\d)\.(-?\d{1,16})\.(.+)$/.exec(cursor);
  if (!found) return null;
  const [, rank, net, stall = ''] = found;
  return { rank: Number(rank), net: Number(net), stall };
}
