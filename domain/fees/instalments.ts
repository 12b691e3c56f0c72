/** A part of what a stall agreed to pay. */
export interface InstalmentPart {
  readonly due: string;
  /** Rupiah */
  readonly amount: number;
}

/**
 * Whether a stall keeps to its instalments: what it paid since they were agreed reaches the parts
 * that were due before a date. On its due date a part is not late yet.
 * @param paid rupiah of payments since
 */
export function isKept(parts: readonly InstalmentPart[], paid: number, on: string): boolean {
  const due = parts.filter((part) => part.due < on);
  return paid >= due.reduce((sum, { amount }) => sum + amount, 0);
}
