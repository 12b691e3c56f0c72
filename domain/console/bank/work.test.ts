import { expect, test } from 'vitest';
import type { BankRow, Suggestion } from '../../fees/bank/bank-row.ts';
import {
  choiceOf,
  choose,
  chooseAt,
  chooseNext,
  freshWork,
  isTicked,
  moveBy,
  rowAt,
  send,
  settle,
  takeBack,
  tickedOf,
  toggleTick,
} from './work.ts';
import { withoutUse, withUse } from './row-use.ts';

const a12 = suggested('TC-A12', 95, true);
const b01 = suggested('TC-B01', 20, false);
const sure = row('1', 1_000_017, [a12, b01]);
const doubtful = row('2', 1_000_000, [b01, a12]);
const nobody = row('3', 750_000, []);
const rows = [sure, doubtful, nobody];

test('the keys begin at the first row that waits', () => {
  expect(rowAt(freshWork, [{ ...sure, left: 0 }, doubtful])).toBe(doubtful);
});

test('the keys stay at the ends of the list', () => {
  expect(moveBy(freshWork, rows, -1).at).toBe('1');
  expect(moveBy(freshWork, rows, 9).at).toBe('3');
});

test('Enter books a row for the likeliest stall, or the one that a person chose', () => {
  expect(choiceOf(freshWork, sure)).toMatchObject({ stall: 'TC-A12', suggestion: a12 });
  expect(choiceOf(chooseAt(freshWork, sure, 1), sure)).toMatchObject({ stall: 'TC-B01' });
  const found = choose(freshWork, sure, { stall: 'TC-Z09', name: 'Ukir Jepara' });
  expect(choiceOf(found, sure)).toEqual({ stall: 'TC-Z09', name: 'Ukir Jepara', suggestion: null });
  expect(choiceOf(freshWork, nobody)).toBeNull();
});

test('the arrow goes through the suggestions round and round', () => {
  const once = chooseNext(freshWork, sure, 1);
  expect(choiceOf(once, sure)?.stall).toBe('TC-B01');
  expect(choiceOf(chooseNext(once, sure, 1), sure)?.stall).toBe('TC-A12');
  expect(choiceOf(chooseNext(freshWork, nobody, 1), nobody)).toBeNull();
});

test('a digit without a suggestion changes nothing', () => {
  expect(chooseAt(freshWork, sure, 4)).toBe(freshWork);
});

test('only what is sure and was not left out is accepted with the ticked ones', () => {
  expect(tickedOf(freshWork, rows)).toEqual([{ row: '1', stall: 'TC-A12', amount: 1_000_017 }]);
  const leftOut = toggleTick(freshWork, sure);
  expect(tickedOf(leftOut, rows)).toEqual([]);
  expect(isTicked(toggleTick(leftOut, sure), sure)).toBe(true);
  expect(isTicked(chooseAt(freshWork, sure, 1), sure)).toBe(false);
});

test('a row that goes to the hub is left for the next one that waits', () => {
  const sent = send(freshWork, rows, ['1']);
  expect(sent.at).toBe('2');
  expect(isTicked(sent, sure)).toBe(false);
  expect(send({ ...sent, at: '3' }, rows, ['3']).at).toBe('2');
});

test('the last row that is done keeps the keys', () => {
  expect(send({ ...freshWork, at: '1' }, [sure], ['1']).at).toBe('1');
});

test('rows that are accepted together leave the keys where they are', () => {
  expect(send({ ...freshWork, at: '2' }, rows, ['1']).at).toBe('2');
});

test('what was done can be undone, the newest first', () => {
  const step = { acts: [{ row: '1', act: 'x' }], stall: null, kuitansi: '', rows: 1, amount: 5 };
  const done = settle(send(freshWork, rows, ['1']), ['1'], step);
  expect(done).toMatchObject({ sent: [], steps: [step] });
  expect(takeBack(done, ['x']).steps).toEqual([]);
  expect(settle(send(freshWork, rows, ['1']), ['1']).steps).toEqual([]);
});

test('a row that is used waits no more, and again once that is undone', () => {
  const use = {
    act: 'x',
    amount: 1_000_017,
    as: 'payment' as const,
    stall: 'TC-A12',
    kuitansi: 'KW/TC/2026/000001',
    on: '2026-11-05',
    by: 'pengelola-1',
    isUndone: false,
  };
  const used = withUse(sure, use);
  expect(used).toMatchObject({ left: 0, uses: [use], suggestions: [] });
  const undone = withoutUse(used, 'x');
  expect(undone).toMatchObject({ left: 1_000_017, uses: [{ isUndone: true }] });
  expect(withoutUse(undone, 'x').left).toBe(1_000_017);
});

function row(id: string, left: number, suggestions: Suggestion[]): BankRow {
  const of = { on: '2026-11-05', balanceSen: null, description: 'TRSF', reference: '', uses: [] };
  return { ...of, row: id, amountSen: left * 100, left, suggestions };
}

function suggested(stall: string, score: number, ticked: boolean): Suggestion {
  return { stall, name: stall, charges: [], advance: 0, score, reasons: [], ticked };
}
