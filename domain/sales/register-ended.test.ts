import fc from 'fast-check';
import { expect, test } from 'vitest';
import { batik, Counter, counterWithKopi, kopi } from '../../test/support/counter.ts';
import { pcs } from '../quantity.ts';
import { lineKey } from './line-key.ts';
import { notKept } from './not-kept.ts';
import { registerKeys } from './register-keys.ts';

const keys = [...new Set(registerKeys.flatMap((row) => row.keys)), '1', '*', '+', '/', 'a', 'Tab'];
const deed = fc.oneof(
  fc.record({ key: fc.constantFrom(...keys), afterMs: fc.constantFrom(4, 8, 120, 900) }),
  fc.record({ scanned: fc.stringMatching(/^\d{8,13}$/), gapMs: fc.constantFrom(8, 120) }),
  fc.constant({ touched: batik }),
);

test('a page whose till was started anew takes no goods, no money and no key', () => {
  fc.assert(
    fc.property(fc.array(deed, { maxLength: 12 }), fc.boolean(), (deeds, isPaying) => {
      const counter = counterWithKopi();
      if (isPaying) counter.key('F9');
      counter.tell({ kind: 'connection', is: 'lost' });
      counter.tell({ kind: 'connection', is: 'ended' });
      const { state: before, done } = counter;
      const from = done.length;
      for (const does of deeds) {
        if ('key' in does) counter.key(does.key, does.afterMs);
        else if ('scanned' in does) counter.scan(does.scanned, does);
        else counter.touch({ on: 'product', product: does.touched });
      }
      counter.pause();
      expect(counter.state).toBe(before);
      expect(done.slice(from).every(({ kind }) => kind === 'beep')).toBe(true);
    }),
    { numRuns: 200 },
  );
});

test('a scan into a dead page is answered by a beep, and its keys go nowhere', () => {
  const counter = counterWithKopi();
  counter.tell({ kind: 'connection', is: 'ended' });
  expect(counter.key('8')).toBe('all');
  expect(counter.key('F5')).toBe('all');
  expect(counter.key('PageDown')).toBe('no');
  counter.scan('8991000000010', { gapMs: 8 });
  expect(counter.done.at(-1)).toEqual({ kind: 'beep' });
});

test('a page goes on when a new link is opened in its own tab', () => {
  const counter = counterWithKopi();
  const { id } = counter.state.cart;
  counter.key('2');
  counter.tell({ kind: 'connection', is: 'ended' });
  counter.tell({ kind: 'connection', is: 'open' });
  counter.tell({ kind: 'resumed', id, isElsewhere: false, receipt: null });
  counter.touch({ on: 'product', product: batik });
  expect(counter.lines).toEqual([
    ['KOPI-01', 1],
    ['BTK-01', 1],
  ]);
});

test('what the till never got is told: what was added, changed, removed, and scanned', () => {
  const counter = counterWithKopi();
  expect(notKept(counter.state)).toMatchObject([{ name: kopi.name, hereMilli: 1_000 }]);
  keepAll(counter);
  expect(notKept(counter.state)).toEqual([]);
  counter.touch({ on: 'product', product: batik });
  counter.touch({ on: 'line', key: lineKey({ code: kopi.code, unit: 'pcs' }) });
  counter.touch({ on: 'remove' });
  counter.scan('8991000000010');
  expect(notKept(counter.state)).toEqual([
    { name: batik.name, unit: 'pcs', hereMilli: pcs(1), thereMilli: pcs(0) },
    { name: kopi.name, unit: 'pcs', hereMilli: pcs(0), thereMilli: pcs(1) },
    { name: '8991000000010', unit: '', hereMilli: pcs(1), thereMilli: pcs(0) },
  ]);
  keepAll(counter);
  expect(notKept(counter.state)).toEqual([]);
  counter.scan('8991000000010');
  counter.scan('8991000000010');
  expect(notKept(counter.state)).toMatchObject([{ name: '8991000000010', hereMilli: pcs(2) }]);
});

test('a cart that the till has taken over from before is one that it has', () => {
  const counter = new Counter();
  expect(notKept(counter.state)).toEqual([]);
});

function keepAll(counter: Counter): void {
  const kept = counter.done.findLast((effect) => effect.kind === 'keepCart');
  if (kept) counter.tell({ kind: 'kept', cart: kept.cart });
}
