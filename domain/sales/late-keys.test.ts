import { expect, test } from 'vitest';
import { Counter, kopi } from '../../test/support/counter.ts';
import { CODE_PAUSE_MS, TYPED_PAUSE_MS } from './scan.ts';

/** Keys that a busy computer hands on late: a pause is seen where their own times have none. */

const GAP_MS = 8;
const CODE = 'KOPI-01';

/** A pause that the page sees while the next key of the scanner is on its way. */
function seen(counter: Counter, pausedMs: number): void {
  counter.tell({ kind: 'pause', pausedMs });
}

/** Where the focus is: in the search once letters were taken for words. */
function placeIn({ done }: Counter) {
  return done.some(({ kind }) => kind === 'focusSearch') ? 'search' : 'page';
}

function codesOf({ done }: Counter): string[] {
  return done.flatMap((effect) => (effect.kind === 'lookUp' ? [effect.code] : []));
}

test.each([1, 2, 3, 4, 5, 6])('a code of which %i keys came up as words is one scan', (cut) => {
  const counter = new Counter();
  for (const [at, character] of [...CODE].entries()) {
    if (at === cut) seen(counter, TYPED_PAUSE_MS);
    counter.key(character, at === 0 ? 1_000 : GAP_MS, { place: placeIn(counter) });
  }
  const suffix = counter.key('Enter', GAP_MS, { place: placeIn(counter) });
  counter.answer(kopi);

  expect(suffix).toBe('all');
  expect(codesOf(counter)).toEqual([CODE]);
  expect(counter.state.search.text).toBe('');
  expect(counter.lines).toEqual([['KOPI-01', 1]]);
});

test('what a hand types on behind its first letter goes into the search itself', () => {
  const counter = new Counter();
  counter.key('k', 1_000);
  seen(counter, TYPED_PAUSE_MS);

  expect(counter.state.search.text).toBe('k');
  expect(counter.key('o', TYPED_PAUSE_MS, { place: 'search' })).toBe('no');
  expect(counter.key('p', GAP_MS, { place: 'search' })).toBe('no');
  seen(counter, CODE_PAUSE_MS);
  expect(codesOf(counter)).toEqual([]);
});

test('letters of a fast hand that come late are words, each once', () => {
  const counter = new Counter();
  counter.key('k', 1_000);
  seen(counter, TYPED_PAUSE_MS);
  expect(counter.key('o', 90, { place: 'search' })).toBe('default');
  seen(counter, TYPED_PAUSE_MS);

  expect(counter.state.search.text).toBe('ko');
});
