import { rupiah } from '../../domain/money.ts';
import type { AlarmKind, Takings } from '../../domain/reports/contract.ts';

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

interface Trouble {
  readonly forkedAtMs: number | null;
  readonly rolledBackAtMs: number | null;
  readonly wrongSignatures: number;
  readonly quarantined: number;
}

/** What a person should look at. */
export function alarmsOf({
  forkedAtMs,
  rolledBackAtMs,
  wrongSignatures,
  quarantined,
}: Trouble): AlarmKind[] {
  return [
    ...(forkedAtMs === null ? [] : (['fork'] as const)),
    ...(rolledBackAtMs === null ? [] : (['rollback'] as const)),
    ...(wrongSignatures > 0 ? (['signatures'] as const) : []),
    ...(quarantined > 0 ? (['quarantined'] as const) : []),
  ];
}
