import { expect, test } from 'vitest';
import { batik, type Counter, counterWithKopi, receipt } from '../../test/support/counter.ts';
import { rupiah } from '../money.ts';
import type { Tender } from '../payments/tender.ts';
import { pcs } from '../quantity.ts';
import { SETTLE_MS } from '../surface.ts';
import { dueRupiah, leftToPay } from './register-due.ts';

const qris = (amount: number): Tender => {
  return { kind: 'qris', amountRupiah: rupiah(amount), state: 'verified' };
};

/** With a kopi of Rp45.000 on the payment screen. */
function paying(): Counter {
  const counter = counterWithKopi();
  counter.key('F9');
  return counter;
}

/** What the open payment without cash is asked for. */
function asked({ state: { phase } }: Counter) {
  return phase.kind === 'paying' ? phase.tendering : undefined;
}

function take(counter: Counter, tender: Tender, givesCashBack = false): void {
  counter.touch({ on: 'takeTender', tender, givesCashBack });
}

test('F6 asks for all that is left by QRIS, and what has come is the sale', () => {
  const counter = paying();
  counter.key('F6');
  expect(asked(counter)).toEqual({ kind: 'qris', amountRupiah: 45_000 });
  expect(counter.orders).toEqual([]); // a QR that is shown is no payment
  take(counter, qris(45_000));
  expect(counter.orders).toMatchObject([
    { tenders: [{ kind: 'qris', amountRupiah: 45_000 }], expectedTotalRupiah: 45_000 },
  ]);
});

test('while a scan of the cart is looked up no payment is asked for less than all of it', () => {
  const counter = counterWithKopi();
  counter.scan('8991000000027');
  counter.key('F9');
  counter.key('F6');
  expect(asked(counter)).toBeNull();
  expect(counter.done.at(-1)).toEqual({ kind: 'beep' });
  counter.answer(batik);
  counter.key('F6');
  expect(asked(counter)).toEqual({ kind: 'qris', amountRupiah: 395_000 });
});

test('goods scanned while a QRIS is shown come into the cart by F7, which leaves it', () => {
  const counter = paying();
  counter.key('F6');
  counter.scan('8991000000027');
  counter.answer(batik);
  counter.key('F7', 800);
  expect(counter.state.phase).toMatchObject({ kind: 'paying', tendering: null });
  counter.key('F6');
  expect(asked(counter)).toEqual({ kind: 'qris', amountRupiah: 395_000 });
});

test('digits before F6 are that much by QRIS; the rest is asked for, and paid in cash', () => {
  const counter = paying();
  counter.keys('20000');
  counter.key('F6', 800);
  expect(asked(counter)).toMatchObject({ amountRupiah: 20_000 });
  take(counter, qris(20_000));
  expect(counter.orders).toEqual([]);
  expect(dueRupiah(counter.state)).toBe(25_000);
  counter.later();
  counter.key('Enter', SETTLE_MS);
  expect(counter.orders).toMatchObject([
    {
      tenders: [
        { kind: 'qris', amountRupiah: 20_000 },
        { kind: 'cash', amountRupiah: 25_000 },
      ],
    },
  ]);
});

test('too little cash is a part once a person has said so, and not by an Enter', () => {
  const counter = paying();
  counter.keys('20000');
  counter.key('Enter', 800);
  expect(counter.state.phase).toMatchObject({ doubt: 'part' });
  counter.key('Enter', SETTLE_MS); // the safe answer
  expect(counter.state.cart.tenders).toBeUndefined();
  counter.key('Enter', SETTLE_MS);
  counter.touch({ on: 'takeSurely' });
  expect(counter.state.cart.tenders).toEqual([{ kind: 'cash', amountRupiah: 20_000 }]);
  expect(leftToPay(counter.state)).toEqual({ cashRupiah: 25_000, cashlessRupiah: 25_000 });
});

test('a second tap on the answer takes no second part', () => {
  const counter = paying();
  counter.keys('20000');
  counter.key('Enter', 800);
  counter.touch({ on: 'takeSurely' });
  counter.touch({ on: 'takeSurely' }, 60);
  counter.touch({ on: 'take' }, 120);
  expect(counter.orders).toEqual([]);
  expect(counter.state.cart.tenders).toHaveLength(1);
});

