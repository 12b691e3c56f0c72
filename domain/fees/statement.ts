import type { ChargeKind, CreditKind } from './kinds.ts';
import { datesOf } from './period.ts';
import type { ShownLedger } from './till-state.ts';

/** Something that a stall owes more by, or less. */
export interface StatementRow {
  readonly on: string;
  readonly what:
    | { readonly kind: ChargeKind; readonly period: string }
    | { readonly kind: CreditKind; readonly number: string }
    | { readonly kind: 'refund' };
  /** Above nothing where the stall owes more by it. Rupiah */
  readonly amountRupiah: number;
}

/** What was owed before, what came, and what was owed then: opening + rows = closing. */
export interface Statement {
  readonly openingRupiah: number;
  readonly rows: readonly StatementRow[];
  readonly closingRupiah: number;
}

/**
 * Charges, payments, credits and refunds of a ledger by date, between two months, both included.
 * What was taken back is in no sum. Below nothing the stall has paid ahead.
 */
export function statementOf(
  { charges, credits, refunds }: Pick<ShownLedger, 'charges' | 'credits' | 'refunds'>,
  { from, to }: { readonly from: string; readonly to: string },
): Statement {
  const charged = charges.flatMap(({ on, kind, period, amountRupiah, isReversed }) =>
    isReversed ? [] : [{ on, what: { kind, period }, amountRupiah }],
  );
  const credited = credits.flatMap(({ on, kind, kuitansi, amountRupiah, isReversed }) =>
    isReversed ? [] : [{ on, what: { kind, number: kuitansi ?? '' }, amountRupiah: -amountRupiah }],
  );
  const refunded = refunds.map(({ on, amountRupiah }) => {
    return { on, what: { kind: 'refund' as const }, amountRupiah };
  });
  const all: StatementRow[] = [charged, credited, refunded].flatMap((rows: StatementRow[]) =>
    rows.toReversed(),
  );
  const byDate = all.toSorted((one, other) => one.on.localeCompare(other.on));
  const [first, last] = [datesOf(from).from, datesOf(to).to];
  const openingRupiah = sumOf(byDate.filter(({ on }) => on < first));
  const rows = byDate.filter(({ on }) => first <= on && on <= last);
  return { openingRupiah, rows, closingRupiah: openingRupiah + sumOf(rows) };
}

function sumOf(rows: readonly StatementRow[]): number {
  return rows.reduce((sum, { amountRupiah }) => sum + amountRupiah, 0);
}
