import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rupiah, RUPIAH_MAX } from '../money.ts';
import { previewCash, typedRupiah } from './cash.ts';

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
  ['50000', 50_000],
  ['Rp50.000', 50_000],
  ['', 0],
  ['lima', 0],
  ['99999999999999999999', RUPIAH_MAX],
])('“%s” typed is %i rupiah', (text, amount) => {
  expect(typedRupiah(text)).toBe(amount);
});
