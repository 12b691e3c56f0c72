import { isSaleHead, type RecordHead, type SaleHead } from '../journal/record.ts';
import { KINDS_MAX } from '../journal/values.ts';

/** Sums of a shift, which its Z has to agree with. Rupiah. */
export interface ShiftSums {
  /** Sales and refunds. */
  readonly receipts: number;
  readonly sales: number;
  readonly refundCount: number;
  /** Positive. */
  readonly refunds: number;
  readonly discount: number;
  readonly tax: number;
  readonly rounding: number;
}

/** What a shift took so far; net of change and refunds by kind of tender. Rupiah. */
export interface OpenShift {
  readonly shift: number;
  readonly sums: ShiftSums;
  readonly tenders: ReadonlyMap<string, number>;
}

/**
 * The shifts that took something and have no Z yet, as the records say that lead to one place of a
 * chain: after a recovery, and on a fork, those of its own branch. The last to take something is
 * the last.
 */
export type OpenShifts = readonly OpenShift[];

/** Shifts of which sums are kept. A till has one that is open. */
const OPEN_MAX = 4;

type ZHead = Extract<RecordHead, { type: 'z' }>;

/** What a record that counts makes of the shifts before it. */
export function shiftsAfter(before: OpenShifts, head: RecordHead): OpenShifts {
  const hasShift = isSaleHead(head) || head.type === 'z';
  if (!hasShift || head.shift === undefined) return before;
  const { shift } = head;
  const others = before.filter((one) => one.shift !== shift);
  if (head.type === 'z' || head.source !== undefined) return head.type === 'z' ? others : before;
  const { sums = nothing, tenders = noTenders } = openShift(before, shift) ?? {};
  const now = { shift, sums: sumsWith(sums, head), tenders: tendersWith(tenders, head) };
  if (now.tenders.size > KINDS_MAX) return others; // no till has so many: its Z cannot be held
  return [...others, now].slice(-OPEN_MAX);
}

/** What a shift took so far; undefined for nothing. */
export function openShift(shifts: OpenShifts, shift: number): OpenShift | undefined {
  return shifts.find((one) => one.shift === shift);
}

/** Whether a Z report says what the sales and refunds of its shift come to. */
export function isZRight(head: ZHead, open: OpenShift | undefined): boolean {
  const said = sumsOfZ(head);
  const { sums = nothing, tenders = noTenders } = open ?? {};
  const keys = Object.keys(said) as (keyof ShiftSums)[]; // its own keys
  if (keys.some((key) => said[key] !== sums[key])) return false;
  const kinds = new Set([...Object.keys(head.tenders), ...tenders.keys()]);
  return [...kinds].every((kind) => (head.tenders[kind] ?? 0) === (tenders.get(kind) ?? 0));
}

/** Sums with a sale or refund more. */
export function sumsWith(sums: ShiftSums, head: SaleHead): ShiftSums {
  const isSale = head.type === 'sale';
  return {
    receipts: sums.receipts + 1,
    sales: sums.sales + (isSale ? head.total : 0),
    refundCount: sums.refundCount + (isSale ? 0 : 1),
    refunds: sums.refunds - (isSale ? 0 : head.total),
    discount: sums.discount + head.discount,
    tax: sums.tax + head.tax,
    rounding: sums.rounding + head.rounding,
  };
}

/** What a Z report restates of its shift, in the form of the sums that it is held against. */
function sumsOfZ({ sales, refunds, discount, tax, rounding }: ZHead): ShiftSums {
  return {
    receipts: sales.count + refunds.count,
    sales: sales.total,
    refundCount: refunds.count,
    refunds: refunds.total,
    discount,
    tax,
    rounding,
  };
}

function tendersWith(sums: ReadonlyMap<string, number>, { tenders }: SaleHead) {
  const now = new Map(sums);
  for (const [kind, amount] of Object.entries(tenders)) {
    now.set(kind, (now.get(kind) ?? 0) + amount);
  }
  return now;
}

/** Sums of no sale. */
export const nothing: ShiftSums = {
  receipts: 0,
  sales: 0,
  refundCount: 0,
  refunds: 0,
  discount: 0,
  tax: 0,
  rounding: 0,
};
const noTenders: ReadonlyMap<string, number> = new Map();
