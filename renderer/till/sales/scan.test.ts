import { expect, test } from 'vitest';
import {
  fieldRules,
  holdCharacter,
  judge,
  noKeys,
  scanRule,
  type HeldKeys,
  type Verdict,
} from './scan.ts';

/** Types `text` with the same time between any two keys, then Enter or nothing. */
function type(
  text: string,
  gapMs: number,
  end: 'enter' | 'silence' = 'enter',
  rule = scanRule,
): Verdict[] {
  const verdicts: Verdict[] = [];
  let held: HeldKeys = noKeys;
  [...text].forEach((character, i) => {
    const step = holdCharacter(held, character, 1_000 + i * gapMs, rule);
    verdicts.push(step.verdict);
    held = step.held;
  });
  verdicts.push(judge(held, end, rule));
  return verdicts.filter((verdict) => verdict.kind !== 'none');
}

test('thirteen digits at 3 ms and Enter are one scan', () => {
  expect(type('8991234567890', 3)).toEqual([{ kind: 'scan', code: '8991234567890' }]);
});

test('a slow scanner of 30 ms a key is still a scanner', () => {
  expect(type('8991234567890', 30)).toEqual([{ kind: 'scan', code: '8991234567890' }]);
});

test('one key held up by a busy computer does not break a scan', () => {
  let held: HeldKeys = noKeys;
  for (const [character, atMs] of [
    ['8', 0],
    ['9', 4],
    ['9', 74],
    ['1', 78],
    ['2', 82],
  ] as const) {
    held = holdCharacter(held, character, atMs).held;
  }
  expect(judge(held, 'enter')).toEqual({ kind: 'scan', code: '89912' });
});

test('a fast typist is a person: every key comes out as typed', () => {
  expect(type('kopi', 60)).toEqual([{ kind: 'typed', text: 'kopi' }]);
  expect(type('kopi', 120).map((verdict) => verdict.kind)).toEqual([
    'typed',
    'typed',
    'typed',
    'typed',
  ]);
});

test('three fast characters are too few for a barcode', () => {
  expect(type('123', 5)).toEqual([{ kind: 'typed', text: '123' }]);
});

test('two scans with no Enter between them come apart by the pause', () => {
  let held: HeldKeys = noKeys;
  const verdicts: Verdict[] = [];
  const times = [0, 5, 10, 15, 400, 405, 410, 415];
  '11112222'.split('').forEach((character, i) => {
    const step = holdCharacter(held, character, times[i] ?? 0);
    verdicts.push(step.verdict);
    held = step.held;
  });
  verdicts.push(judge(held, 'silence'));
  expect(verdicts.filter((verdict) => verdict.kind !== 'none')).toEqual([
    { kind: 'scan', code: '1111' },
    { kind: 'scan', code: '2222' },
  ]);
});

test('Enter with nothing held is no scan', () => {
  expect(judge(noKeys, 'enter')).toEqual({ kind: 'none' });
});

test('a word that comes fast into the search field stays a word', () => {
  expect(type('kopi gayo 250', 5, 'enter', fieldRules.search)).toEqual([
    { kind: 'typed', text: 'kopi gayo 250' },
  ]);
  expect(type('sambal', 5, 'enter', fieldRules.search)).toEqual([
    { kind: 'typed', text: 'sambal' },
  ]);
});

test('a barcode that comes fast into the search field is a scan', () => {
  expect(type('8991234567890', 5, 'silence', fieldRules.search)).toEqual([
    { kind: 'scan', code: '8991234567890' },
  ]);
  expect(type('200012', 5, 'enter', fieldRules.search)).toEqual([{ kind: 'scan', code: '200012' }]);
});

test('seven fast digits into the amount field are an amount, thirteen a barcode', () => {
  expect(type('1300000', 5, 'enter', fieldRules.amount)).toEqual([
    { kind: 'typed', text: '1300000' },
  ]);
  expect(type('8991234567890', 5, 'enter', fieldRules.amount)).toEqual([
    { kind: 'scan', code: '8991234567890' },
  ]);
});
