import { type DecimalMark, parseDecimal } from '../../tables/read-number.ts';
import { senOf, senOfNumber } from './sen.ts';

/** An amount taken apart: its number, still as text, and the words that tell its direction. */
export interface AmountParts {
  /** Without sign and currency; a number where the cell of a sheet holds one. */
  readonly bare: string | number;
  /** `-` for brackets and every minus; words in capitals without a point: `CR`, `DB`. */
  readonly marks: readonly string[];
}

const TEXT_MAX = 40;
/** A sign, the currency, a sign, the number with `,-` for `,00`, a sign or a word. */
const shape = new RegExp(
  [
    String.raw`^([-+−(]?)\s*(?:rp\.?|idr)?\s*([-+−]?)\s*`,
    String.raw`([.,]?\d(?:[\d., ]*\d)?(?:[.,]-{0,2})?)\s*`,
    String.raw`([-+−)]|[a-z]{1,7}\.?)?$`,
  ].join(''),
  'i',
);
const none: readonly string[] = [];

/** Takes an amount apart: `3,528,964.00 CR`, `1.000,00-`, `(500)`, `+Rp 5.000`, `.00`; or null. */
export function splitAmount(cell: string | number): AmountParts | null {
  if (typeof cell === 'number') {
    return { bare: Math.abs(cell), marks: cell < 0 ? ['-'] : none };
  }
  const text = cell.replace(/^[\s']+/, '').trimEnd();
  if (text.length > TEXT_MAX) return null;
  if (/^\d+(?:\.\d\d)?$/.test(text)) return { bare: text, marks: none };
  const found = shape.exec(text.replace(/\u00A0/g, ' '));
  if (!found) return null;
  const [, before = '', inner = '', number = '', after = ''] = found;
  if ((before === '(') !== (after === ')')) return null;
  const marks = [before, inner, after === ')' ? '' : after].filter((mark) => mark !== '');
  return {
    bare: /^[.,]/.test(number) ? `0${number}` : number,
    marks: marks.map((mark) => (/^[-−(]$/.test(mark) ? '-' : plainMark(mark))),
  };
}

/** A word that tells a direction, as profiles list them. */
export function plainMark(text: string): string {
  return text
    .trim()
    .replace(/[.:]+$/, '')
    .toUpperCase();
}

/** Hundredths of a rupiah, never below nothing; or why it is none. */
export function senOfParts(
  { bare }: AmountParts,
  decimal: DecimalMark,
  isInSen: boolean,
): number | 'amountInvalid' | 'amountTooLarge' {
  if (typeof bare === 'number') return senOfNumber(bare, isInSen);
  const parsed = parseDecimal(bare, decimal);
  if (parsed === 'numberTooLarge') return 'amountTooLarge';
  if (parsed === 'numberInvalid') return 'amountInvalid';
  return senOf(parsed, isInSen);
}

/**
 * The direction that marks tell: 1 in, −1 out, 0 none; null when they contradict each other or one
 * of them is not known.
 */
export function directionOf(
  marks: readonly string[],
  signs: { readonly in: readonly string[]; readonly out: readonly string[] },
): 1 | -1 | 0 | null {
  let direction: 1 | -1 | 0 = 0;
  for (const mark of marks) {
    const told = signs.in.includes(mark) ? 1 : signs.out.includes(mark) ? -1 : null;
    if (told === null || (direction !== 0 && direction !== told)) return null;
    direction = told;
  }
  return direction;
}
