import type { Allocated } from './body.ts';

/** A charge that can still take something. */
export interface OpenCharge {
  readonly id: string;
  readonly due: string;
  readonly period: string;
  readonly kind: string;
  /** Rupiah still to be paid. */
  readonly open: number;
}

/** A credit that has something left. */
export interface OpenCredit {
  readonly id: string;
  readonly unused: number;
}

/**
 * Allocates what is left of credits to the charges that are due first: each credit in its order,
 * principal before penalties on the same day. What is left over stays an advance.
 */
export function allocateOldest(
  charges: readonly OpenCharge[],
  credits: readonly OpenCredit[],
): Allocated[] {
  const waiting = charges
    .filter(({ open }) => open > 0)
    .toSorted(byDue)
    .map(({ id, open }) => ({ id, open }));
  const allocations: Allocated[] = [];
  for (const { id: credit, unused } of credits) {
    let left = unused;
    while (left > 0 && waiting.length > 0) {
      const [next] = waiting;
      if (!next) break;
      const amount = Math.min(left, next.open);
      allocations.push({ credit, charge: next.id, amount });
      left -= amount;
      next.open -= amount;
      if (next.open === 0) waiting.shift();
    }
  }
  return allocations;
}

/** What is taken off comes first: it makes room for what is put on. */
export function takenOffFirst<A extends { readonly amount: number }>(lines: readonly A[]): A[] {
  return lines.toSorted((one, other) => Number(one.amount > 0) - Number(other.amount > 0));
}

function byDue(one: OpenCharge, other: OpenCharge): number {
  return (
    inOrder(one.due, other.due) ||
    Number(one.kind === 'penalty') - Number(other.kind === 'penalty') ||
    inOrder(one.period, other.period) ||
    inOrder(one.kind, other.kind) ||
    inOrder(one.id, other.id)
  );
}

/** Dates, codes and ids: by their letters, which takes a tenth of what a language's order takes. */
export function inOrder(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}