test('what was taken is kept with the till, and outlives going back to the cart', () => {
  const counter = paying();
  counter.keys('20000');
  counter.key('F6', 800);
  take(counter, qris(20_000));
  const kept = counter.done.findLast((effect) => effect.kind === 'keepCart');
  expect(kept?.cart.tenders).toMatchObject([{ kind: 'qris', amountRupiah: 20_000 }]);
  counter.key('Escape', SETTLE_MS);
  expect(counter.phase).toBe('cart');
  counter.touch({ on: 'product', product: batik });
  counter.key('F9');
  expect(dueRupiah(counter.state)).toBe(375_000);
});

test('a cart that money was taken for is not emptied, by no way', () => {
  const counter = paying();
  counter.keys('20000');
  counter.key('F6', 800);
  take(counter, qris(20_000));
  counter.key('Escape', SETTLE_MS);
  counter.key('F4');
  counter.key('Delete');
  counter.key('Ctrl+z');
  expect(counter.lines).toEqual([['KOPI-01', 1]]);
  expect(counter.warned).toEqual(['TENDERS_TAKEN', 'TENDERS_TAKEN']);
  counter.key('F9');
  counter.touch({ on: 'dropTender', at: 0 });
  counter.key('Escape', SETTLE_MS);
  counter.key('Delete');
  expect(counter.lines).toEqual([]);
});

test('more than is left is taken as it was, once a person gives the rest back in cash', () => {
  const counter = paying();
  counter.keys('50000');
  counter.key('F8', 800);
  expect(asked(counter)).toEqual({ kind: 'card', amountRupiah: 50_000 });
  const card = { kind: 'card', bank: 'BCA', approval: '012345', last: '1234' } as const;
  take(counter, { ...card, amountRupiah: rupiah(50_000) });
  expect(counter.orders).toEqual([]);
  take(counter, { ...card, amountRupiah: rupiah(50_000) }, true);
  expect(counter.orders).toMatchObject([
    { tenders: [{ amountRupiah: 50_000 }], givesCashBack: true, expectedTotalRupiah: 45_000 },
  ]);
});

test('cash back that needs leave is asked for, and the sale goes on once it is given', () => {
  const counter = paying();
  counter.keys('50000');
  counter.key('F8', 800);
  const card = { kind: 'card', bank: 'BCA', approval: '012345', last: '1234' } as const;
  const tender = { ...card, amountRupiah: rupiah(50_000) };
  take(counter, tender, true);
  const [sent] = counter.orders;
  const failure = { code: 'CASH_BACK_LEAVE', data: { overRupiah: 5_000 } };
  counter.tell({ kind: 'refused', id: sent?.id ?? '', failure });
  expect(counter.phase).toBe('paying');
  expect(counter.done.at(-1)).toMatchObject({
    kind: 'allow',
    permission: 'sale.cash-back',
    order: { id: sent?.id, overRupiah: 5_000 },
  });
  counter.tell({ kind: 'allowed', id: sent?.id ?? '' });
  expect(counter.orders).toEqual([sent, sent]);
});

test('without leave for cash back the payment stays, with what was taken', () => {
  const counter = paying();
  counter.keys('50000');
  counter.key('F6', 800);
  take(counter, qris(50_000), true);
  const id = counter.orders[0]?.id ?? '';
  counter.tell({
    kind: 'refused',
    id,
    failure: { code: 'CASH_BACK_LEAVE', data: { overRupiah: 5_000 } },
  });
  counter.tell({ kind: 'notAllowed', failure: null });
  expect(counter.phase).toBe('paying');
  expect(counter.state.cart.tenders).toEqual([qris(50_000)]);
  expect(counter.orders).toHaveLength(1);
});

test('a cart that became cheaper than what was taken gives back when a person says so', () => {
  const counter = counterWithKopi();
  counter.touch({ on: 'product', product: batik });
  counter.key('F9');
  counter.keys('100000');
  counter.key('F6', 800);
  take(counter, qris(100_000));
  counter.key('Escape', SETTLE_MS);
  counter.key('Delete'); // the batik
  counter.key('F9');
  counter.key('Enter', SETTLE_MS);
  expect(counter.state.phase).toMatchObject({ doubt: 'over' });
  counter.touch({ on: 'takeSurely' });
  expect(counter.orders).toMatchObject([
    { tenders: [{ kind: 'qris', amountRupiah: 100_000 }], givesCashBack: true },
  ]);
});

