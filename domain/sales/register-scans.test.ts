import { expect, test } from 'vitest';
import {
  batik,
  Counter,
  counterWithKopi,
  kopi,
  paid,
  receipt,
} from '../../test/support/counter.ts';
import { SETTLE_MS } from '../surface.ts';
import { pcs } from '../quantity.ts';
import { handOver } from './handed-over.ts';
import { stepRegister } from './register.ts';
import { openingRegister } from './register-state.ts';
import { plainTerms } from '../../test/support/plain-sale.ts';

test('a scan is one unit, whatever has the focus, and its Enter does nothing else', () => {
  const counter = new Counter();
  counter.scan('8991000000010');
  counter.answer(kopi);

  expect(counter.lines).toEqual([['KOPI-01', 1]]);
  expect(counter.key('Enter', 300)).toBe('all');
});

test('scans come into the cart in their order, however late the first one is answered', () => {
  const counter = new Counter();
  counter.scan('8991000000010');
  counter.scan('8991000000027');
  counter.answer(batik);
  expect(counter.lines).toEqual([]);

  const [first] = counter.done.filter((effect) => effect.kind === 'lookUp');
  const answer = { kind: 'found', product: kopi, unit: 'pcs' } as const;
  counter.tell({ kind: 'lookedUp', ticket: first?.ticket ?? -1, answer });
  expect(counter.lines).toEqual([
    ['KOPI-01', 1],
    ['BTK-01', 1],
  ]);
});

test.each(['1234567', '100234', 'ABCDEF'])(
  'the short code %s into the open sheet is no cash',
  (code) => {
    const counter = counterWithKopi();
    counter.key('F9');
    counter.scan(code, { gapMs: 37 });

    expect(counter.cash).toBe('');
    expect(counter.orders).toEqual([]);
  },
);

test('what was scanned during a payment is in the next cart once it is paid', () => {
  const counter = counterWithKopi();
  counter.key('F9');
  counter.scan('8991000000010');
  counter.answer(batik);
  counter.key('Enter', SETTLE_MS);
  counter.tell({ kind: 'booked', receipt: receipt(counter.orders[0]?.id ?? '') });

  expect(counter.orders[0]?.lines.map(({ code }) => code)).toEqual(['KOPI-01']);
  expect(counter.phase).toBe('paid');
  expect(counter.lines).toEqual([['BTK-01', 1]]);
});

test('what was scanned during a payment comes into its cart when the sheet is closed', () => {
  const counter = counterWithKopi();
  counter.key('F9');
  counter.scan('8991000000010');
  counter.answer(batik);
  counter.key('Escape', SETTLE_MS);

  expect(counter.lines.at(-1)).toEqual(['BTK-01', 1]);
});

test('F9 right behind a scan takes its money with it, and waits for the answer', () => {
  const counter = counterWithKopi();
  counter.scan('8991000000010');
  counter.key('F9', 20);
  counter.key('Enter', SETTLE_MS);
  expect(counter.orders).toEqual([]);

  counter.answer(batik);
  counter.key('Enter');
  expect(counter.orders[0]).toMatchObject({ expectedTotalRupiah: 395_000 });
});

test('an unknown scan stays told while good ones come', () => {
  const counter = new Counter();
  counter.scan('8990000000005');
  counter.answer('unknown');
  counter.scan('8991000000010');
  counter.answer(kopi);

  expect(counter.lost).toEqual(['8990000000005']);
  counter.touch({ on: 'seen' });
  expect(counter.lost).toEqual([]);
});

test('a scan right behind the payment begins the next sale, and the change stays told', () => {
  const counter = paid();
  counter.keys('8991000000010', 4);
  counter.key('Enter', 4);
  counter.answer(batik);

  expect(counter.lines).toEqual([['BTK-01', 1]]);
  expect(counter.state.phase).toMatchObject({ kind: 'cart', last: { changeRupiah: 5_000 } });
  expect(counter.state.cart.after).not.toBeNull();
  counter.touch({ on: 'changeSeen' });
  expect(counter.state.phase).toMatchObject({ kind: 'cart', last: null });
  expect(counter.state.cart.after).toBeNull();
});

