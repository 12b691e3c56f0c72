import { expect, test } from 'vitest';
import { milli, pcs } from '../quantity.ts';
import { readQuantity } from './typed-quantity.ts';
import { asTyped, type LineBack, lineOfScan, stepBack } from './count-back.ts';

const kopi: LineBack = { code: 'KOPI-01', unit: 'pcs', leftMilli: pcs(2), text: '' };
const lusin: LineBack = { code: 'SBL-01', unit: 'lusin', leftMilli: pcs(1), text: '' };

test('a scan counts onto the first line of its product that has anything left', () => {
  const lines = [lusin, { ...kopi, text: '2' }, { ...kopi, leftMilli: pcs(0) }, kopi, kopi];

  expect(lineOfScan(lines, { code: 'KOPI-01', unit: 'pcs' })).toEqual({ at: 3 });
});

test('a scan of what the receipt has not, or has no more of, counts onto no line', () => {
  const lines = [{ ...kopi, text: '2' }];

  expect(lineOfScan(lines, { code: 'BTK-01', unit: 'pcs' })).toEqual({ why: 'notHere' });
  expect(lineOfScan(lines, { code: 'KOPI-01', unit: 'pcs' })).toEqual({ why: 'allBack' });
});

test('a piece that is scanned is no dozen that was sold', () => {
  expect(lineOfScan([lusin], { code: 'SBL-01', unit: 'pcs' })).toEqual({ why: 'otherUnit' });
  expect(lineOfScan([lusin], { code: 'SBL-01', unit: 'lusin' })).toEqual({ at: 0 });
});

test('one more is at most what is left, and one less at least nothing', () => {
  const cut = { leftMilli: milli(1_500), text: '1' };

  expect(stepBack(cut, 1)).toBe('1,5');
  expect(stepBack({ ...cut, text: '1,5' }, 1)).toBe('1,5');
  expect(stepBack({ ...cut, text: '0,5' }, -1)).toBe('');
  expect(stepBack({ ...cut, text: 'x' }, 1)).toBe('1');
});

test('all of a line reads as it was filled in, above a thousand too', () => {
  expect(asTyped(pcs(1_500))).toBe('1500');
  expect(readQuantity(asTyped(milli(1_500_250)))).toBe(1_500_250);
  expect(asTyped(milli(0))).toBe('');
});
