import { rupiah, RUPIAH_MAX, type Rupiah } from '../money.ts';
import { parseDecimal } from '../tables/read-number.ts';
import { withDecimalComma } from '../typed-number.ts';

/** How cash in the hand stands against what is due. */
export type CashPreview =
  | { readonly kind: 'short'; readonly missingRupiah: Rupiah }
  | { readonly kind: 'enough'; readonly changeRupiah: Rupiah };

/** What is still missing, or what goes back. */
export function previewCash(due: Rupiah, received: Rupiah): CashPreview {
  const over = rupiah(received - due);
  return over < 0
    ? { kind: 'short', missingRupiah: rupiah(-over) }
    : { kind: 'enough', changeRupiah: over };
}

/** Why an amount of cash is asked about once before it is taken. */
export type CashDoubt = 'large' | 'noCoins';

const DOUBT_TIMES = 10;
const DOUBT_RUPIAH = 100_000_000;
/** The smallest coin in circulation. Source: Bank Indonesia, emission year 1999. */
export const SMALLEST_COIN_RUPIAH = 50;

/**
 * What is doubtful about cash that was typed: `large`, above ten times what is due or above
 * Rp100 million; `noCoins`, a sum that no coins make. The exact sum is never doubtful.
 */
export function doubtCash(due: Rupiah, received: Rupiah): CashDoubt | null {
  if (received === due) return null;
  if (received > due * DOUBT_TIMES || received > DOUBT_RUPIAH) return 'large';
  return received % SMALLEST_COIN_RUPIAH === 0 ? null : 'noCoins';
}

/** Most digits that an amount can have: those of RUPIAH_MAX. */
const DIGITS_MAX = String(RUPIAH_MAX).length;

/**
 * Digits as they are typed, without leading zeros; nothing typed is '', and `0000` is `0`, which is
 * no exact cash.
 * @returns undefined when they are more than any amount has
 */
export function typedDigits(typed: string): string | undefined {
  const digits = typed.replace(/^0+(?=\d)/, '');
  return digits.length > DIGITS_MAX ? undefined : digits;
}

/**
 * The digits of an amount that is written as a whole.
 * @param isPasted then `50000.00` has sen; while a figure is erased a point is one of thousands
 * @returns undefined when it is no whole rupiah, below zero, or more than any amount
 */
export function writtenDigits(
  text: string,
  { isPasted }: { readonly isPasted: boolean },
): string | undefined {
  if (!isPasted && /^[\d.]*$/.test(text)) return typedDigits(text.replaceAll('.', ''));
  if (text.trim() === '') return '';
  const read = parseDecimal(withDecimalComma(text), ',');
  if (typeof read === 'string' || read.scale > 0) return undefined;
  return read.digits >= 0 && read.digits <= RUPIAH_MAX ? String(read.digits) : undefined;
}

/** An amount as the field has it that it is typed in. */
export interface TypedAmount {
  readonly digits: string;
  /** Whether a comma was typed behind it: sen are not taken, and no digit that comes then is. */
  readonly hasComma: boolean;
}

/**
 * What an amount is once its field was changed: what cannot be is as if it had not been typed, and
 * behind a comma the amount stays until it is erased or written anew.
 */
export function typeAmount(
  before: TypedAmount,
  text: string,
  { isPasted }: { readonly isPasted: boolean },
): TypedAmount {
  const { digits: known } = before;
  const digits = writtenDigits(text, { isPasted });
  if (digits === undefined || digits === known) {
    const isComma = !isPasted && text.includes(',') && known !== '';
    return { digits: known, hasComma: before.hasComma || isComma };
  }
  const isBehind = !isPasted && before.hasComma && digits.length > known.length;
  return isBehind ? before : { digits, hasComma: false };
}

/** The cash that typed digits stand for; none is the exact sum. Where nothing is due it is none. */
export function receivedCash(due: Rupiah, digits: string): Rupiah {
  if (due <= 0) return rupiah(0);
  return digits === '' ? due : rupiah(Math.min(Number(digits), RUPIAH_MAX));
}
