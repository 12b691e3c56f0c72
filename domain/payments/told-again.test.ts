import { expect, test } from 'vitest';
import { MINUTE_MS } from '../time.ts';
import type { MatchedRow } from './match-claims.ts';
import { toldAgain } from './told-again.ts';

/** 23 November 2026, 10:02 in Jakarta. */
const TEN = Date.UTC(2026, 10, 23, 3, 2);

function row(line: number, reference: string, atMs: number | null, change = {}): MatchedRow {
  const rest = { amount: 45_000, on: '2026-11-23', isUnsure: false, ...change };
  return { row: line, reference, atMs, ...rest };
}

/** Lines of rows that say again what others say, and of those that may. */
function linesOf(told: readonly MatchedRow[], rows: readonly MatchedRow[]) {
  const { sure, maybe } = toldAgain(told, rows);
  return [sure, maybe].map((all) => [...all].map((one) => one.row));
}

test('each told payment is found again once in each other shape', () => {
  const told = [row(1, 'R1', TEN)];
  const rows = [row(2, '', TEN + 31_000), row(3, '', null), row(4, '', null)];

  expect(linesOf(told, rows)).toEqual([[2, 3], [4]]);
});

test('a told payment without reference and hour is found again by either', () => {
  expect(linesOf([row(1, '', null)], [row(2, 'R1', TEN)])).toEqual([[2], []]);
  expect(linesOf([row(1, '', TEN)], [row(2, 'R1', null)])).toEqual([[2], []]);
});

test.each([
  { amount: 44_000 },
  { on: '2026-11-24' },
  { atMs: TEN + MINUTE_MS },
  { reference: 'R2', atMs: null },
])('what differs is another payment: %j', (change) => {
  expect(linesOf([row(1, 'R1', TEN)], [row(2, '', TEN, change)])).toEqual([[], []]);
});

test('rows without references may be those of their minute or day that were told', () => {
  expect(linesOf([row(1, '', TEN)], [row(2, '', TEN + 31_000)])).toEqual([[], [2]]);
  expect(linesOf([row(1, '', null)], [row(2, '', null)])).toEqual([[], [2]]);
  expect(linesOf([], [row(2, '', null), row(3, '', null)])).toEqual([[], []]);
});

test('forty thousand rows of one sum and day are looked through in a moment', () => {
  const all = Array.from({ length: 40_000 }, (_, at) => at);
  const told = all.map((at) => row(at, `R${at}`, TEN + at * 1_000));
  const rows = all.map((at) => row(40_000 + at, '', null));

  expect(toldAgain(told, rows).sure.size).toBe(40_000);
});
