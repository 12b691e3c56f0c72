import { expect, test } from 'vitest';
import { batik, counterWithKopi, product, receipt } from '../../test/support/counter.ts';
import { SETTLE_MS } from '../surface.ts';

test.each([20, 60, 120, 250, 400])(
  'the second half of a double tap on Bayar, %i ms later, pays nothing',
  (ms) => {
    const counter = counterWithKopi();
    counter.touch({ on: 'pay' });
    counter.touch({ on: 'take' }, ms);
    expect(counter.orders).toEqual([]);
    expect(counter.phase).toBe('paying');

    counter.touch({ on: 'take' }, SETTLE_MS);
    expect(counter.orders).toHaveLength(1);
  },
);

test.each([20, 60, 120, 250, 400])(
  'a double tap on Terima, %i ms apart, neither sells twice nor hides the change',
  (ms) => {
    const counter = counterWithKopi();
    counter.touch({ on: 'pay' });
    counter.touch({ on: 'take' });
    counter.tell({ kind: 'booked', receipt: receipt(counter.orders[0]?.id ?? '') });
    counter.touch({ on: 'product', product: batik }, ms);
    counter.touch({ on: 'next' }, ms / 4);

    expect(counter.phase).toBe('paid');
    expect(counter.lines).toEqual([]);
    expect(counter.orders).toHaveLength(1);
  },
);

test.each([20, 60, 120, 250, 400])(
  'Enter pressed twice, %i ms apart, sells once and leaves the change',
  (ms) => {
    const counter = counterWithKopi();
    counter.key('F9');
    counter.key('Enter');
    counter.key('Enter', ms);
    counter.tell({ kind: 'booked', receipt: receipt(counter.orders[0]?.id ?? '') });
    counter.key('Enter', ms);

    expect(counter.orders).toHaveLength(1);
    expect(counter.phase).toBe('paid');
    counter.key('Enter', SETTLE_MS);
    expect(counter.phase).toBe('cart');
  },
);

test('an Enter that is held down does nothing on the surface that it brought up', () => {
  const counter = counterWithKopi();
  counter.key('F9');
  for (let at = 0; at < 40; at += 1) counter.key('Enter', 33, { isRepeat: true });

  expect(counter.orders).toEqual([]);
});

test.each([4, 37, 60])(
  'a scan at %i ms a key into the open sheet is no cash, pays nothing and is not lost',
  (gapMs) => {
    const counter = counterWithKopi();
    counter.key('F9');
    counter.keys('50');
    counter.scan('8991000000010', { gapMs });
    expect(counter.cash).toBe('50');
    counter.answer(batik);
    expect(counter.lines).toEqual([['KOPI-01', 1]]);
    expect(counter.done.map(({ kind }) => kind)).toContain('beep');

    counter.touch({ on: 'addScans' });
    expect(counter.lines).toEqual([
      ['KOPI-01', 1],
      ['BTK-01', 1],
    ]);
    expect(counter.orders).toEqual([]);
  },
);

test('no money is taken before a scan that came into no cart was seen', () => {
  const counter = counterWithKopi();
  counter.scan('8990000000005');
  counter.key('F9', 20);
  counter.answer('unknown');
  counter.key('Enter', SETTLE_MS);
  expect(counter.orders).toEqual([]);
  expect(counter.lost).toEqual([]);

  counter.key('Enter', 120);
  expect(counter.orders).toEqual([]);
  counter.key('Enter', SETTLE_MS);
  expect(counter.orders).toHaveLength(1);
});

test('cash far above the total is asked about once, and the safe answer is the first', () => {
  const counter = counterWithKopi();
  counter.key('F9');
  counter.keys('500000');
  counter.key('Enter');
  expect(counter.state.phase).toMatchObject({ doubt: 'large' });
  counter.key('Enter', 120);
  expect(counter.state.phase).toMatchObject({ doubt: 'large' });
  counter.key('Enter', SETTLE_MS);
  expect(counter.state.phase).toMatchObject({ doubt: null, order: null });

  counter.key('Enter', SETTLE_MS);
  counter.touch({ on: 'takeSurely' });
  expect(counter.orders[0]?.tenders).toEqual([{ kind: 'cash', amountRupiah: 500_000 }]);
});

