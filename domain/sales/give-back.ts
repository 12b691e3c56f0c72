import { mulDivRound, rupiah } from '../money.ts';
import { milli, timesQuantity, type Milli } from '../quantity.ts';
import type { SaleRecord } from '../journal/record.ts';
import { dueOf } from '../journal/sale-body.ts';

/** A line of a sale as its record has it. */
export type LineBody = SaleRecord['body']['lines'][number];

/** How much of something, none of it negative: thousandths, and rupiah. */
interface LineParts {
  readonly quantity: number;
  readonly amount: number;
  readonly discount: number;
  readonly share: number;
  readonly tax: number;
}

/** What came back of a line so far, added up from the refunds of its sale. */
export function partsBack(backs: readonly LineBody[]): LineParts {
  const none: LineParts = { quantity: 0, amount: 0, discount: 0, share: 0, tax: 0 };
  return backs.reduce((sum, back) => {
    const parts = partsOf(back);
    return {
      quantity: sum.quantity - parts.quantity,
      amount: sum.amount - parts.amount,
      discount: sum.discount - parts.discount,
      share: sum.share - parts.share,
      tax: sum.tax - parts.tax,
    };
  }, none);
}

/**
 * The line that a refund has for so much of a sold line: its part of the amount, of each discount
 * and of the tax, all negative. However a line comes back in parts, the parts together are the line
 * to the rupiah, and none of them is paid less than nothing.
 * @param before what came back of it already
 * @param quantityMilli no more than what is left of it
 */
export function backLine(sold: LineBody, before: LineParts, quantityMilli: Milli): LineBody {
  const whole = partsOf(sold);
  const quantity = before.quantity + quantityMilli;
  /** What should have come back of a sum by now, and of it what did not. */
  const open = (sum: number, back: number): number =>
    mulDivRound(rupiah(sum), quantity, whole.quantity) - back;
  const isAll = quantity === whole.quantity;
  const upTo = isAll
    ? whole.amount
    : Math.min(whole.amount, timesQuantity(rupiah(sold.price), milli(quantity)));
  const amount = Math.max(0, upTo - before.amount);
  const left = {
    amount: whole.amount - before.amount,
    discount: whole.discount - before.discount,
    share: whole.share - before.share,
    tax: whole.tax - before.tax,
  };
  // What is left of the line afterwards must hold what is left of its discounts, and no more.
  const off = clamp(open(whole.discount + whole.share, before.discount + before.share), {
    low: amount - (left.amount - left.discount - left.share),
    high: Math.min(amount, left.discount + left.share),
  });
  const discount = clamp(open(whole.discount, before.discount), {
    low: off - left.share,
    high: Math.min(off, left.discount),
  });
  const tax = clamp(open(whole.tax, before.tax), { low: 0, high: left.tax });
  return negative(sold, { quantity: quantityMilli, amount, discount, share: off - discount, tax });
}

/** What is paid out for lines that come back. Rupiah, not negative */
export function dueBack(lines: readonly LineBody[]): number {
  return -lines.reduce((sum, line) => sum + dueOf(line), 0);
}

function partsOf({ quantity, amount, discount = 0, share = 0, tax }: LineBody): LineParts {
  return { quantity, amount, discount, share, tax: tax?.tax ?? 0 };
}

/** A discount that was told as an amount is not told of a part of it. */
function negative(sold: LineBody, parts: LineParts): LineBody {
  const { discount, told, share: _, tax, note: __, ...line } = sold;
  return {
    ...line,
    quantity: -parts.quantity,
    amount: rupiah(-parts.amount),
    ...(discount === undefined ? {} : { discount: rupiah(-parts.discount) }),
    ...(told && 'rate' in told ? { told } : {}),
    ...(parts.share === 0 ? {} : { share: rupiah(-parts.share) }),
    ...(tax === undefined ? {} : { tax: { ...tax, tax: rupiah(-parts.tax) } }),
  };
}

function clamp(value: number, { low, high }: { readonly low: number; readonly high: number }) {
  return Math.min(high, Math.max(0, low, value));
}
