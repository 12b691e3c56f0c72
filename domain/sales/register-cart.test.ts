import { expect, test } from 'vitest';
import { batik, counterWithKopi, found, kopi, paid } from '../../test/support/counter.ts';
import { SETTLE_MS } from '../surface.ts';
import { lastAdded } from './register-state.ts';

test('F4 then Enter keeps the cart, and one that was emptied can be brought back', () => {
  const counter = counterWithKopi();
  counter.key('F4');
  counter.key('Enter', SETTLE_MS);
  expect(counter.lines).toEqual([['KOPI-01', 1]]);

  const { id } = counter.state.cart;
  counter.key('F4');
  counter.touch({ on: 'clearSurely' });
  expect(counter.lines).toEqual([]);
  counter.keys('+');
  counter.pause();
  counter.key('Ctrl+z');
  expect(counter.lines).toEqual([['KOPI-01', 1]]);
  expect(counter.state.cart.id).toBe(id); // the till keeps it as empty, under no other name
});

test('what came into the cart last is told, also when its line is not the last', () => {
  const counter = counterWithKopi();
  counter.touch({ on: 'product', product: batik });
  expect(lastAdded(counter.state)).toMatchObject({ code: 'BTK-01' });
  counter.touch({ on: 'product', product: kopi });
  expect(lastAdded(counter.state)).toMatchObject({ code: 'KOPI-01', quantityMilli: 2_000 });

  counter.touch({ on: 'remove' });
  expect(lastAdded(counter.state)).toBeUndefined();
});

test('a cart that is emptied comes back whole, with what was scanned before and came late', () => {
  const counter = counterWithKopi();
  counter.scan('8991000000027');
  counter.key('F4');
  counter.touch({ on: 'clearSurely' });
  counter.answer(batik);
  expect(counter.lines).toEqual([['BTK-01', 1]]);
  counter.key('Ctrl+z');
  expect(counter.lines).toEqual([
    ['KOPI-01', 1],
    ['BTK-01', 1],
  ]);
});

test('what is scanned after the cart was emptied goes back first, then the emptying', () => {
  const counter = counterWithKopi();
  counter.key('F4');
  counter.touch({ on: 'clearSurely' });
  counter.scan('8991000000027');
  counter.answer(batik);
  counter.key('Ctrl+z');
  expect(counter.lines).toEqual([]);

  counter.key('Ctrl+z');
  expect(counter.lines).toEqual([['KOPI-01', 1]]);
});

test('the last ten steps can be taken back, and no more', () => {
  const counter = counterWithKopi();
  for (let more = 0; more < 12; more += 1) counter.touch({ on: 'step', units: 1 });
  expect(counter.lines).toEqual([['KOPI-01', 13]]);

  for (let back = 0; back < 20; back += 1) counter.key('Ctrl+z');
  expect(counter.lines).toEqual([['KOPI-01', 3]]);
});

test('of scans that come faster than their answers the newest goes back first', () => {
  const counter = counterWithKopi();
  counter.scan('8991000000027');
  counter.scan('8991000000014');
  const asked = counter.done.filter((effect) => effect.kind === 'lookUp');
  for (const { ticket, code } of asked) {
    const answer = found(code === '8991000000027' ? batik : kopi);
    counter.tell({ kind: 'lookedUp', ticket, answer });
  }
  expect(counter.lines).toEqual([
    ['KOPI-01', 2],
    ['BTK-01', 1],
  ]);
  counter.key('Ctrl+z');
  expect(counter.lines).toEqual([
    ['KOPI-01', 1],
    ['BTK-01', 1],
  ]);
});

test('a sale that was paid takes nothing back', () => {
  const counter = paid();
  counter.key('Enter');
  counter.key('Ctrl+z');
  expect(counter.lines).toEqual([]);
});
