import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ShelfProduct } from '../catalog/product.ts';
import { LapakError } from '../errors.ts';
import { rupiah, SALE_MAX } from '../money.ts';
import { milli, MILLI_MAX, pcs } from '../quantity.ts';
import {
  addToCart,
  isBeyondStock,
  changeLineUnit,
  orderLines,
  repriceCart,
  removeLine,
  setLineQuantity,
  stepLine,
  type CartLines,
} from './cart.ts';
import { lineKey } from './line-key.ts';
import { LINES_MAX } from './order.ts';

const empty: CartLines = [];
const kaos = product('kaos-m', 55_000, { lusin: 600_000 });
const kopi = product('kopi', 25_000);

function product(code: string, price: number, more: Record<string, number> = {}): ShelfProduct {
  const units = Object.entries({ pcs: price, ...more }).map(([unit, priceRupiah]) => ({
    unit,
    factorMilli: pcs(unit === 'lusin' ? 12 : 1),
    priceRupiah: rupiah(priceRupiah),
    barcodes: [],
  }));
  return { code, name: `Barang ${code}`, category: '', units, onHandMilli: pcs(10) };
}

function key(code: string, unit = 'pcs'): string {
  return lineKey({ code, unit });
}

function codeOf(act: () => unknown): string {
  try {
    act();
  } catch (error) {
    if (error instanceof LapakError) return error.code;
    throw error;
  }
  return 'nothing was thrown';
}

test('the same product and unit goes to the line that is there, which keeps its place', () => {
  const lines = [kaos, kopi, kaos].reduce(
    (cart, one) => addToCart(cart, one, 'pcs', pcs(1)),
    empty,
  );
  expect(orderLines(lines)).toEqual([
    { code: 'kaos-m', unit: 'pcs', quantityMilli: 2000, priceRupiah: 55_000 },
    { code: 'kopi', unit: 'pcs', quantityMilli: 1000, priceRupiah: 25_000 },
  ]);
});

test('another unit of the same product is another line with its own price', () => {
  const lines = addToCart(addToCart(empty, kaos, 'pcs', pcs(1)), kaos, 'lusin', pcs(1));
  expect(lines.map((line) => [line.unit, line.priceRupiah])).toEqual([
    ['pcs', 55_000],
    ['lusin', 600_000],
  ]);
});

test('a line takes the newest price with the next unit of it', () => {
  const lines = addToCart(empty, kopi, 'pcs', pcs(1));
  expect(addToCart(lines, product('kopi', 27_000), 'pcs', pcs(1))).toMatchObject([
    { quantityMilli: 2000, priceRupiah: 27_000 },
  ]);
});

test('one less stops at one unit, and at half a unit when there is only half', () => {
  const one = addToCart(empty, kopi, 'pcs', pcs(1));
  const half = addToCart(empty, kopi, 'pcs', milli(500));
  const oneAndHalf = addToCart(empty, kopi, 'pcs', milli(1500));
  expect(stepLine(one, key('kopi'), -1)).toEqual(one);
  expect(stepLine(half, key('kopi'), -1)).toEqual(half);
  expect(stepLine(oneAndHalf, key('kopi'), -1)).toEqual(oneAndHalf);
  expect(stepLine(one, key('kopi'), 1)[0]?.quantityMilli).toBe(2000);
});

test('a quantity is set, and never more than a million', () => {
  const lines = addToCart(empty, product('kertas', 1), 'pcs', pcs(1));
  expect(setLineQuantity(lines, key('kertas'), milli(250))[0]?.quantityMilli).toBe(250);
  const most = setLineQuantity(lines, key('kertas'), milli(MILLI_MAX));
  expect(stepLine(most, key('kertas'), 1)[0]?.quantityMilli).toBe(MILLI_MAX);
});

