import { rupiah } from '../../domain/money.ts';
import type { AlarmKind, Takings } from '../../domain/reports/contract.ts';
import { type AlarmColumns, alarmsOfChain } from '../ingest/alarm-store.ts';

/** Sums as a row has them. Rupiah; refunds are positive. */
export interface TakingsRow {
  readonly receipts: number;
  readonly sales: number;
  readonly refund_count: number;
  readonly refunds: number;
  readonly discount: number;
  readonly tax: number;
  readonly rounding: number;
}

/** What a row took, as a report says it. */
export function takingsOf(row: TakingsRow): Takings {
  return {
    receipts: row.receipts,
    salesRupiah: rupiah(row.sales),
    refundCount: row.refund_count,
    refundsRupiah: rupiah(row.refunds),
    netRupiah: rupiah(row.sales - row.refunds),
    discountRupiah: rupiah(row.discount),
    taxRupiah: rupiah(row.tax),
    roundingRupiah: rupiah(row.rounding),
  };
}

/** The sums of several rows. */
export function sumRows(rows: readonly TakingsRow[]): TakingsRow {
  const total = (pick: (row: TakingsRow) => number) =>
    rows.reduce((sum, row) => sum + pick(row), 0);
  return {
    receipts: total((row) => row.receipts),
    sales: total((row) => row.sales),
    refund_count: total((row) => row.refund_count),
    refunds: total((row) => row.refunds),
    discount: total((row) => row.discount),
    tax: total((row) => row.tax),
    rounding: total((row) => row.rounding),
  };
}

/** What a person should look at, of the tills of a stall and of what does not count. */
export function alarmsOf(row: AlarmColumns & { readonly quarantined: number }): AlarmKind[] {
  const ofTills = alarmsOfChain(row).map(({ kind }) => kind);
  return row.quarantined > 0 ? [...ofTills, 'quarantined'] : ofTills;
}
