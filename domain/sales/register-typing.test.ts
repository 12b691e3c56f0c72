import { expect, test } from 'vitest';
import {
  batik,
  Counter,
  counterWithKopi,
  found,
  kopi,
  receipt,
  unknown,
} from '../../test/support/counter.ts';
import { SETTLE_MS } from '../surface.ts';

test('digits and Enter are the quantity, whatever has the focus, each time anew', () => {
  const counter = counterWithKopi();
  for (const digits of ['5', '7', '4']) {
    counter.keys(digits);
    counter.pause();
    counter.key('Enter', 200, { isOnButton: true });
  }
  expect(counter.lines).toEqual([['KOPI-01', 4]]);
});

test('digits and Enter are the quantity in the empty search too', () => {
  const counter = counterWithKopi();
  counter.keys('4');
  counter.pause();
  counter.key('F2');
  counter.key('Enter', 200, { place: 'search' });

  expect(counter.lines).toEqual([['KOPI-01', 4]]);
});

test('Enter with no digits pending presses the button that has the focus', () => {
  const counter = counterWithKopi();
  expect(counter.key('Enter', 200, { isOnButton: true })).toBe('no');
});

test.each(['0', ',', '99999', '1,2345'])('%s * is refused in words', (text) => {
  const counter = counterWithKopi();
  counter.keys(`${text}*`);
  counter.pause();

  expect(counter.warned).toEqual(['QUANTITY_INVALID']);
  expect(counter.state.typed).toEqual({ text: '', next: undefined });
});

test('digits of five figures and Enter are refused in words, not taken for a quantity', () => {
  const counter = counterWithKopi();
  counter.keys('12345');
  counter.pause();
  counter.key('Enter', 400);

  expect(counter.warned).toEqual(['QUANTITY_INVALID']);
  expect(counter.lines).toEqual([['KOPI-01', 1]]);
});

test('a quantity with no line to have it is refused in words', () => {
  const counter = new Counter();
  counter.keys('5');
  counter.pause();
  counter.key('Enter', 400);

  expect(counter.warned).toEqual(['QUANTITY_WITHOUT_LINE']);
});

test('digits before a product that is touched are its quantity', () => {
  const counter = new Counter();
  counter.keys('5');
  counter.pause();
  counter.touch({ on: 'product', product: kopi });

  expect(counter.lines).toEqual([['KOPI-01', 5]]);
});

test('a quantity that was fixed outlives an unknown code', () => {
  const counter = new Counter();
  counter.keys('3*');
  counter.scan('8990000000005');
  counter.answer('unknown');
  counter.scan('8991000000010');
  counter.answer(kopi);

  expect(counter.lines).toEqual([['KOPI-01', 3]]);
});

test('a quantity is given back to what comes next, not to what comes after that', () => {
  const counter = new Counter();
  counter.keys('3*');
  counter.scan('8990000000005');
  counter.scan('8991000000010');
  counter.tell({ kind: 'lookedUp', ticket: 0, answer: unknown('8990000000005') });
  counter.tell({ kind: 'lookedUp', ticket: 1, answer: found(kopi) });
  counter.scan('8991000000027');
  counter.answer(batik);

  expect(counter.lines).toEqual([
    ['KOPI-01', 1],
    ['BTK-01', 1],
  ]);
});

test('a quantity that was typed over does not come back with the next scan', () => {
  const counter = new Counter();
  counter.keys('3*');
  counter.later(1_000);
  counter.keys('5');
  counter.pause();
  counter.later(1_000);
  counter.scan('8991000000010');
  counter.answer(kopi);

  expect(counter.lines).toEqual([['KOPI-01', 1]]);
});

test('lesson 21: digits that were not fixed are not taken over by a scan', () => {
  const counter = new Counter();
  counter.keys('2');
  counter.pause();
  counter.scan('8991000000010');
  counter.answer(kopi);

  expect(counter.lines).toEqual([['KOPI-01', 1]]);
});

test('letters typed outside of any field are searched for, and may be a code', () => {
  const counter = new Counter();
  counter.keys('tempe');
  counter.pause();
  expect(counter.state.search).toEqual({ text: 'tempe', isFromPage: true });
  expect(counter.done).toContainEqual({ kind: 'focusSearch' });

  counter.tell({
    kind: 'act',
    act: { on: 'searchText', text: 'tempe-1' },
    atMs: counter.atMs,
    by: 'text',
  });
  expect(counter.state.search).toEqual({ text: 'tempe-1', isFromPage: true });
});

