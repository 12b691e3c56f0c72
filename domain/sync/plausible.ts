import type { RecordHead } from '../journal/record.ts';

/** Most that one sale, or a tender of it, comes to at a stall. Rupiah */
const SALE_MAX = 100_000_000_000;
/** Most that a till takes in all its life, and so in a shift. Rupiah */
const LIFE_MAX = 10_000_000_000_000;

/**
 * Whether a head's amounts are those of a stall. The sums of a nation are exact up to 2^53: whoever
 * signs what is beyond these would make them wrong for all others.
 */
export function isPlausible(head: RecordHead): boolean {
  const { sales, refunds, count } = head.counters;
  const isLife = [sales, refunds, count].every((sum) => sum <= LIFE_MAX);
  return isLife && amountsOf(head).every((amount) => Math.abs(amount) <= mostOf(head));
}

function mostOf({ type }: RecordHead): number {
  return type === 'z' ? LIFE_MAX : SALE_MAX;
}

function amountsOf(head: RecordHead): number[] {
  switch (head.type) {
    case 'sale':
    case 'refund': {
      const { total, discount, tax, rounding, tenders } = head;
      return [total, discount, tax, rounding, ...Object.values(tenders)];
    }
    case 'z': {
      const { sales, refunds, discount, tax, rounding, tenders, taxes, categories } = head;
      const kinds = taxes.flatMap((kind) => [kind.base, kind.tax]);
      const sums = [sales.total, sales.count, refunds.total, refunds.count];
      const lines = categories.map((category) => category.total);
      return [...sums, discount, tax, rounding, ...Object.values(tenders), ...kinds, ...lines];
    }
    default:
      return [];
  }
}
