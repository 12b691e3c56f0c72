import type { SettledKind } from './profile.ts';

/** What of a settled row says whether it was taken back. */
interface SettledPart {
  readonly kind: SettledKind;
  /** Of the payment; empty for none. */
  readonly reference: string;
  readonly grossSen: number;
}

/**
 * The payments of whole rupiah among settled rows, without those that the same rows take back
 * whole by their reference: that money did not come, or did not stay. What went back to a customer
 * of a part leaves the payment standing, and is of no claim itself.
 */
export function standingPayments<R extends SettledPart>(rows: readonly R[]): R[] {
  const left = new Map<string, number>();
  for (const { kind, reference, grossSen } of rows) {
    const sen = kind === 'refund' ? -Math.abs(grossSen) : grossSen;
    if (kind !== 'adjustment') left.set(reference, (left.get(reference) ?? 0) + sen);
  }
  return rows.filter(({ kind, reference, grossSen }) => {
    const isPayment = kind === 'payment' && grossSen > 0 && grossSen % 100 === 0;
    return isPayment && (reference === '' || (left.get(reference) ?? 0) > 0);
  });
}