test('letters and Enter at once take the best match', () => {
  const counter = new Counter();
  counter.keys('tempe');
  counter.key('Enter');

  expect(counter.done.at(-2)).toMatchObject({ kind: 'findBest', text: 'tempe', category: '' });
  counter.tell({ kind: 'lookedUp', ticket: 0, answer: found(batik) });
  expect(counter.lines).toEqual([['BTK-01', 1]]);
  expect(counter.state.search.text).toBe('');
});

test('words are searched for in the tab that is open, however fast they are typed', () => {
  const counter = new Counter();
  counter.touch({ on: 'category', category: 'Keripik' });
  counter.keys('kopi');
  counter.key('Enter');

  expect(counter.done.at(-2)).toMatchObject({ text: 'kopi', category: 'Keripik' });
  counter.tell({ kind: 'lookedUp', ticket: 0, answer: { kind: 'none' } });
  expect(counter.lines).toEqual([]);
  expect(counter.state).toMatchObject({ scans: [], lost: [], search: { text: 'kopi' } });
});

test('words whose product is found late come into the cart that they were typed for', () => {
  const counter = counterWithKopi();
  counter.keys('tempe');
  counter.key('Enter');
  counter.key('F9');
  counter.key('Enter', SETTLE_MS);
  expect(counter.orders).toEqual([]); // it is waited for

  counter.tell({ kind: 'lookedUp', ticket: 0, answer: found(batik) });
  counter.key('Enter', SETTLE_MS);
  expect(counter.orders[0]?.lines).toMatchObject([{ code: 'KOPI-01' }, { code: 'BTK-01' }]);
});

test('a quantity that was fixed is that of the product which is searched for', () => {
  const counter = new Counter();
  counter.keys('3*');
  counter.keys('tempe');
  counter.key('Enter');
  counter.tell({ kind: 'lookedUp', ticket: 0, answer: found(batik) });

  expect(counter.lines).toEqual([['BTK-01', 3]]);
});

test('letters with figures and Enter at once are looked up as a code', () => {
  const counter = new Counter();
  counter.keys('kopi-1', 150);
  counter.key('Enter');

  expect(counter.done).toContainEqual(expect.objectContaining({ kind: 'lookUp', code: 'kopi-1' }));
  expect(counter.state.search.text).toBe('');
});

test('the search is empty after the sale', () => {
  const counter = counterWithKopi();
  counter.tell({ kind: 'act', act: { on: 'searchText', text: 'k' }, atMs: 1, by: 'text' });
  counter.key('F9');
  counter.key('Enter');
  counter.tell({ kind: 'booked', receipt: receipt(counter.orders[0]?.id ?? '') });

  expect(counter.state.search.text).toBe('');
});

test('keys of the register do nothing on another screen or under a menu', () => {
  const counter = counterWithKopi();
  counter.key('F9', 200, { isCovered: true });
  counter.tell({ kind: 'screen', screen: 'other' });
  counter.key('F9');

  expect(counter.phase).toBe('cart');
});

test('digits that are pending are told before the payment opens, and are no quantity', () => {
  const counter = counterWithKopi();
  counter.keys('4');
  counter.pause();
  counter.key('F9');
  expect(counter.phase).toBe('cart');
  expect(counter.warned).toEqual(['QUANTITY_UNUSED']);

  counter.key('F9');
  expect(counter.phase).toBe('paying');
  expect(counter.lines).toEqual([['KOPI-01', 1]]);
});

test('under a menu nothing is typed, and a scan is one all the same', () => {
  const counter = counterWithKopi();
  for (const key of ['+', '4', 'k', 'o']) {
    counter.key(key, 200, { isCovered: true });
    counter.pause();
  }
  expect(counter.lines).toEqual([['KOPI-01', 1]]);
  expect(counter.state).toMatchObject({ typed: { text: '' }, search: { text: '' } });

  counter.later();
  for (const digit of '8991000000027') counter.key(digit, 4, { isCovered: true });
  counter.key('Enter', 4, { isCovered: true });
  counter.answer(batik);
  expect(counter.lines).toContainEqual(['BTK-01', 1]);
});

test.each(['F1', 'F3', 'F5', 'F6', 'F7', 'F10'])("%s is never the browser's", (key) => {
  const counter = counterWithKopi();
  expect(counter.key(key)).toBe('default');
  counter.key('F9');
  expect(counter.key(key, 400)).toBe('default');
  expect(counter.key(key, 400, { isCovered: true })).toBe('default');
});
