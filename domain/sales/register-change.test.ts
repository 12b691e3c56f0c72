import { expect, test } from 'vitest';
import { Counter, counterWithKopi, kopi, batik } from '../../test/support/counter.ts';
import { rupiah } from '../money.ts';

/** What was asked leave for. */
function asked(counter: Counter) {
  const asks = counter.done.filter((effect) => effect.kind === 'allow');
  return asks.map(({ permission, order }) => ({ permission, order }));
}

/** The till gives leave for what was asked last. */
function allow(counter: Counter): void {
  counter.tell({ kind: 'allowed', id: counter.state.cart.id });
}

function prices(counter: Counter) {
  return counter.state.cart.lines.map(({ code, agreedRupiah, discount }) => {
    return { code, agreedRupiah, discount };
  });
}

test('digits and F5 are the price of the line, once leave is given and not before', () => {
  const counter = counterWithKopi();
  counter.keys('40000');
  counter.key('F5');
  expect(asked(counter)).toMatchObject([
    { permission: 'sale.price', order: { lines: [{ code: 'KOPI-01', agreedRupiah: 40_000 }] } },
  ]);
  expect(prices(counter)).toMatchObject([{ agreedRupiah: undefined }]);

  allow(counter);
  expect(prices(counter)).toMatchObject([{ agreedRupiah: 40_000 }]);
  counter.key('Ctrl+z');
  expect(prices(counter)).toMatchObject([{ agreedRupiah: undefined }]);
});

test('digits and % are a discount in percent, digits and F7 one in rupiah, 0 takes it away', () => {
  const counter = counterWithKopi();
  counter.keys('12,5%');
  counter.pause();
  allow(counter);
  expect(prices(counter)).toMatchObject([{ discount: { kind: 'percent', rateBp: 1_250 } }]);

  counter.keys('5000');
  counter.key('F7');
  allow(counter);
  expect(prices(counter)).toMatchObject([{ discount: { kind: 'amount', amountRupiah: 5_000 } }]);

  const asks = asked(counter).length;
  counter.keys('0');
  counter.key('F7');
  expect(prices(counter)).toMatchObject([{ discount: undefined }]);
  expect(asked(counter)).toHaveLength(asks); // taking it away needs no leave
});

test('a price back to the shelf needs no leave', () => {
  const counter = counterWithKopi();
  counter.keys('40000');
  counter.key('F5');
  allow(counter);
  counter.keys('45000');
  counter.key('F5');
  expect(prices(counter)).toMatchObject([{ agreedRupiah: undefined }]);
  expect(asked(counter)).toHaveLength(1);
});

test('a price below the floor asks for the one leave that covers it', () => {
  const counter = new Counter();
  const units = kopi.units.map((unit) => ({ ...unit, floorRupiah: rupiah(42_000) }));
  counter.touch({ on: 'product', product: { ...kopi, units } });
  counter.keys('41999');
  counter.key('F5');
  expect(asked(counter)).toMatchObject([{ permission: 'sale.below-floor' }]);
});

test('leave that is not given changes nothing, and says why', () => {
  const counter = counterWithKopi();
  counter.keys('1');
  counter.key('F5');
  const failure = { code: 'BELOW_FLOOR', data: { name: 'Kopi', floorRupiah: 40_000 } };
  counter.tell({ kind: 'notAllowed', failure });
  expect(prices(counter)).toMatchObject([{ agreedRupiah: undefined }]);
  expect(counter.warned).toContain('BELOW_FLOOR');

  counter.keys('44000'); // and the next one can be asked
  counter.key('F5');
  expect(asked(counter)).toHaveLength(2);
});

test('leave for a cart that was paid meanwhile says nothing of the next one', () => {
  const counter = counterWithKopi();
  counter.keys('40000');
  counter.key('F5');
  const { id } = counter.state.cart;
  counter.tell({ kind: 'taken', id });
  counter.touch({ on: 'product', product: kopi });
  counter.tell({ kind: 'allowed', id });
  expect(prices(counter)).toMatchObject([{ agreedRupiah: undefined }]);
});

test('while one change waits for leave no other is taken', () => {
  const counter = counterWithKopi();
  const quick = { kind: 'quick', name: 'Parkir', priceRupiah: rupiah(2_000) } as const;
  counter.touch({ on: 'agree', change: quick });
  counter.touch({ on: 'agree', change: quick });
  expect(asked(counter)).toHaveLength(1);
  allow(counter);
  allow(counter);
  expect(counter.lines).toEqual([
    ['KOPI-01', 1],
    ['', 1],
  ]);
});

test('a product at another price has a line of its own, at the same price it has not', () => {
  const counter = counterWithKopi();
  counter.keys('40000');
  counter.key('F5');
  allow(counter);
  counter.touch({ on: 'product', product: kopi });
  expect(prices(counter)).toMatchObject([{ agreedRupiah: 40_000 }, { agreedRupiah: undefined }]);

  counter.keys('40000');
  counter.key('F5');
  allow(counter);
  expect(counter.lines).toEqual([['KOPI-01', 2]]);
});

test('what is agreed goes to the till with the cart, and with the sale', () => {
  const counter = counterWithKopi();
  counter.touch({ on: 'product', product: batik });
  const off = { kind: 'percent', rateBp: 1_000 } as const;
  counter.touch({ on: 'agree', change: { kind: 'discount', key: null, discount: off } });
  allow(counter);
  counter.touch({ on: 'agree', change: { kind: 'note', key: null, note: 'Bungkus kado' } });
  const kept = counter.done.findLast((effect) => effect.kind === 'keepCart');
  expect(kept?.cart).toMatchObject({ discount: off, note: 'Bungkus kado' });

  counter.key('F9');
  counter.key('Enter');
  expect(counter.orders).toMatchObject([{ discount: off, note: 'Bungkus kado' }]);
});

test('F5 without digits opens the pad for the price, which takes the keyboard too', () => {
  const counter = counterWithKopi();
  counter.key('F5');
  expect(counter.state.pad).toMatchObject({ field: 'price' });
  counter.keys('41000');
  counter.key('Enter');
  allow(counter);
  expect(prices(counter)).toMatchObject([{ agreedRupiah: 41_000 }]);
  expect(counter.lines).toEqual([['KOPI-01', 1]]);
});

test('a scan while the pad is open is a scan, and no price', () => {
  const counter = counterWithKopi();
  counter.key('F5');
  counter.scan('8991000000027');
  counter.answer(batik);
  expect(asked(counter)).toEqual([]);
  expect(counter.lines).toEqual([
    ['KOPI-01', 1],
    ['BTK-01', 1],
  ]);
});

test('digits and F5 without a line are told, and percent above a hundred are', () => {
  const counter = new Counter();
  counter.keys('40000');
  counter.key('F5');
  expect(counter.warned).toEqual(['LINE_NEEDED']);

  const other = counterWithKopi();
  other.keys('101%');
  other.pause();
  expect(other.warned).toEqual(['DISCOUNT_INVALID']);
});

test('a sale that is refused for want of leave asks for it, and can be paid then', () => {
  const counter = counterWithKopi();
  counter.key('F9');
  counter.key('Enter');
  const { id } = counter.state.cart;
  const data = { name: 'Kopi', permission: 'sale.discount' };
  counter.tell({ kind: 'refused', id, failure: { code: 'NOT_ALLOWED', data } });
  expect(asked(counter)).toMatchObject([{ permission: 'sale.discount', order: { id } }]);
  expect(counter.phase).toBe('cart');
});
