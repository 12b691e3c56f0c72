/** A number as people write it in a spreadsheet, or why it is none. */
export type ReadNumber = { readonly value: number } | { readonly reason: NumberReason };
type NumberReason = 'numberInvalid' | 'numberTooLarge' | 'numberNegative' | 'rupiahFraction';

/**
 * A price in whole rupiah. `Rp 12.500`, `12,500`, `12500`, `12.500,00` and `12.500,-` are all
 * 12500: a separator before groups of three is of thousands, in a price also when it comes once.
 * A fraction of a rupiah is refused.
 */
export function readRupiah(text: string, max: number): ReadNumber {
  const cleaned = clean(text)
    .replace(/^(-?)rp\.?/i, '$1')
    .replace(/,-{1,2}$/, '');
  const isGrouped = /^-?[1-9]\d{0,2}[.,]\d{3}$/.test(cleaned);
  const plain = isGrouped ? cleaned.replace(/[.,]/, '') : toDecimalPoint(cleaned);
  return check(plain, { max, scale: 1, fraction: 'rupiahFraction' });
}

/**
 * A quantity in thousandths. A separator that comes once is the decimal one: `1,5` and `1.5` are
 * 1500, and `1.500` too. Two kinds, or one kind twice, are of thousands: `1.500.000`, `1.500,25`.
 */
export function readMilli(text: string, max: number): ReadNumber {
  return check(toDecimalPoint(clean(text)), { max, scale: 1000, fraction: 'numberInvalid' });
}

function clean(text: string): string {
  return text.replace(/[\s\u00a0\u202f]/g, '');
}

/** Digits with at most a decimal point; '' when the separators make no sense: `1.25.000`. */
function toDecimalPoint(text: string): string {
  if (/^-?\d+([.,]\d*)?$/.test(text)) return text.replace(',', '.');
  const grouped =
    /^(-?\d{1,3}(?:\.\d{3})+)(?:,(\d*))?$/.exec(text) ??
    /^(-?\d{1,3}(?:,\d{3})+)(?:\.(\d*))?$/.exec(text);
  if (!grouped) return '';
  const [, thousands = '', rest = ''] = grouped;
  return `${thousands.replace(/[.,]/g, '')}.${rest}`;
}

function check(
  plain: string,
  rule: { readonly max: number; readonly scale: number; readonly fraction: NumberReason },
): ReadNumber {
  const [, sign, whole, rest = ''] = /^(-?)0*(\d+)(?:\.(\d*))?$/.exec(plain) ?? [];
  if (whole === undefined) return { reason: 'numberInvalid' };
  if (whole.length > 15) return { reason: 'numberTooLarge' };
  const places = String(rule.scale).length - 1;
  if (/[1-9]/.test(rest.slice(places))) return { reason: rule.fraction };
  const value = Number(whole) * rule.scale + Number(rest.slice(0, places).padEnd(places, '0'));
  if (value > rule.max) return { reason: 'numberTooLarge' };
  if (sign === '-' && value > 0) return { reason: 'numberNegative' };
  return { value };
}
