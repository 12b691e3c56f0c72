/** The mark before the decimals; the other one parts thousands. */
export const decimalMarks = [',', '.'] as const;
export type DecimalMark = (typeof decimalMarks)[number];

/** A decimal number, exact: digits ÷ 10^scale. */
export interface Decimal {
  readonly digits: number;
  readonly scale: number;
}

/** Why a text is no number; `numberTooLarge` has more than 15 digits. */
export type NumberFault = 'numberInvalid' | 'numberTooLarge';

/** 15 digits are always a safe integer. */
const DIGITS_MAX = 15;
const SCALE_MAX = 6;

const shapes: Readonly<Record<DecimalMark, RegExp>> = {
  ',': /^(-?)(\d+|[1-9]\d{0,2}(?:\.\d{3})+)(?:,(\d*))?$/,
  '.': /^(-?)(\d+|[1-9]\d{0,2}(?:,\d{3})+)(?:\.(\d*))?$/,
};

/**
 * Reads a number with or without thousands separators and a currency sign: with a decimal comma
 * `12500`, `Rp 12.500`, `12.500,00` and `12.500,-` are all 12500.
 */
export function parseDecimal(cell: string, mark: DecimalMark): Decimal | NumberFault {
  const [, sign = '', whole, rest = ''] = shapes[mark].exec(bareNumber(cell)) ?? [];
  if (whole === undefined) return 'numberInvalid';
  const fraction = rest.replace(/0+$/, '');
  if (fraction.length > SCALE_MAX) return 'numberInvalid';
  const digits = `${whole.replace(/\D/g, '')}${fraction}`.replace(/^0+(?=\d)/, '');
  if (digits.length > DIGITS_MAX) return 'numberTooLarge';
  const isNegative = sign !== '' && digits !== '0';
  return { digits: isNegative ? -Number(digits) : Number(digits), scale: fraction.length };
}

/** Without blanks and currency sign, a hyphen for minus; `,-` at the end as `,00`. */
export function bareNumber(cell: string): string {
  if (/^[\d.,]*\d$/.test(cell)) return cell; // most of them
  return cell
    .replace(/\s/g, '')
    .replace(/^−/, '-')
    .replace(/^(-?)(?:rp\.?|idr|[£$€])/i, '$1')
    .replace(/[.,]-{1,2}$/, (end) => `${end.charAt(0)}00`);
}
