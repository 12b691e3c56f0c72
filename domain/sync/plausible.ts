import { sumOf } from '../journal/check-head.ts';
import { SALE_MAX } from '../money.ts';
import type { RecordHead, SaleHead } from '../journal/record.ts';

/** Most that a till takes in all its life, and so in a shift. Rupiah */
const LIFE_MAX = 10_000_000_000_000;
/** Most that the total of a sale is rounded by; the largest step of a till. Rupiah */
const ROUNDING_MAX = 1_000;
/** Of what goes back: that of its sale may come with it. */
const ROUNDING_BACK_MAX = 2 * ROUNDING_MAX;
/** So many kinds of tax may be on one line of a sale. */
const TAXES_OF_A_LINE = 2;

type ZHead = Extract<RecordHead, { type: 'z' }>;

/**
 * Whether a head's amounts are those of a stall. The sums of a nation are exact up to 2^53: whoever
 * signs what is beyond these would make them wrong for all others.
 */
export function isPlausible(head: RecordHead): boolean {
  const { sales, refunds, count } = head.counters;
  if (![sales, refunds, count].every((sum) => sum <= LIFE_MAX)) return false;
  switch (head.type) {
    case 'sale':
    case 'refund':
    case 'void':
      return isPlausibleSale(head);
    case 'z':
      return isPlausibleZ(head);
    default:
      return true;
  }
}

/**
 * All that a sale says has its sign, which a refund turns round: nobody takes less than nothing.
 * Only cash may go the other way, as change for another tender.
 */
function isPlausibleSale({ type, total, tenders, ...head }: SaleHead): boolean {
  const sign = type === 'sale' ? 1 : -1;
  const { discount, tax, rounding } = head;
  const { cash = 0, ...others } = tenders;
  const signed = [total, discount, tax, ...Object.values(others)].map((amount) => sign * amount);
  const isSigned = signed.every((amount) => amount >= 0 && amount <= SALE_MAX);
  const isTaxOfIt = Math.abs(tax) <= Math.abs(total) + ROUNDING_MAX;
  const roundingMax = type === 'sale' ? ROUNDING_MAX : ROUNDING_BACK_MAX;
  const isRounded = Math.abs(rounding) <= roundingMax;
  return isSigned && isTaxOfIt && isRounded && Math.abs(cash) <= SALE_MAX;
}

/** Its taxes are held against its sales, which the hub holds against the records of the shift. */
function isPlausibleZ({ sales, refunds, taxes, ...head }: ZHead): boolean {
  const { discount, tax, rounding, tenders, categories } = head;
  const counted = [sales.total, sales.count, refunds.total, refunds.count];
  if (!counted.every((sum) => sum >= 0 && sum <= LIFE_MAX)) return false;
  if (new Set(taxes.map(({ kind }) => kind)).size !== taxes.length) return false;
  const traded = sales.total + refunds.total + Math.abs(rounding);
  const bases = sumOf(taxes.map(({ base }) => Math.abs(base)));
  if (bases > TAXES_OF_A_LINE * traded || sumOf(taxes.map((one) => Math.abs(one.tax))) > traded) {
    return false;
  }
  const sums = [discount, tax, rounding, ...Object.values(tenders)];
  const lines = categories.map(({ total }) => total);
  return [...sums, ...lines].every((amount) => Math.abs(amount) <= LIFE_MAX);
}

/**
 * Most that a record adds to any sum, whatever its sign. The sums of a device stay exact, and so do
 * those of a nation, as long as the sum of these is no more than MOVED_MAX. Rupiah
 */
export function movedBy(head: RecordHead): number {
  switch (head.type) {
    case 'sale':
    case 'refund':
    case 'void': {
      const { total, discount, tax, rounding, tenders } = head;
      return Math.max(...[total, discount, tax, rounding, ...Object.values(tenders)].map(Math.abs));
    }
    case 'z':
      return sumOf(head.taxes.map(({ base, tax }) => Math.max(Math.abs(base), Math.abs(tax))));
    default:
      return 0;
  }
}

/**
 * Most that all that counts of a device may move, by its sales and in its Z reports. A 900th of
 * 2^53. Rupiah
 */
export const MOVED_MAX = LIFE_MAX;

/**
 * Most that a till books of its own sales and refunds in all its life, and as much of another
 * system's, so that a hub counts all of it: each of its own moves once, and twice more by the taxes
 * of its Z report. What is left of MOVED_MAX is for discounts above what was paid. Rupiah
 */
export const BOOKED_MAX = MOVED_MAX / 5;
