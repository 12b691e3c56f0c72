import { addMonths, dateIn, periodOf } from './period.ts';

/** A part of what a stall agreed to pay. */
export interface InstalmentPart {
  readonly due: string;
  /** Rupiah */
  readonly amount: number;
}

/** What is wrong with parts that a person wrote. */
export type PartsFault = 'empty' | 'order' | 'sum';

/**
 * Parts that are as much as was agreed, each due later than the one before.
 * @param total rupiah
 * @returns what is wrong first; null for nothing
 */
export function partsFault(parts: readonly InstalmentPart[], total: number): PartsFault | null {
  if (parts.some(({ due, amount }) => due === '' || amount <= 0)) return 'empty';
  if (parts.some(({ due }, at) => due <= (parts[at - 1]?.due ?? ''))) return 'order';
  return sumOf(parts) === total ? null : 'sum';
}

/** Rupiah of all parts. */
export function sumOf(parts: readonly InstalmentPart[]): number {
  return parts.reduce((sum, { amount }) => sum + amount, 0);
}

/** As much each month, on the day of the first; the last takes the rest. @param total rupiah */
export function equalParts(total: number, count: number, first: string): InstalmentPart[] {
  const each = Math.floor(total / count);
  const day = Number(first.slice(8));
  return Array.from({ length: count }, (_, at) => ({
    due: at === 0 ? first : dateIn(addMonths(periodOf(first), at), day),
    amount: at === count - 1 ? total - each * (count - 1) : each,
  })).filter(({ amount }) => amount > 0);
}

/**
 * Whether a stall keeps to its instalments: what it paid of what was owed when they were agreed
 * reaches the parts that were due before a date. On its due date a part is not late yet.
 * @param paid rupiah since
 */
export function isKept(parts: readonly InstalmentPart[], paid: number, on: string): boolean {
  const due = parts.filter((part) => part.due < on);
  return paid >= sumOf(due);
}

/** Whether penalties and letters rest on a date: it is kept to, and something of it is to come. */
export function isResting(parts: readonly InstalmentPart[], paid: number, on: string): boolean {
  return isKept(parts, paid, on) && paid < sumOf(parts);
}
