import type { EntryOf } from '../../domain/audit/pack.ts';
import type { Tx } from '../database/transact.ts';
import { type Dates, sumDates, sumTenders } from '../reports/stall-store.ts';
import { sumStallTaxes } from '../reports/totals-store.ts';

/** What the hub shows of a stall, date by date, over its tills: as its reports read it. */
export async function readDays(trx: Tx, stall: string, dates: Dates): Promise<EntryOf<'day'>[]> {
  const rows = await sumDates(trx, stall, dates);
  const tenders = Map.groupBy(await sumTenders(trx, stall, dates), ({ date }) => date);
  const wanted = { ...dates, stall, mall: null, region: null };
  const taxes = Map.groupBy(await sumStallTaxes(trx, wanted), ({ date }) => date);
  return rows.toReversed().map((row) => ({
    kind: 'day',
    date: row.date,
    receipts: row.receipts,
    sales: row.sales,
    refundCount: row.refund_count,
    refunds: row.refunds,
    discount: row.discount,
    tax: row.tax,
    rounding: row.rounding,
    zCount: row.z_count,
    nilZCount: row.nil_z_count,
    quarantined: row.quarantined,
    records: row.records,
    tenders: (tenders.get(row.date) ?? []).map(({ tender, amount }) => ({ tender, amount })),
    taxes: (taxes.get(row.date) ?? []).map(({ kind, base, tax }) => ({ kind, base, tax })),
  }));
}
