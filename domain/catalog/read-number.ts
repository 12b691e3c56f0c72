/** A number as people write it in a spreadsheet, or why it is none. */
export type ReadNumber = { readonly value: number } | { readonly reason: NumberReason };
export type NumberReason = 'numberInvalid' | 'numberTooLarge' | 'numberNegative' | 'rupiahFraction';

/**
 * A price in whole rupiah. `Rp 12.500`, `12,500`, `12500` and `12.500,00` are all 12500: one kind
 * of separator before groups of three is of thousands, else the last separator is the decimal
 * one. A fraction of a rupiah is refused.
 */
export function readRupiah(text: string, max: number): ReadNumber {
  const cleaned = clean(text).replace(/^rp\.?/i, '');
  const isGrouped = /^-?\d{1,3}([.,])\d{3}(\1\d{3})*$/.test(cleaned);
  const plain = isGrouped ? cleaned.replace(/[.,]/g, '') : toDecimalPoint(cleaned);
  return check(plain, { max, scale: 1, fraction: 'rupiahFraction' });
}

/** A quantity in thousandths. A single separator is the decimal one: `1,5` and `1.5` are 1500. */
export function readMilli(text: string, max: number): ReadNumber {
  return check(toDecimalPoint(clean(text)), { max, scale: 1000, fraction: 'numberInvalid' });
}

function clean(text: string): string {
  return text.replace(/[\s\u00a0\u202f]/g, '');
}

/** The last of `.` and `,` is the decimal separator, the other one of thousands. */
function toDecimalPoint(text: string): string {
  const at = Math.max(text.lastIndexOf('.'), text.lastIndexOf(','));
  if (at < 0) return text;
  return `${text.slice(0, at).replace(/[.,]/g, '')}.${text.slice(at + 1)}`;
}

function check(
  plain: string,
  rule: { readonly max: number; readonly scale: number; readonly fraction: NumberReason },
): ReadNumber {
  const [, sign, whole, rest = ''] = /^(-?)(\d{1,15})(?:\.(\d*))?$/.exec(plain) ?? [];
  if (whole === undefined) return { reason: 'numberInvalid' };
  const places = String(rule.scale).length - 1;
  if (/[1-9]/.test(rest.slice(places))) return { reason: rule.fraction };
  const value = Number(whole) * rule.scale + Number(rest.slice(0, places).padEnd(places, '0'));
  if (value > rule.max) return { reason: 'numberTooLarge' };
  if (sign === '-' && value > 0) return { reason: 'numberNegative' };
  return { value };
}
