import { LapakError } from '../../domain/errors.ts';
import { rupiah } from '../../domain/money.ts';
import {
  type DateOfStall,
  REPORT_DAYS_MAX,
  type TenderSum,
} from '../../domain/reports/contract.ts';
import { dayStateOf } from '../../domain/reports/day-state.ts';
import { addDays, daysBetween } from '../../domain/time.ts';
import { readAs } from '../database/transact.ts';
import { noDuty, readDuties } from './duty-store.ts';
import { hubToday, type ReportHub } from './read-day.ts';
import {
  type DateRow,
  type Dates,
  findStallRow,
  findStanding,
  sumDates,
  sumTenders,
} from './stall-store.ts';
import { alarmsOf, sumRows, takingsOf } from './takings.ts';

/**
 * The dates of one stall, the newest first: those of which something came, and those of which
 * something should have.
 * @throws LapakError STALL_UNKNOWN; INPUT_INVALID where the dates are turned round or too many
 */
export async function readStall(hub: ReportHub, { stall, from, to }: Dates & { stall: string }) {
  if (from > to || daysBetween(from, to) >= REPORT_DAYS_MAX) {
    throw new LapakError('INPUT_INVALID', {});
  }
  const { reports } = hub.database;
  const found = await findStallRow(reports, stall);
  if (!found) throw new LapakError('STALL_UNKNOWN', { stall });
  const { rows, tenders, standing, duty } = await readAs(reports, { stall }, async (db) => ({
    rows: await sumDates(db, stall, { from, to }),
    tenders: await sumTenders(db, stall, { from, to }),
    standing: await findStanding(db, stall),
    duty: (await readDuties(db, { first: stall, last: stall })).get(stall) ?? noDuty,
  }));
  const today = hubToday(hub);
  const tendersOf = (date: string) =>
    tenders.flatMap((row) =>
      row.date === date ? { tender: row.tender, netRupiah: rupiah(row.amount) } : [],
    );
  const byDate = new Map(rows.map((row) => [row.date, row]));
  const dates = datesBack({ from, to }).flatMap((date): DateOfStall[] => {
    const row = byDate.get(date);
    const { nil_z_count: nilZCount, records, receipts } = row ?? noDate;
    const state = dayStateOf({ date, today, receipts, nilZCount, records }, duty);
    if (!row && (state === 'unexpected' || date > today)) return [];
    return [dateOf(date, { ...(row ?? noDate) }, state, tendersOf(date))];
  });
  const quarantined = rows.reduce((sum, row) => sum + row.quarantined, 0);
  return {
    stall: found,
    alarms: alarmsOf({ ...standing, quarantined }),
    reportedAtMs: standing.reportedAtMs,
    takings: takingsOf(sumRows(rows)),
    tenders: sumOfTenders(tenders),
    dates,
  };
}

const noDate: Omit<DateRow, 'date'> = {
  receipts: 0,
  sales: 0,
  refund_count: 0,
  refunds: 0,
  discount: 0,
  tax: 0,
  rounding: 0,
  z_count: 0,
  nil_z_count: 0,
  quarantined: 0,
  records: 0,
};

function dateOf(
  date: string,
  row: Omit<DateRow, 'date'>,
  state: DateOfStall['state'],
  tenders: TenderSum[],
): DateOfStall {
  const { z_count: zCount, quarantined, records } = row;
  return { date, state, takings: takingsOf(row), tenders, zCount, quarantined, records };
}

function datesBack({ from, to }: Dates): string[] {
  const days = daysBetween(from, to) + 1;
  return Array.from({ length: days }, (_, back) => addDays(to, -back));
}

function sumOfTenders(rows: Awaited<ReturnType<typeof sumTenders>>): TenderSum[] {
  const sums = new Map<string, number>();
  for (const { tender, amount } of rows) sums.set(tender, (sums.get(tender) ?? 0) + amount);
  return [...sums]
    .toSorted(([, one], [, other]) => other - one)
    .map(([tender, amount]) => ({ tender, netRupiah: rupiah(amount) }));
}
