import { isSaleHead, type RecordHead } from '../../domain/journal/record.ts';
import { isBackType } from '../../domain/journal/sale-types.ts';
import { isZRight, openShift, type OpenShifts } from '../../domain/sync/open-shifts.ts';
import { MOVED_MAX, movedBy } from '../../domain/sync/plausible.ts';
import type { VerdictReason } from '../../domain/sync/verdict.ts';

/** What a record has to agree with beside its chain. */
export interface RuleFacts {
  /** What the device moved so far, of what counts: see MOVED_MAX. Rupiah */
  readonly moved: number;
  /** What was sold at the place of this mark, of what counts; undefined for nothing. Rupiah */
  readonly sold: (mark: string) => number | undefined;
  /** What was given back of it. Rupiah */
  readonly refunded: (mark: string) => number;
  /** Those that are open where the record goes on. */
  readonly shifts: OpenShifts;
}

/** The rule of trade that a record breaks; null for none. */
export function brokenRule(head: RecordHead, rules: RuleFacts): VerdictReason | null {
  if (rules.moved + movedBy(head) > MOVED_MAX) return 'sums-too-large';
  switch (head.type) {
    case 'refund':
    case 'void':
      return brokenRefund(head, rules);
    case 'z':
      return isZRight(head, openShift(rules.shifts, head.shift)) ? null : 'z-differs';
    default:
      return null;
  }
}

/** What a refund or void gives back, and of which sale; one of another system names none. Rupiah */
export function refundOf(head: RecordHead): { mark: string; amount: number } | null {
  if (!isSaleHead(head) || !isBackType(head.type)) return null;
  const isOwn = head.source === undefined;
  return isOwn && head.ref !== undefined ? { mark: head.ref, amount: -head.total } : null;
}

/** No more is given back of a sale than it came to. */
function brokenRefund(head: RecordHead, { sold, refunded }: RuleFacts): VerdictReason | null {
  const refund = refundOf(head);
  if (!refund) return null;
  const whole = sold(refund.mark);
  if (whole === undefined) return 'refund-of-nothing';
  return refunded(refund.mark) + refund.amount > whole ? 'refund-above-sale' : null;
}