test('more than Rp10 million by QRIS is refused before it is shown', () => {
  const counter = paying();
  counter.touch({ on: 'cashText', text: '10000001', isPasted: true });
  counter.key('F6', 800);
  expect(asked(counter)).toBeNull();
  expect(counter.state.phase).toMatchObject({ failure: { code: 'QRIS_AMOUNT' } });
});

test('Esc leaves the QRIS, then the payment, and takes nothing', () => {
  const counter = paying();
  counter.key('F6');
  counter.key('Escape', SETTLE_MS);
  expect(asked(counter)).toBeNull();
  expect(counter.phase).toBe('paying');
  counter.key('Escape', SETTLE_MS);
  expect(counter.phase).toBe('cart');
  expect(counter.state.cart.tenders).toBeUndefined();
});

test('digits typed while a QRIS is shown are no cash', () => {
  const counter = paying();
  counter.key('F6');
  counter.keys('99');
  counter.key('Escape', SETTLE_MS);
  expect(counter.cash).toBe('');
});

test('a sale that was paid begins the next cart with nothing taken', () => {
  const counter = paying();
  counter.key('F6');
  take(counter, qris(45_000));
  counter.tell({ kind: 'booked', receipt: receipt(counter.orders[0]?.id ?? '') });
  expect(counter.state.cart).not.toHaveProperty('tenders');
  expect(counter.state.cart.lines).toEqual([]);
});

test('what is over by less than a coin is paid without a question, and the order says so', () => {
  const counter = counterWithKopi();
  const lines = [{ at: 0, quantityMilli: pcs(1), isRestocked: true }];
  const returned = { number: 'ABC-000001', lines, reason: 'Salah ukuran' };
  const tender: Tender = { kind: 'exchange', amountRupiah: rupiah(45_030), ...returned };
  const { id } = counter.state.cart;
  counter.touch({ on: 'exchange', id, tender });
  counter.key('F9', 900);
  counter.key('Enter', SETTLE_MS);
  expect(counter.orders).toMatchObject([
    { tenders: [tender], givesCashBack: true, expectedTotalRupiah: 45_030 },
  ]);
});

test('goods in exchange are a part of the payment, and what is over goes back', () => {
  const counter = counterWithKopi();
  const lines = [{ at: 0, quantityMilli: pcs(1), isRestocked: true }];
  const returned = { number: 'ABC-000001', lines, reason: 'Salah ukuran' };
  const tender: Tender = { kind: 'exchange', amountRupiah: rupiah(60_000), ...returned };
  const { id } = counter.state.cart;
  counter.touch({ on: 'exchange', id, tender });
  expect(leftToPay(counter.state).cashlessRupiah).toBe(-15_000);
  counter.key('F9', 900);
  counter.key('Enter', SETTLE_MS);
  expect(counter.orders).toEqual([]); // asked first
  counter.touch({ on: 'takeSurely' });
  expect(counter.orders).toMatchObject([{ tenders: [tender], givesCashBack: true }]);
});

test('while a cart is paid it is not held, and an exchange for the next one says so', () => {
  const counter = counterWithKopi();
  counter.key('F9');
  const before = counter.state.cart.id;
  counter.touch({ on: 'switchCart', name: '', to: null, fresh: 'next' });
  expect(counter.state.cart.id).toBe(before);
  const lines = [{ at: 0, quantityMilli: pcs(1), isRestocked: true }];
  const returned = { number: 'ABC-000001', lines, reason: 'Salah ukuran' };
  const tender: Tender = { kind: 'exchange', amountRupiah: rupiah(60_000), ...returned };
  counter.touch({ on: 'exchange', id: 'next', tender });

  expect(counter.warned).toEqual(['EXCHANGE_NOT_TAKEN']);
  expect(counter.state.cart).not.toHaveProperty('tenders');
});

