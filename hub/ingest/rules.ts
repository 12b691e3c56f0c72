import type { RecordHead } from '../../domain/journal/record.ts';
import { isZRight, type ShiftSums, type Totals } from '../../domain/sync/totals.ts';
import type { VerdictReason } from '../../domain/sync/verdict.ts';

/** What the hub has of the sales and shifts that the records of a batch speak of. */
export interface RuleFacts {
  /** Totals of sales by the mark of their place, of those that are given back. Rupiah */
  readonly saleTotals: ReadonlyMap<string, number>;
  /** What was given back of them before. Rupiah */
  readonly refundedBefore: ReadonlyMap<string, number>;
  readonly shiftSums: ReadonlyMap<number, ShiftSums>;
  readonly shiftTenders: ReadonlyMap<number, ReadonlyMap<string, number>>;
}

/** The facts, and what the batch added to them so far. */
interface RulesSoFar extends RuleFacts {
  readonly totals: Totals;
  /** What the batch gave back of each sale; a refund that is in order is added. Rupiah */
  readonly refunded: Map<string, number>;
}

/** The rule of trade that a record breaks; null for none. */
export function brokenRule(head: RecordHead, rules: RulesSoFar): VerdictReason | null {
  switch (head.type) {
    case 'refund':
      return brokenRefund(head, rules);
    case 'z': {
      const { shift } = head;
      const sums = addSums(rules.shiftSums.get(shift), rules.totals.shifts.get(shift));
      const tenders = addTenders(
        rules.shiftTenders.get(shift),
        rules.totals.shiftTenders.get(shift),
      );
      return isZRight(head, sums, tenders) ? null : 'z-differs';
    }
    default:
      return null;
  }
}

/** No more is given back of a sale than it came to; a refund of another system names none. */
function brokenRefund(
  head: Extract<RecordHead, { type: 'refund' }>,
  { saleTotals, refundedBefore, refunded }: RulesSoFar,
): VerdictReason | null {
  const { ref, source, total } = head;
  if (ref === undefined || source !== undefined) return null;
  const sold = saleTotals.get(ref);
  if (sold === undefined) return 'refund-of-nothing';
  const inBatch = (refunded.get(ref) ?? 0) - total;
  if ((refundedBefore.get(ref) ?? 0) + inBatch > sold) return 'refund-above-sale';
  refunded.set(ref, inBatch);
  return null;
}

function addSums(one: ShiftSums | undefined, other: ShiftSums | undefined): ShiftSums | undefined {
  if (!one || !other) return one ?? other;
  return {
    receipts: one.receipts + other.receipts,
    sales: one.sales + other.sales,
    refundCount: one.refundCount + other.refundCount,
    refunds: one.refunds + other.refunds,
    discount: one.discount + other.discount,
    tax: one.tax + other.tax,
    rounding: one.rounding + other.rounding,
  };
}

function addTenders(
  one: ReadonlyMap<string, number> | undefined,
  other: ReadonlyMap<string, number> | undefined,
): ReadonlyMap<string, number> {
  const sums = new Map(one);
  for (const [kind, amount] of other ?? []) sums.set(kind, (sums.get(kind) ?? 0) + amount);
  return sums;
}