test('a code that goes on while the payment is booked stays one code', () => {
  const counter = counterWithKopi();
  counter.key('F9');
  counter.key('Enter');
  counter.later();
  counter.keys('899100', 4);
  counter.tell({ kind: 'booked', receipt: receipt(counter.orders[0]?.id ?? '') });
  counter.keys('0000010', 4);
  counter.key('Enter', 4);

  expect(counter.done.filter(({ kind }) => kind === 'lookUp')).toEqual([
    expect.objectContaining({ code: '8991000000010', isWhole: true }),
  ]);
});

test.each(['Tab', 'Enter', ''])(
  'a slow code closes the question and is added: suffix %s',
  (suffix) => {
    const counter = counterWithKopi();
    counter.key('F4');
    counter.later();
    for (const digit of '8991000000010') {
      counter.key(digit, 110);
      counter.tell({ kind: 'pause', pausedMs: 100 });
    }
    if (suffix === '') counter.pause();
    else counter.key(suffix, 110);
    counter.answer(batik);

    expect(counter.state.over).toBe('nothing');
    expect(counter.lines).toEqual([
      ['KOPI-01', 1],
      ['BTK-01', 1],
    ]);
  },
);

test('a short code off a slow scanner is a scan where nobody types', () => {
  const counter = counterWithKopi();
  counter.key('F4');
  counter.later();
  for (const character of 'BTK-01') {
    counter.key(character, 120);
    counter.tell({ kind: 'pause', pausedMs: 100 });
  }
  expect(counter.key('Enter', 120)).toBe('all');
  counter.answer(batik);
  expect(counter.lines).toHaveLength(2);

  counter.tell({ kind: 'screen', screen: 'catalog' });
  counter.later();
  counter.keys('BTK-01', 120);
  counter.key('Enter', 120);
  expect(counter.done.at(-1)).toEqual({ kind: 'scannedInCatalog', code: 'BTK-01', isWhole: true });
});

test('a scan whose answer was lost is looked up again', () => {
  const counter = new Counter();
  counter.scan('8991000000010');
  counter.tell({ kind: 'connection', is: 'lost' });
  counter.tell({ kind: 'lookedUp', ticket: 0, answer: { kind: 'unanswered' } });
  counter.tell({ kind: 'connection', is: 'open' });
  counter.tell({ kind: 'resumed', id: counter.state.cart.id, isElsewhere: false, receipt: null });

  expect(counter.done.filter(({ kind }) => kind === 'lookUp')).toHaveLength(2);
  counter.answer(kopi);
  expect(counter.lines).toEqual([['KOPI-01', 1]]);
});

test('a scan on the catalog’s screen is the catalog’s, on any other screen it stays told', () => {
  const counter = new Counter();
  counter.tell({ kind: 'screen', screen: 'catalog' });
  counter.scan('8991000000010');
  expect(counter.done.at(-1)).toEqual({
    kind: 'scannedInCatalog',
    code: '8991000000010',
    isWhole: true,
  });

  counter.later();
  counter.keys('8991000', 4);
  counter.pause();
  expect(counter.done.at(-1)).toMatchObject({ code: '8991000', isWhole: false });

  counter.tell({ kind: 'unheard', code: '8991000000010' }); // its list is not there: an import
  counter.tell({ kind: 'screen', screen: 'other' });
  counter.scan('8991000000027');
  expect(counter.state.lost).toMatchObject([
    { code: '8991000000010', failure: { code: 'SCAN_NOT_ADDED' } },
    { code: '8991000000027', failure: { code: 'SCAN_NOT_ADDED' } },
  ]);
  expect(counter.lines).toEqual([]);
});