test('a quick amount is taken as it was touched, and the next digit replaces it', () => {
  const counter = counterWithKopi();
  counter.key('F9');
  counter.key('F3');
  expect(counter.cash).toBe('50000');
  counter.keys('46000');
  expect(counter.cash).toBe('46000');
});

test('zeros are no exact cash', () => {
  const counter = counterWithKopi();
  counter.key('F9');
  counter.keys('0000');
  counter.key('Enter');

  expect(counter.orders).toEqual([]);
  expect(counter.state.phase).toMatchObject({ failure: { code: 'TENDER_SHORT' } });
});

test('the first digit counts wherever the focus is', () => {
  const counter = counterWithKopi();
  counter.key('F9');
  counter.key('5', 200, { place: 'page', isOnButton: true });
  counter.key('0', 200, { place: 'amount' });

  expect(counter.cash).toBe('50');
});

test('a slow code with no suffix is no cash', () => {
  const counter = counterWithKopi();
  counter.key('F9');
  counter.keys('50000', 150);
  counter.pause();
  counter.later();
  counter.keys('8991000000010', 110);
  counter.pause();

  expect(counter.cash).toBe('50000');
  expect(counter.state.scans.map(({ code }) => code)).toEqual(['8991000000010']);
});

test('a second removal by touch means what it hits only once the line below can be seen', () => {
  const counter = counterWithKopi();
  counter.touch({ on: 'product', product: batik });
  counter.touch({ on: 'product', product: product('C', 1_000) });
  counter.touch({ on: 'remove' });
  counter.touch({ on: 'remove' }, SETTLE_MS - 1);
  expect(counter.lines).toHaveLength(2);

  counter.touch({ on: 'remove' }, 1);
  counter.key('Delete');
  expect(counter.lines).toEqual([]);
});

test('what stands where Mengerti was is not touched by its double tap', () => {
  const counter = counterWithKopi();
  counter.scan('8990000000005');
  counter.answer('unknown');
  counter.touch({ on: 'product', product: batik });
  const { selectedKey } = counter.state.cart;
  counter.touch({ on: 'seen' });
  const [kopiLine] = counter.state.cart.lines;
  counter.touch({ on: 'line', key: JSON.stringify([kopiLine?.code, kopiLine?.unit]) }, 300);

  expect(counter.lost).toEqual([]);
  expect(counter.state.cart.selectedKey).toBe(selectedKey);
});

test('what is typed over a selected amount takes its place', () => {
  const counter = counterWithKopi();
  counter.key('F9');
  counter.keys('1');
  const selected = { place: 'amount', isSelected: true } as const;
  counter.key('5', 200, selected);
  counter.key('0', 200, { place: 'amount' });
  expect(counter.cash).toBe('50');

  counter.key('Backspace', 200, selected);
  expect(counter.cash).toBe('');
});

test('a scan over a selected amount leaves the amount as it was', () => {
  const counter = counterWithKopi();
  counter.key('F9');
  counter.keys('60000');
  counter.later();
  for (const digit of '8991000000027') {
    counter.key(digit, 4, { place: 'amount', isSelected: counter.cash === '60000' });
  }
  counter.key('Enter', 4, { place: 'amount' });

  expect(counter.cash).toBe('60000');
  expect(counter.orders).toEqual([]);
});

test('cash with sen is refused in words, and the next that is right is taken', () => {
  const counter = counterWithKopi();
  counter.key('F9');
  const paste = (text: string): void => counter.touch({ on: 'cashText', text, isPasted: true });
  paste('400.000');
  expect(counter.cash).toBe('400000');

  paste('40.000,50');
  expect(counter.done.at(-1)).toEqual({ kind: 'beep' });
  expect(counter.state.phase).toMatchObject({
    cash: { digits: '400000' },
    failure: { code: 'CASH_INVALID', data: { text: '40.000,50' } },
  });

  paste('500000.00');
  expect(counter.state.phase).toMatchObject({ cash: { digits: '500000' }, failure: null });
});
