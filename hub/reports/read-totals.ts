import type { Takings } from '../../domain/reports/contract.ts';
import type { HubDatabase } from '../database/open-database.ts';
import { readAs } from '../database/transact.ts';
import { sumRows, takingsOf } from './takings.ts';
import {
  sumAll,
  sumAllTenders,
  sumStallDates,
  sumStallTaxes,
  sumStallTenders,
  type TotalsWanted,
} from './totals-store.ts';

/** What a stall took on a date. Rupiah */
export interface DateTotals {
  readonly date: string;
  readonly takings: Takings;
  /** Net of change and refunds, by kind. */
  readonly tenders: Readonly<Record<string, number>>;
  /** As the Z reports of the date say, by kind. */
  readonly taxes: Readonly<Record<string, { readonly base: number; readonly tax: number }>>;
}

/** What stalls took, by stall and date, and all of it. */
export interface TotalsReport {
  readonly takings: Takings;
  readonly tenders: Readonly<Record<string, number>>;
  readonly stalls: readonly { readonly stall: string; readonly dates: readonly DateTotals[] }[];
}

/** Sums that the records of the stalls come to. @throws LapakError HUB_BUSY */
export async function readTotals(
  { reports }: Pick<HubDatabase, 'reports'>,
  wanted: TotalsWanted,
): Promise<TotalsReport> {
  const { rows, ...kinds } = await readAs(reports, 'every-stall', async (db) => ({
    rows: await sumStallDates(db, wanted),
    tenders: await sumStallTenders(db, wanted),
    taxes: await sumStallTaxes(db, wanted),
  }));
  const [tenders, taxes] = [groupedBy(kinds.tenders), groupedBy(kinds.taxes)];
  const stalls = new Map<string, DateTotals[]>();
  for (const row of rows) {
    const { stall, date } = row;
    const key = keyOf(row);
    const dates = stalls.get(stall) ?? [];
    dates.push({
      date,
      takings: takingsOf(row),
      tenders: Object.fromEntries((tenders.get(key) ?? []).map((one) => [one.tender, one.amount])),
      taxes: Object.fromEntries(
        (taxes.get(key) ?? []).map(({ kind, base, tax }) => [kind, { base, tax }]),
      ),
    });
    stalls.set(stall, dates);
  }
  const all = [...stalls].map(([stall, dates]) => ({ stall, dates }));
  return { takings: takingsOf(sumRows(rows)), tenders: sumTenders(all), stalls: all };
}

/** What stalls took together, of all dates. @throws LapakError HUB_BUSY */
export async function readSums(
  { reports }: Pick<HubDatabase, 'reports'>,
  wanted: TotalsWanted,
): Promise<Pick<TotalsReport, 'takings' | 'tenders'>> {
  const { sums, tenders } = await readAs(reports, 'every-stall', async (db) => ({
    sums: await sumAll(db, wanted),
    tenders: await sumAllTenders(db, wanted),
  }));
  return {
    takings: takingsOf(sums),
    tenders: Object.fromEntries(tenders.map(({ tender, amount }) => [tender, amount])),
  };
}

function sumTenders(stalls: TotalsReport['stalls']): Record<string, number> {
  const sums = new Map<string, number>();
  const parts = stalls.flatMap(({ dates }) =>
    dates.flatMap(({ tenders }) => Object.entries(tenders)),
  );
  for (const [kind, amount] of parts) sums.set(kind, (sums.get(kind) ?? 0) + amount);
  return Object.fromEntries(sums);
}

interface OfDate {
  readonly stall: string;
  readonly date: string;
}

function groupedBy<T extends OfDate>(rows: readonly T[]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row)) ?? [];
    group.push(row);
    groups.set(keyOf(row), group);
  }
  return groups;
}

function keyOf({ stall, date }: OfDate): string {
  return `${stall} ${date}`;
}
