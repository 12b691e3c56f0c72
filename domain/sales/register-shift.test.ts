import { expect, test } from 'vitest';
import {
  batik,
  Counter,
  counterWithKopi,
  counterWithoutShift,
  receipt,
} from '../../test/support/counter.ts';
import type { CashCount } from '../shifts/cash-count.ts';
import { SETTLE_MS } from '../surface.ts';

const float: CashCount = [{ valueRupiah: 10_000, pieces: 5 }];

test('the first sale of a day opens a shift in place, and is paid behind it', () => {
  const counter = counterWithoutShift();
  counter.key('F9');
  expect(counter.state.over).toBe('shift');
  expect(counter.phase).toBe('cart');

  counter.touch({ on: 'openShift', float });
  expect(counter.floats).toEqual([float]);
  counter.tell({ kind: 'shift', isOpen: true });
  expect(counter.phase).toBe('paying');
  expect(counter.orders).toEqual([]);
  counter.key('Enter', SETTLE_MS);
  expect(counter.orders).toMatchObject([{ lines: [{ code: 'KOPI-01' }] }]);
});

test('Esc leads back from the sheet to the cart, which is as it was', () => {
  const counter = counterWithoutShift();
  counter.key('F9');
  counter.key('Escape', SETTLE_MS);

  expect(counter.state.over).toBe('nothing');
  expect(counter.phase).toBe('cart');
  expect(counter.lines).toEqual([['KOPI-01', 1]]);
  expect(counter.floats).toEqual([]);
});

test('before the till has said whether a shift is open, money is taken as ever', () => {
  const counter = counterWithKopi();
  counter.key('F9');

  expect(counter.phase).toBe('paying');
});

test('an empty cart asks for no shift', () => {
  const counter = new Counter();
  counter.tell({ kind: 'shift', isOpen: false });
  counter.key('F9');

  expect(counter.state.over).toBe('nothing');
});

test.each([20, 60, 120, 250, 400])(
  'neither the second half of a double tap on Bayar nor an Enter, %i ms later, opens a shift',
  (ms) => {
    const counter = counterWithoutShift();
    counter.touch({ on: 'pay' });
    counter.touch({ on: 'openShift', float }, ms);
    counter.tell({
      kind: 'act',
      act: { on: 'openShift', float },
      atMs: counter.atMs,
      by: 'keyboard',
    });

    expect(counter.floats).toEqual([]);
    counter.touch({ on: 'openShift', float });
    expect(counter.floats).toEqual([float]);
  },
);

test.each([20, 60, 120, 250, 400])(
  'an Enter or a tap %i ms behind the one that opens the shift takes no money',
  (ms) => {
    const counter = counterWithoutShift();
    counter.key('F9');
    counter.touch({ on: 'openShift', float });
    counter.touch({ on: 'openShift', float }, ms / 4);
    counter.tell({ kind: 'shift', isOpen: true });
    counter.key('Enter', ms / 2);
    counter.touch({ on: 'take' }, ms / 4);

    expect(counter.floats).toHaveLength(1);
    expect(counter.phase).toBe('paying');
    expect(counter.orders).toEqual([]);
  },
);

test('lesson 38: a sale refused since another window closed the shift is intact', () => {
  const counter = counterWithKopi();
  counter.tell({ kind: 'shift', isOpen: true });
  counter.key('F9');
  counter.keys('50000');
  counter.pause();
  counter.key('Enter');
  const id = counter.orders[0]?.id ?? '';
  counter.tell({ kind: 'refused', id, failure: { code: 'SHIFT_CLOSED', data: { drawer: 1 } } });
  expect(counter.state.over).toBe('shift');

  counter.touch({ on: 'openShift', float });
  counter.tell({ kind: 'shift', isOpen: true });
  expect(counter.cash).toBe('50000');
  counter.key('Enter', SETTLE_MS);
  expect(counter.orders).toMatchObject([{ id }, { id, tenders: [{ amountRupiah: 50_000 }] }]);
});

