import fc from 'fast-check';
import { toCardinal } from 'n2words/id-ID';
import { expect, test } from 'vitest';
import { TERBILANG_MAX, terbilang, terbilangRupiah } from './terbilang.ts';

test.each([
  [0, 'nol'],
  [10, 'sepuluh'],
  [11, 'sebelas'],
  [12, 'dua belas'],
  [20, 'dua puluh'],
  [21, 'dua puluh satu'],
  [100, 'seratus'],
  [101, 'seratus satu'],
  [111, 'seratus sebelas'],
  [1_000, 'seribu'],
  [1_100, 'seribu seratus'],
  [2_000, 'dua ribu'],
  [11_000, 'sebelas ribu'],
  [21_000, 'dua puluh satu ribu'],
  [100_000, 'seratus ribu'],
  [101_000, 'seratus satu ribu'],
  [1_000_000, 'satu juta'],
  [1_000_017, 'satu juta tujuh belas'],
  [1_001_000, 'satu juta seribu'],
  [5_000_000, 'lima juta'],
  [11_000_000, 'sebelas juta'],
  [1_000_000_000, 'satu miliar'],
  [1_000_000_000_000, 'satu triliun'],
  [TERBILANG_MAX, 'satu kuadriliun'],
])('%i is “%s”', (whole, words) => {
  expect(terbilang(whole)).toBe(words);
});

test('money begins with a capital letter and ends with rupiah', () => {
  expect(terbilangRupiah(1_000_017)).toBe('Satu juta tujuh belas rupiah');
  expect(terbilangRupiah(0)).toBe('Nol rupiah');
});

test('every number to 100.000 is read back from its words, as another writer has them', () => {
  for (let whole = 0; whole <= 100_000; whole += 1) {
    const words = terbilang(whole);
    if (parseTerbilang(words) !== whole || words !== toCardinal(whole)) {
      expect([words, parseTerbilang(words)]).toEqual([toCardinal(whole), whole]);
    }
  }
});

test('numbers to a kuadriliun are read back from their words, as another writer has them', () => {
  const sizes = [1e9, 1e12, TERBILANG_MAX].map((max) => fc.maxSafeNat().map((n) => n % (max + 1)));
  fc.assert(
    fc.property(fc.oneof(...sizes), (whole) => {
      expect(parseTerbilang(terbilang(whole))).toBe(whole);
      expect(terbilang(whole)).toBe(toCardinal(whole));
    }),
    { numRuns: 5_000 },
  );
});

test.each([-1, 0.5, TERBILANG_MAX + 1, Number.NaN])('%d has no words', (whole) => {
  expect(() => terbilang(whole)).toThrow('not told');
});

const ONES = 'nol satu dua tiga empat lima enam tujuh delapan sembilan'.split(' ');
const SCALES = { ribu: 1e3, juta: 1e6, miliar: 1e9, triliun: 1e12, kuadriliun: 1e15 };

/** The number of words, by adding up what each says; NaN for words of no number. */
function parseTerbilang(words: string): number {
  const plain = words.replace(/\bse(puluh|belas|ratus|ribu)\b/g, 'satu $1').split(' ');
  let [sum, group, last] = [0, 0, 0];
  for (const word of plain) {
    const scale = new Map(Object.entries(SCALES)).get(word);
    if (scale !== undefined) [sum, group, last] = [sum + (group + last) * scale, 0, 0];
    else if (word === 'ratus') [group, last] = [group + last * 100, 0];
    else if (word === 'puluh') [group, last] = [group + last * 10, 0];
    else if (word === 'belas') [group, last] = [group + last + 10, 0];
    else last = ONES.includes(word) ? ONES.indexOf(word) : Number.NaN;
  }
  return sum + group + last;
}
