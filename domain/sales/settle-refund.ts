import { LapakError } from '../errors.ts';
import { type Rupiah, rupiah, sumRupiah } from '../money.ts';
import { isOfMoney } from '../payments/tender.ts';
import type { LineBody } from './give-back.ts';
import { type PaidOut, type PayOutKind, payOutKinds } from './refund.ts';
import { roundCash } from './pricing.ts';
import { cashBack, leftToPayOut, payOutFor, type Standing, tendersLeft } from './standing.ts';

/** What a refund pays out, and whether a person has said that another means does. */
interface Payment {
  readonly tenders: readonly (Omit<PaidOut, 'kind'> & { readonly kind: string })[];
  readonly changesTender: boolean;
}

/** Those by which money goes back only so far as it came by them. */
const cashless: readonly string[] = ['qris', 'card'];

/**
 * Sees to it that a refund pays out what its lines come to, each means no more than came by it. By
 * another means it goes back only where a person has said so, and never to a card or a QRIS that
 * did not pay it.
 * @param step of the cash rounding, in rupiah
 * @returns what goes back, in rupiah
 * @throws LapakError REFUND_SUM, REFUND_TENDER
 */
export function settleRefund(
  standing: Standing,
  lines: readonly LineBody[],
  { tenders, changesTender, step }: Payment & { readonly step: number },
): Rupiah {
  const left = leftToPayOut(standing);
  const due = payOutFor(standing, lines);
  const without = sumOf(tenders.filter(({ kind }) => kind !== 'cash'));
  const inCash = cashBack(rupiah(due - without), rupiah(left - without), step);
  const cash = sumOf(tenders.filter(({ kind }) => kind === 'cash'));
  // What is left beside those without cash may be so little that nothing of it is paid in cash.
  const paid = tendersLeft(standing);
  const mayRound = without === 0 || cash > 0 || paid.some(({ kind }) => !isExact(kind));
  const isRight = without === due ? cash === 0 : without < due && mayRound && cash === inCash;
  if (!isRight) {
    throw new LapakError('REFUND_SUM', { dueRupiah: due, cashRupiah: cashBack(due, left, step) });
  }
  const byKind = Map.groupBy(tenders, ({ kind }) => kind);
  for (const [kind, parts] of byKind) {
    if (!isOfMoney(kind)) continue;
    const { leftRupiah } = paid.find((one) => one.kind === kind) ?? none;
    const mayExceed = changesTender && !cashless.includes(kind);
    if (sumOf(parts) > leftRupiah && !mayExceed) {
      throw new LapakError('REFUND_TENDER', { kind, leftRupiah });
    }
  }
  return rupiah(without + cash);
}

/** Whether it goes back to the rupiah, by itself: goods in exchange go back as cash does. */
function isExact(kind: string): boolean {
  return kind !== 'cash' && payOutKinds.some((one) => one === kind);
}

const none = { leftRupiah: rupiah(0) };

function sumOf(tenders: readonly Pick<PaidOut, 'amountRupiah'>[]): Rupiah {
  return sumRupiah(tenders.map(({ amountRupiah }) => amountRupiah));
}

/** What goes back by each means, and whether that is other than it came. */
export interface PayOut {
  readonly tenders: readonly { readonly kind: PayOutKind; readonly amountRupiah: Rupiah }[];
  readonly changesTender: boolean;
}

/**
 * How the money for lines goes back as it came: by one means where one paid enough, the largest;
 * else by those without cash, and the rest in cash.
 * @param step of the cash rounding, in rupiah
 */
export function payOutAsPaid(standing: Standing, lines: readonly LineBody[], step: number): PayOut {
  const out = {
    due: payOutFor(standing, lines),
    left: leftToPayOut(standing),
    paid: tendersLeft(standing),
    step,
  };
  return byOneMeans(out) ?? inParts(out);
}

interface ToPayOut {
  readonly due: Rupiah;
  /** Of the whole sale. */
  readonly left: Rupiah;
  /** By each means. */
  readonly paid: ReturnType<typeof tendersLeft>;
  readonly step: number;
}

/** By the means that paid most of it; undefined where none paid enough. */
function byOneMeans({ due, left, paid, step }: ToPayOut): PayOut | undefined {
  // All of it goes back by all of its means: what was rounded then comes out even.
  if (due === left && paid.length > 1) return undefined;
  const inCash = cashBack(due, left, step);
  const isRounded = inCash === -roundCash(rupiah(-due), step); // not cut to what is left
  const [whole] = paid
    .filter(({ kind, leftRupiah }) =>
      kind === 'cash' ? isRounded && leftRupiah >= inCash : leftRupiah >= due,
    )
    .toSorted((a, b) => b.leftRupiah - a.leftRupiah);
  const kind = payOutKinds.find((one) => one === whole?.kind);
  if (!kind) return undefined;
  const amountRupiah = kind === 'cash' ? inCash : due;
  return { tenders: amountRupiah > 0 ? [{ kind, amountRupiah }] : [], changesTender: false };
}

/** By those without cash as far as they paid, and the rest in cash. */
function inParts({ due, left, paid, step }: ToPayOut): PayOut {
  const leftOf = (kind: PayOutKind) => paid.find((one) => one.kind === kind) ?? none;
  let open: number = due;
  const tenders: { kind: PayOutKind; amountRupiah: Rupiah }[] = [];
  for (const kind of payOutKinds.filter((one) => one !== 'cash')) {
    const amount = Math.min(leftOf(kind).leftRupiah, open);
    if (amount > 0) tenders.push({ kind, amountRupiah: rupiah(amount) });
    open -= Math.max(0, amount);
  }
  const cash = cashBack(rupiah(open), rupiah(left - (due - open)), step);
  if (cash > 0) tenders.push({ kind: 'cash', amountRupiah: cash });
  return { tenders, changesTender: cash > leftOf('cash').leftRupiah };
}
