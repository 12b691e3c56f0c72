import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatWhole, rupiah, RUPIAH_MAX } from '../money.ts';
import {
  doubtCash,
  previewCash,
  receivedCash,
  typeAmount,
  type TypedAmount,
  typedDigits,
  writtenDigits,
} from './cash.ts';

test('more than is due gives change, less says what is missing', () => {
  expect(previewCash(rupiah(18_000), rupiah(20_000))).toEqual({
    kind: 'enough',
    changeRupiah: 2_000,
  });
  expect(previewCash(rupiah(18_000), rupiah(18_000))).toEqual({ kind: 'enough', changeRupiah: 0 });
  expect(previewCash(rupiah(18_000), rupiah(5_000))).toEqual({
    kind: 'short',
    missingRupiah: 13_000,
  });
});

test('cash received is always what is due, plus the change or less what is missing', () => {
  const sum = fc.integer({ min: 0, max: RUPIAH_MAX });
  fc.assert(
    fc.property(sum, sum, (due, received) => {
      const preview = previewCash(rupiah(due), rupiah(received));
      const back = preview.kind === 'enough' ? preview.changeRupiah : -preview.missingRupiah;
      expect(due + back).toBe(received);
    }),
  );
});

test.each([
  ['50000', '50000'],
  ['00500', '500'],
  ['0000', '0'],
  ['', ''],
  ['1000000000000', '1000000000000'],
  ['99999999999999', undefined],
])('“%s” typed is the amount “%s”', (text, digits) => {
  expect(typedDigits(text)).toBe(digits);
});

test.each(['50000', '50.000', 'Rp50.000', 'Rp 50.000,00', '50.000,-', '50000.00', '50000,00'])(
  '“%s” pasted is fifty thousand rupiah',
  (text) => {
    expect(writtenDigits(text, { isPasted: true })).toBe('50000');
  },
);

test.each(['45.000,50', '-5000', '−5000', '1e6', 'lima', '99999999999999'])(
  '“%s” is no cash, whether it is pasted or written',
  (text) => {
    expect(writtenDigits(text, { isPasted: true })).toBeUndefined();
    expect(writtenDigits(text, { isPasted: false })).toBeUndefined();
  },
);

test('sen that are pasted behind a point are no cash', () => {
  expect(writtenDigits('45000.50', { isPasted: true })).toBeUndefined();
});

test.each([
  ['45.00', '4500'],
  ['5.000.00', '500000'],
  ['.000', '0'],
  ['', ''],
])('a figure that is erased in an amount leaves the others: “%s” is “%s”', (text, digits) => {
  expect(writtenDigits(text, { isPasted: false })).toBe(digits);
});

test('an amount typed key by key is never more than what was before a comma', () => {
  const keys = fc.array(fc.constantFrom(...'0123456789,.'), { maxLength: 12 });
  fc.assert(
    fc.property(fc.integer({ min: 1, max: RUPIAH_MAX }), keys, (whole, behind) => {
      const { digits, hasComma } = typedByKeys([...String(whole), ',', ...behind]);
      expect(digits).toBe(String(whole));
      expect(hasComma).toBe(true);
    }),
  );
});

test.each(['1.000.000,00', '1000000,5', '1.000.000,'])(
  '“%s” typed key by key is a million rupiah, and takes no sen',
  (text) => {
    expect(typedByKeys([...text])).toEqual({ digits: '1000000', hasComma: true });
  },
);

test('behind a comma an amount goes on once it is erased or pasted', () => {
  const held = { digits: '50000', hasComma: true };
  expect(typeAmount(held, '5.000', { isPasted: false })).toEqual(free('5000'));
  expect(typeAmount(held, '7', { isPasted: false })).toEqual(free('7'));
  expect(typeAmount(held, '750.000', { isPasted: true })).toEqual(free('750000'));
  expect(typeAmount(free(''), ',', { isPasted: false })).toEqual(free(''));
  expect(typeAmount(free('500'), '500 lima', { isPasted: true })).toEqual(free('500'));
});

const free = (digits: string): TypedAmount => ({ digits, hasComma: false });

/** As a field has it that writes what it holds anew behind each key. */
function typedByKeys(keys: readonly string[]): TypedAmount {
  return keys.reduce<TypedAmount>((before, key) => {
    const shown = before.digits === '' ? '' : formatWhole(Number(before.digits));
    return typeAmount(before, `${shown}${key}`, { isPasted: false });
  }, free(''));
}

test('nothing typed is the exact sum, zeros are not', () => {
  expect(receivedCash(rupiah(45_000), '')).toBe(45_000);
  expect(receivedCash(rupiah(45_000), '0')).toBe(0);
  expect(receivedCash(rupiah(45_000), '50000')).toBe(50_000);
  expect(receivedCash(rupiah(45_000), '9999999999999')).toBe(RUPIAH_MAX);
});

test.each([
  [45_000, 450_000, null],
  [45_000, 450_050, 'large'],
  [20_000_000, 100_000_000, null],
  [20_000_000, 100_000_050, 'large'],
  [95_000, 100_234, 'noCoins'],
  [95_000, 100_250, null],
  [12_345, 12_345, null],
])('Rp%i paid with Rp%i is doubted as: %s', (due, received, doubt) => {
  expect(doubtCash(rupiah(due), rupiah(received))).toBe(doubt);
});
