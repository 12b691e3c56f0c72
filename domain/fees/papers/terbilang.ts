import { assert } from '../../assert.ts';

/** Most that is written out: one kuadriliun, far above any sum of money here. */
export const TERBILANG_MAX = 1_000_000_000_000_000;

const DIGITS = [
  'nol',
  'satu',
  'dua',
  'tiga',
  'empat',
  'lima',
  'enam',
  'tujuh',
  'delapan',
  'sembilan',
] as const;

/** Thousands upon thousands, largest first. */
const SCALES = [
  ['kuadriliun', 1_000_000_000_000_000],
  ['triliun', 1_000_000_000_000],
  ['miliar', 1_000_000_000],
  ['juta', 1_000_000],
  ['ribu', 1_000],
] as const;

/**
 * A whole number in Indonesian words, as a kuitansi has it: `satu juta tujuh belas`. One before
 * belas, puluh, ratus and ribu is `se-`, before juta and above it is `satu`. Source: KBBI; EYD V.
 * @throws InvariantError on a fraction, below 0 or above TERBILANG_MAX
 */
export function terbilang(whole: number): string {
  assert(Number.isSafeInteger(whole) && whole >= 0 && whole <= TERBILANG_MAX, `not told: ${whole}`);
  if (whole === 0) return DIGITS[0];
  const words: string[] = [];
  let rest = whole;
  for (const [name, size] of SCALES) {
    const count = Math.floor(rest / size);
    rest -= count * size;
    if (count === 0) continue;
    words.push(name === 'ribu' && count === 1 ? 'seribu' : `${underThousand(count)} ${name}`);
  }
  return [...words, ...(rest === 0 ? [] : [underThousand(rest)])].join(' ');
}

/** A sum of money as it stands on a kuitansi: `Satu juta tujuh belas rupiah`. */
export function terbilangRupiah(amountRupiah: number): string {
  const words = `${terbilang(amountRupiah)} rupiah`;
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function underThousand(count: number): string {
  const hundreds = Math.floor(count / 100);
  const rest = count % 100;
  const words = [
    ...(hundreds === 0 ? [] : [hundreds === 1 ? 'seratus' : `${digit(hundreds)} ratus`]),
    ...(rest === 0 ? [] : [underHundred(rest)]),
  ];
  return words.join(' ');
}

function underHundred(count: number): string {
  if (count < 10) return digit(count);
  if (count === 10) return 'sepuluh';
  if (count === 11) return 'sebelas';
  if (count < 20) return `${digit(count - 10)} belas`;
  const ones = count % 10;
  const tens = `${digit(Math.floor(count / 10))} puluh`;
  return ones === 0 ? tens : `${tens} ${digit(ones)}`;
}

function digit(count: number): string {
  return DIGITS[count] ?? '';
}
