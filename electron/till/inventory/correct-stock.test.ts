import { afterEach, beforeEach, expect, test } from 'vitest';
import { theOwner } from '../../../domain/actor.ts';
import type { CorrectionReason } from '../../../domain/inventory/correction.ts';
import { milli, pcs } from '../../../domain/quantity.ts';
import {
  aUnit,
  bookPieces,
  bookRefund,
  openTestTill,
  stockProduct,
  type TestTill,
} from '../../../test/support/test-till.ts';
import { findBarcode } from '../catalog/procedures.ts';
import { verifyBook } from '../journal/verify.ts';
import { correctStock } from './correct-stock.ts';
import { readHistory } from './procedures.ts';

let shop: TestTill;
beforeEach(async () => {
  shop = await openTestTill();
  stockProduct(shop.till, { code: 'KOPI-01', name: 'Kopi Gayo', units: [aUnit('pcs', 1, 45_000)] });
});
afterEach(() => shop.close());

function correct(reason: CorrectionReason, seen: number, quantity: number, note = '') {
  const quantities = { seenMilli: milli(seen * 1000), quantityMilli: pcs(quantity) };
  return correctStock(shop.till, theOwner, { code: 'KOPI-01', reason, note, ...quantities });
}

function onHand(): number {
  return findBarcode(shop.till, { barcode: 'KOPI-01' }).product.onHandMilli;
}

test('a count, goods that came in and goods that left bring the stock along', async () => {
  expect(correct('counted', 0, 50)).toEqual({ onHandMilli: pcs(50) });
  expect(correct('received', 50, 24)).toEqual({ onHandMilli: pcs(74) });
  expect(correct('damaged', 74, 3)).toEqual({ onHandMilli: pcs(71) });
  expect(correct('lost', 71, 1)).toEqual({ onHandMilli: pcs(70) });
  expect(correct('own-use', 70, 2)).toEqual({ onHandMilli: pcs(68) });
  expect(correct('other', 68, 60, 'dipinjam')).toEqual({ onHandMilli: pcs(60) });

  expect(onHand()).toBe(pcs(60));
  expect(await verifyBook(shop.till)).toMatchObject({ ok: true });
});

test('of two corrections of what was seen once, the second is told and changes nothing', () => {
  correct('counted', 0, 50);

  correct('damaged', 50, 3);
  expect(() => correct('received', 50, 24)).toThrow(
    expect.objectContaining({ code: 'STOCK_CHANGED', data: { onHandMilli: 47_000 } }),
  );

  const never = Number.MAX_SAFE_INTEGER / 1000; // nobody has seen as much
  expect(() => correct('received', never, 24)).toThrow('STOCK_CHANGED');

  expect(onHand()).toBe(pcs(47));
  expect(readHistory(shop.till, { code: 'KOPI-01', limit: 9 })).toHaveLength(2);
});

test('a product that is gone is told', () => {
  const counted = {
    reason: 'counted',
    seenMilli: pcs(0),
    quantityMilli: pcs(1),
    note: '',
  } as const;

  expect(() => correctStock(shop.till, theOwner, { code: 'X', ...counted })).toThrow(
    'PRODUCT_GONE',
  );
});

test('the history has sales, refunds and corrections, newest first', () => {
  correct('counted', 0, 50, 'rak belakang');
  shop.clock.now += 60_000;
  const { receipt } = bookPieces(shop.till, 2);
  shop.clock.now += 60_000;
  bookRefund(shop.till, receipt, 1);
  shop.clock.now += 60_000;
  correct('damaged', 49, 4);

  const history = readHistory(shop.till, { code: 'KOPI-01', limit: 9 });

  expect(history.map(({ kind, quantityMilli }) => [kind, quantityMilli])).toEqual([
    ['damaged', -4_000],
    ['refund', 1_000],
    ['sale', -2_000],
    ['counted', 50_000],
  ]);
  expect(history[2]).toMatchObject({ document: receipt.number, cashier: 'kasir-1', note: '' });
  expect(history[3]).toMatchObject({ document: '', note: 'rak belakang', cashier: 'kasir-1' });
  expect(readHistory(shop.till, { code: 'KOPI-01', limit: 1 })).toEqual(history.slice(0, 1));
});