test('a line that is removed takes only itself away', () => {
  const lines = addToCart(addToCart(empty, kaos, 'pcs', pcs(1)), kopi, 'pcs', pcs(1));
  expect(orderLines(removeLine(lines, key('kaos-m')))).toEqual([
    { code: 'kopi', unit: 'pcs', quantityMilli: 1000, priceRupiah: 25_000 },
  ]);
});

test('a changed unit takes its price, and merges with the line that has that unit', () => {
  const lines = addToCart(addToCart(empty, kaos, 'pcs', pcs(2)), kaos, 'lusin', pcs(1));
  expect(orderLines(changeLineUnit(lines, key('kaos-m'), 'lusin'))).toEqual([
    { code: 'kaos-m', unit: 'lusin', quantityMilli: 3000, priceRupiah: 600_000 },
  ]);
  expect(changeLineUnit(lines, key('kaos-m'), 'kodi')).toEqual(lines);
});

test('a line takes the price that its unit has now, and no other line does', () => {
  const lines = addToCart(addToCart(empty, kaos, 'lusin', pcs(2)), kopi, 'pcs', pcs(1));
  const now = repriceCart(lines, [
    { code: 'kaos-m', unit: 'lusin', priceRupiah: 650_000 },
    { code: 'kaos-m', unit: 'pcs', priceRupiah: 60_000 },
  ]);

  expect(now.map((line) => line.priceRupiah)).toEqual([650_000, 25_000]);
  expect(changeLineUnit(now, lineKey({ code: 'kaos-m', unit: 'lusin' }), 'pcs')[0]).toMatchObject({
    priceRupiah: 60_000,
  });
});

test('a line is beyond the stock when its units hold more than there is', () => {
  const lines = addToCart(addToCart(empty, kaos, 'lusin', pcs(1)), kopi, 'pcs', pcs(1));
  const [twelve] = lines;
  if (!twelve) throw new Error('a line');

  expect(isBeyondStock({ ...twelve, onHandMilli: pcs(12) })).toBe(false);
  expect(isBeyondStock({ ...twelve, onHandMilli: pcs(11) })).toBe(true);
});

test('a unit that the product is not sold in is refused', () => {
  expect(codeOf(() => addToCart(empty, kopi, 'kodi', pcs(1)))).toBe('PRODUCT_UNKNOWN');
});

test('the line after the last one that fits is refused, more of a line is not', () => {
  let lines = empty;
  for (let i = 0; i < LINES_MAX; i++) lines = addToCart(lines, product(`p${i}`, 1), 'pcs', pcs(1));
  expect(codeOf(() => addToCart(lines, kopi, 'pcs', pcs(1)))).toBe('CART_FULL');
  expect(addToCart(lines, product('p0', 1), 'pcs', pcs(1))[0]?.quantityMilli).toBe(2000);
});

test('a total that no sale can have is refused, also past the safe integers', () => {
  const dear = product('rumah', SALE_MAX);
  const lines = addToCart(empty, dear, 'pcs', pcs(1));
  expect(codeOf(() => stepLine(lines, key('rumah'), 1))).toBe('TOTAL_TOO_LARGE');
  expect(codeOf(() => setLineQuantity(lines, key('rumah'), milli(MILLI_MAX)))).toBe(
    'TOTAL_TOO_LARGE',
  );
});

test('lesson 22: however products come, each has one line and all its units are counted', () => {
  const coming = fc.array(fc.tuple(fc.constantFrom(kaos, kopi), fc.integer({ min: 1, max: 5000 })));
  fc.assert(
    fc.property(coming, (parts) => {
      const lines = parts.reduce<CartLines>(
        (cart, [one, quantity]) => addToCart(cart, one, 'pcs', milli(quantity)),
        [],
      );
      expect(new Set(lines.map(lineKey)).size).toBe(lines.length);
      const counted = lines.reduce((sum, line) => sum + line.quantityMilli, 0);
      expect(counted).toBe(parts.reduce((sum, [, quantity]) => sum + quantity, 0));
    }),
  );
});