test('an exchange is given up with its cart, and none is taken for another cart', () => {
  const counter = counterWithKopi();
  const lines = [{ at: 0, quantityMilli: pcs(1), isRestocked: true }];
  const returned = { number: 'ABC-000001', lines, reason: 'Salah ukuran' };
  const tender: Tender = { kind: 'exchange', amountRupiah: rupiah(60_000), ...returned };
  counter.touch({ on: 'exchange', id: 'another', tender });
  expect(counter.warned).toEqual(['EXCHANGE_NOT_TAKEN']);
  counter.touch({ on: 'exchange', id: counter.state.cart.id, tender });
  counter.touch({ on: 'clear' });
  counter.touch({ on: 'clearSurely' });
  expect(counter.state.cart).not.toHaveProperty('tenders');
});

test('a voucher that is scanned while it is paid opens its payment, else it is told', () => {
  const counter = counterWithKopi();
  counter.scan('LV1*7EK2M1BYSMM1');
  expect(counter.warned).toEqual(['VOUCHER_BEFORE_PAY']);
  counter.key('F9', 900);
  counter.scan('LV1*7EK2M1BYSMM1');
  expect(asked(counter)).toEqual({
    kind: 'credit',
    amountRupiah: 45_000,
    code: 'LV1*7EK2M1BYSMM1',
  });
  counter.scan('LV1*222222222222');
  expect(asked(counter)).toMatchObject({ code: 'LV1*222222222222' });
});

test('what the stall does not take is begun by no key', () => {
  const counter = paying();
  counter.tell({ kind: 'tendersInUse', kinds: ['qris'] });
  counter.key('F8');
  expect(asked(counter)).toBeNull();
  expect(counter.done.at(-1)).toEqual({ kind: 'beep' });
  counter.key('F6');
  expect(asked(counter)).toMatchObject({ kind: 'qris' });
});

test('what was taken, or is being taken, while it was in use is paid with all the same', () => {
  const counter = paying();
  counter.keys('20000');
  counter.key('F6', 800);
  take(counter, qris(20_000));
  counter.later();
  counter.key('F6');
  counter.tell({ kind: 'tendersInUse', kinds: [] });
  take(counter, qris(25_000));
  expect(counter.orders).toMatchObject([{ tenders: [qris(20_000), qris(25_000)] }]);
});

test('the same goods are not exchanged twice in a cart, and are given up by a touch', () => {
  const counter = counterWithKopi();
  const lines = [{ at: 0, quantityMilli: pcs(1), isRestocked: true }];
  const returned = { number: 'ABC-000001', lines, reason: 'Salah ukuran' };
  const tender: Tender = { kind: 'exchange', amountRupiah: rupiah(60_000), ...returned };
  const { id } = counter.state.cart;
  counter.touch({ on: 'exchange', id, tender });
  counter.touch({ on: 'exchange', id, tender });
  expect(counter.warned).toEqual(['EXCHANGE_TWICE']);
  counter.touch({ on: 'dropTender', at: 0 });
  expect(counter.state.cart).not.toHaveProperty('tenders');
});

test('more goods of one sale join the exchange that a cart has of it', () => {
  const counter = counterWithKopi();
  const line = (at: number) => ({ at, quantityMilli: pcs(1), isRestocked: true });
  const about = { kind: 'exchange', number: 'ABC-000001', reason: 'Salah ukuran' } as const;
  const of = (amount: number, lines: ReturnType<typeof line>[]) => {
    return { ...about, amountRupiah: rupiah(amount), lines };
  };
  const { id } = counter.state.cart;
  counter.touch({ on: 'exchange', id, tender: of(12_033, [line(0)]) });
  const both = of(17_000, [line(0), line(1)]);
  counter.touch({ on: 'exchange', id, tender: both });
  expect(counter.state.cart.tenders).toEqual([both]);
  counter.touch({ on: 'exchange', id, tender: of(5_011, [line(2)]) }); // beside it, not with it
  expect(counter.warned).toEqual(['EXCHANGE_TWICE']);
  expect(counter.state.cart.tenders).toEqual([both]);
});

test('a cart that became cheaper needs less of its voucher, which pays nothing out', () => {
  const counter = paying();
  const credit: Tender = { kind: 'credit', amountRupiah: rupiah(60_000), code: '7EK2M1BYSMM1' };
  counter.key('PageUp');
  take(counter, { ...credit, amountRupiah: rupiah(45_000) });
  expect(counter.orders).toMatchObject([{ tenders: [{ kind: 'credit', amountRupiah: 45_000 }] }]);
});
