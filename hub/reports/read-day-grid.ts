import type { Kysely } from 'kysely';
import { LapakError } from '../../domain/errors.ts';
import { REPORT_DAYS_MAX } from '../../domain/reports/contract.ts';
import { type DayState, dayStateOf } from '../../domain/reports/day-state.ts';
import { addDays, daysBetween } from '../../domain/time.ts';
import type { HubTables } from '../database/tables.ts';
import { readAs } from '../database/transact.ts';
import { noDuty, readDuties } from './duty-store.ts';
import { countDates, stallsAfter } from './grid-store.ts';
import { hubToday, type ReportHub } from './read-day.ts';
import type { Dates } from './stall-store.ts';

/** Stalls read at a time. */
const STEP = 1_000;

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
  const stalls: DayGrid['stalls'][number][] = [];
  for (let after = ''; ; ) {
    const rows = await readAs(hub.database.reports, 'every-stall', (db) =>
      readStep(db, after, { from, to }),
    );
    const last = rows.at(-1);
    if (!last) return { dates, stalls };
    const today = hubToday(hub);
    for (const { stall, name, duty, came } of rows) {
      const states = dates.map((date) =>
        dayStateOf({ date, today, ...(came.get(date) ?? nothing) }, duty),
      );
      stalls.push({ stall, name, states });
    }
    after = last.stall;
  }
}

const nothing = { receipts: 0, nilZCount: 0, records: 0 };

/** The next stalls by code, when each is to report, and what came of it. */
async function readStep(db: Kysely<HubTables>, after: string, dates: Dates) {
  const stalls = await stallsAfter(db, after, STEP);
  const [first, last] = [stalls[0]?.stall ?? '', stalls.at(-1)?.stall ?? ''];
  const duties = await readDuties(db, { first, last });
  const rows = await countDates(db, { first, last }, dates);
  const came = Map.groupBy(rows, ({ stall }) => stall);
  return stalls.map(({ stall, name }) => ({
    stall,
    name,
    duty: duties.get(stall) ?? noDuty,
    came: new Map(
      (came.get(stall) ?? []).map(({ date, receipts, nil_z_count: nilZCount, records }) => {
        return [date, { receipts, nilZCount, records }];
      }),
    ),
  }));
}