test('a scan on the screen of the sales is for the refund that is open there', () => {
  const counter = new Counter();
  counter.tell({ kind: 'screen', screen: 'sales' });
  counter.scan('8991000000010');
  expect(counter.done.at(-1)).toEqual({
    kind: 'scannedInSales',
    code: '8991000000010',
    isWhole: true,
  });
  expect(counter.state.lost).toEqual([]);

  counter.tell({ kind: 'unheard', code: '8991000000010' }); // no refund is open
  expect(counter.state.lost).toMatchObject([{ failure: { code: 'SCAN_NOT_ADDED' } }]);
  expect(counter.lines).toEqual([]);
});

test('a receipt’s QR is for the screen of the sales, whatever screen hears it', () => {
  const counter = new Counter();
  const code = 'https://hub.example/#LP1*0123456789abcdef';
  for (const screen of ['register', 'catalog', 'sales', 'other'] as const) {
    counter.tell({ kind: 'screen', screen });
    counter.later();
    counter.scan(code);
    expect(counter.done.at(-1)).toEqual({ kind: 'scannedReceipt', code });
  }
  expect(counter.lines).toEqual([]);
});

test('a scan that began while the screen changed is whole on the new one', () => {
  const counter = new Counter();
  counter.later();
  counter.keys('89910', 4);
  counter.tell({ kind: 'screen', screen: 'catalog' });
  counter.keys('00000010', 4);
  counter.key('Enter', 4);

  expect(counter.done.at(-1)).toEqual({
    kind: 'scannedInCatalog',
    code: '8991000000010',
    isWhole: true,
  });
});

test('a code longer than any, and more scans than are kept, are told as lost', () => {
  const counter = new Counter();
  counter.scan('9'.repeat(201));
  expect(counter.done.filter(({ kind }) => kind === 'lookUp')).toEqual([]);
  expect(counter.lost).toEqual(['9'.repeat(200)]);

  for (let at = 0; at < 201; at += 1) counter.scan(`8991${String(at).padStart(9, '0')}`);
  expect(counter.state.scans).toHaveLength(200);
  expect(counter.lost).toEqual(['9'.repeat(200), '8991000000200']);
});

test('what was scanned before the cart was known, and what nobody saw, outlive a reload', () => {
  const { newId } = new Counter();
  const gone = new Counter();
  gone.scan('8990000000005');
  gone.answer('unknown');
  const lost = handOver(gone.state, undefined, null);
  expect(lost).toMatchObject({ cart: { id: gone.state.cart.id, unkept: null }, scans: [] });

  const opening = stepRegister(
    openingRegister(plainTerms(), newId),
    { kind: 'handedOver', handed: lost },
    newId,
  );
  expect(opening.state.lost.map(({ code }) => code)).toEqual(['8990000000005']);
  const scans = [{ code: '8991000000010', isWhole: true, quantityMilli: pcs(2) }];
  const again = stepRegister(
    opening.state,
    { kind: 'handedOver', handed: { lost: [], scans } },
    newId,
  );
  const { id: fresh } = again.state.cart;
  expect(handOver(again.state, undefined, lost)).toEqual({ ...lost, fresh, scans });
});

test('what waits for the cart comes into it, whatever screen is open by then', () => {
  const { newId } = new Counter();
  const opening = openingRegister(plainTerms(), newId);
  const { state } = stepRegister(opening, { kind: 'screen', screen: 'catalog' }, newId);
  const scans = [{ code: '8991000000010', isWhole: true, quantityMilli: null }];
  const none = { lines: [], gone: [], paid: null, leftAtMs: null, otherPages: 0 };
  const cart = { id: newId(), ...none, scans, isElsewhere: false };

  const opened = stepRegister(state, { kind: 'opened', cart, unkept: null }, newId);

  expect(opened.state.scans).toMatchObject([{ code: '8991000000010' }]);
  expect(opened.effects.map(({ kind }) => kind)).not.toContain('scannedInCatalog');
});

test('a code is looked up before the cart with it is kept, which waits for a disk', () => {
  const counter = new Counter();
  counter.scan('8991000000010');

  expect(counter.done.slice(-2)).toMatchObject([{ kind: 'lookUp' }, { kind: 'keepCart' }]);
});
