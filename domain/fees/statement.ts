import type { ChargeKind, CreditKind } from './kinds.ts';
import { datesOf } from './period.ts';
import type { ShownCharge, ShownLedger } from './till-state.ts';

/** Something that a stall owes more by, or less. */
export interface StatementRow {
  readonly on: string;
  readonly what:
    | { readonly kind: ChargeKind; readonly period: string }
    | { readonly kind: CreditKind; readonly number: string }
    | { readonly kind: 'refund' };
  /** Above nothing where the stall owes more by it. Rupiah */
  readonly amountRupiah: number;
  /** Whether it takes back what it names. */
  readonly isReversal: boolean;
}

/** What was owed before, what came, and what was owed then: opening + rows = closing. */
export interface Statement {
  readonly openingRupiah: number;
  readonly rows: readonly StatementRow[];
  readonly closingRupiah: number;
}

/**
 * Charges, payments, credits and refunds of a ledger by date, between two months, both included.
 * What was taken back stands on its date, and what took it back on its own. Below nothing the stall
 * has paid ahead.
 */
export function statementOf(
  { charges, credits, refunds }: Pick<ShownLedger, 'charges' | 'credits' | 'refunds'>,
  { from, to }: { readonly from: string; readonly to: string },
): Statement {
  const all = [
    ...charges.toReversed().flatMap((charge) => {
      const { kind, period, amountRupiah } = charge;
      return rowsOf(charge, { kind, period }, amountRupiah);
    }),
    ...credits.toReversed().flatMap((credit) => {
      const { kind, kuitansi, amountRupiah } = credit;
      return rowsOf(credit, { kind, number: kuitansi ?? '' }, -amountRupiah);
    }),
    ...refunds.toReversed().flatMap((refund) => {
      return rowsOf(refund, { kind: 'refund' }, refund.amountRupiah);
    }),
  ];
  const byDate = all.toSorted((one, other) => one.on.localeCompare(other.on));
  const [first, last] = [datesOf(from).from, datesOf(to).to];
  const openingRupiah = sumOf(byDate.filter(({ on }) => on < first));
  const rows = byDate.filter(({ on }) => first <= on && on <= last);
  return { openingRupiah, rows, closingRupiah: openingRupiah + sumOf(rows) };
}

function rowsOf(
  { on, reversed }: Pick<ShownCharge, 'on' | 'reversed'>,
  what: StatementRow['what'],
  amountRupiah: number,
): StatementRow[] {
  const row = { on, what, amountRupiah, isReversal: false };
  if (!reversed) return [row];
  return [row, { on: reversed.on, what, amountRupiah: -amountRupiah, isReversal: true }];
}

function sumOf(rows: readonly StatementRow[]): number {
  return rows.reduce((sum, { amountRupiah }) => sum + amountRupiah, 0);
}
