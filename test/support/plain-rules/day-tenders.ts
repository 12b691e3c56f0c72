import type { Chance } from '../../../electron/cli/simulate/random.ts';
import { pick, seldom } from './day-shelf.ts';
import { payInCash, type PlainTender } from './plain-price.ts';

/** How carts of the test are paid. */

/** A voucher that was given out, and where its code is kept. */
export interface DayVoucher {
  readonly code: { readonly kept: string };
  amountRupiah: number;
  isUsed: boolean;
}

/** A tender with what a line says of it. */
export interface DayTender extends PlainTender {
  readonly told: object;
  readonly restRupiah?: number;
}

const QRIS_MAX_RUPIAH = 10_000_000;

export function tender(kind: string, amountRupiah: number, told: object = toldOf(kind)): DayTender {
  return { kind, amountRupiah, told };
}

function toldOf(kind: string): object {
  switch (kind) {
    case 'qris':
      return { state: 'claimed', reference: 'RRN 4711' };
    case 'card':
      return { bank: 'BCA', approval: '012345', last: '1234' };
    case 'transfer':
      return { state: 'verified', bank: 'BNI' };
    default:
      return {};
  }
}

interface Payment {
  readonly tenders: readonly DayTender[];
  readonly givesCashBack?: true;
}

/** One of the ways to pay a sum, all but a voucher. @param step of the cash rounding */
export function paymentOf(chance: Chance, sum: number, step: number): Payment {
  if (sum === 0) return { tenders: [] };
  const means = sum > QRIS_MAX_RUPIAH ? (['card', 'transfer'] as const) : cashless;
  const kind = pick(chance, means);
  switch (chance.between(1, 8)) {
    case 1:
    case 2:
    case 3:
      return { tenders: [inCash(chance, sum, step)] };
    case 4:
      return { tenders: [tender(kind, sum)] };
    case 5: {
      const over = chance.between(1, 40_000);
      return { tenders: [tender('card', sum + over)], givesCashBack: true };
    }
    case 6: {
      if (sum === 1) return { tenders: [tender(kind, sum)] };
      const first = chance.between(1, sum - 1);
      return { tenders: [tender(kind, first), tender('transfer', sum - first)] };
    }
    default:
      return { tenders: split(chance, sum, step, kind) };
  }
}

const cashless = ['qris', 'card', 'transfer'] as const;

/** Part of it without cash, the rest in cash, in any order. */
function split(chance: Chance, sum: number, step: number, kind: string): DayTender[] {
  const first = chance.between(1, Math.max(1, sum - step));
  if (first >= sum) return [tender(kind, sum)];
  const parts = [tender(kind, first), inCash(chance, sum - first, step)];
  return seldom(chance, 2) ? parts : parts.toReversed();
}

/** Exactly, or more than it is. */
function inCash(chance: Chance, sum: number, step: number): DayTender {
  const exact = payInCash(sum, step);
  const more = seldom(chance, 2) ? 0 : 1_000 * chance.between(1, 100);
  return tender('cash', exact + more);
}

/** What is left of a sum after these, in one way. */
export function restOf(chance: Chance, left: number, step: number): DayTender[] {
  if (left <= 0) return [];
  return seldom(chance, 2) ? [inCash(chance, left, step)] : [tender('card', left)];
}