test('what is typed or touched at the sheet does nothing to the payment below it', () => {
  const counter = counterWithKopi();
  counter.key('F9');
  counter.key('Enter');
  const id = counter.orders[0]?.id ?? '';
  counter.tell({ kind: 'refused', id, failure: { code: 'SHIFT_CLOSED', data: { drawer: 1 } } });
  counter.keys('7');
  counter.pause();
  counter.keys('7', 110);
  counter.pause();
  counter.touch({ on: 'take' });
  counter.touch({ on: 'cashText', text: '9', isPasted: false });
  counter.key('F9');

  expect(counter.cash).toBe('');
  expect(counter.orders).toHaveLength(1);
  counter.key('Escape');
  expect(counter.phase).toBe('paying');
});

test.each([4, 37])('a scan at %i ms a key into the sheet comes into the cart', (gapMs) => {
  const counter = counterWithoutShift();
  counter.key('F9');
  counter.scan('8991000000010', { gapMs });
  counter.answer(batik);

  expect(counter.state.over).toBe('shift');
  expect(counter.done.map(({ kind }) => kind)).toContain('beep');
  expect(counter.lines).toEqual([
    ['KOPI-01', 1],
    ['BTK-01', 1],
  ]);
  expect(counter.floats).toEqual([]);
});

test('a scan into a field of the sheet is taken out of it again', () => {
  const counter = counterWithoutShift();
  counter.key('F9');
  counter.later();
  for (const character of '8991000000010') counter.key(character, 4, { place: 'field' });
  counter.key('Enter', 4, { place: 'field' });
  counter.answer(batik);

  expect(counter.done.map(({ kind }) => kind)).toContain('restoreField');
  expect(counter.lines).toHaveLength(2);
});

test('a shift that was not opened leaves the sheet, says why, and can be opened again', () => {
  const counter = counterWithoutShift();
  counter.key('F9');
  counter.touch({ on: 'openShift', float });
  counter.touch({ on: 'leaveShift' }); // while it is on its way
  expect(counter.state.over).toBe('shift');
  const failure = { code: 'TILL_UNREACHABLE', data: {} };
  counter.tell({ kind: 'shiftRefused', failure });

  expect(counter.state.shift).toEqual({ isOpen: false, isSending: false, failure });
  counter.touch({ on: 'openShift', float });
  expect(counter.floats).toHaveLength(2);
});

test('a shift that another window has opened meanwhile is gone on with', () => {
  const refused = counterWithoutShift();
  refused.key('F9');
  refused.touch({ on: 'openShift', float });
  refused.tell({
    kind: 'shiftRefused',
    failure: { code: 'SHIFT_OPEN', data: { shift: 2, drawer: 1 } },
  });
  expect(refused.phase).toBe('paying');

  const told = counterWithoutShift();
  told.key('F9');
  told.tell({ kind: 'shift', isOpen: true });
  expect(told.phase).toBe('paying');
  expect(told.orders).toEqual([]);
});

test('who did not open it after all stays at the sheet without a word', () => {
  const counter = counterWithoutShift();
  counter.key('F9');
  counter.touch({ on: 'openShift', float });
  counter.tell({ kind: 'shiftRefused', failure: null });

  expect(counter.state.over).toBe('shift');
  expect(counter.state.shift.failure).toBeNull();
});

test('a shift that closes during a payment takes nothing away from it', () => {
  const counter = counterWithKopi();
  counter.tell({ kind: 'shift', isOpen: true });
  counter.key('F9');
  counter.tell({ kind: 'shift', isOpen: false });
  expect(counter.phase).toBe('paying');
  counter.key('Enter');
  counter.tell({ kind: 'booked', receipt: receipt(counter.orders[0]?.id ?? '') });

  expect(counter.phase).toBe('paid');
});

test('F3 leads to the shift, and is a likely amount while money is taken', () => {
  const counter = counterWithKopi();
  counter.key('F3');
  expect(counter.done.at(-1)).toEqual({ kind: 'shiftScreen' });
  counter.key('F9');
  counter.key('F3');

  expect(counter.cash).not.toBe('');
});

test('an Enter that opened a shift takes no money either when a late scan changes the sum', () => {
  const counter = new Counter();
  counter.tell({ kind: 'shift', isOpen: false });
  counter.scan('8991000000010');
  counter.touch({ on: 'pay' });
  counter.touch({ on: 'openShift', float });
  counter.tell({ kind: 'shift', isOpen: true });
  counter.answer(batik);
  counter.key('Enter', 120);

  expect(counter.phase).toBe('paying');
  expect(counter.orders).toEqual([]);
});
