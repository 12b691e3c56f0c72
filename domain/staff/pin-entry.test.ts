import { expect, test } from 'vitest';
import {
  eraseInEntry,
  type PinEntry,
  type PinOutcome,
  settleEntry,
  startEntry,
  touchInEntry,
  typeInEntry,
} from './pin-entry.ts';

const people = new Map([
  ['1', 'kasir-1'],
  ['2', 'kasir-2'],
  ['3', 'kasir-3'],
]);

/** Types these figures, each so long behind the one before it, and waits. */
function typed(figures: string, gapMs: number, from: PinEntry = startEntry()) {
  const entry = [...figures].reduce(
    (before, character, at) => typeInEntry(before, { character, atMs: at * gapMs }, people),
    from,
  );
  return { shown: entry, ...settleEntry(entry) };
}

test('a figure and six more are a person and their PIN', () => {
  const { outcome } = typed('2482915', 90);

  expect(outcome).toEqual<PinOutcome>({ kind: 'pin', staff: 'kasir-2', pin: '482915' });
});

test('a figure shows before it counts', () => {
  const { shown, entry, outcome } = typed('348', 90);

  expect(shown).toMatchObject({ chosen: 'kasir-3', digits: '48' });
  expect(entry).toMatchObject({ chosen: 'kasir-3', digits: '48' });
  expect(outcome).toEqual({ kind: 'chosen', staff: 'kasir-3' });
});

test('a PIN that was begun goes on after a pause', () => {
  const { entry } = typed('2482', 90);

  expect(typed('915', 90, entry).outcome).toMatchObject({ kind: 'pin', pin: '482915' });
});

test.each([
  ['a USB scanner', 4],
  ['a Bluetooth scanner', 50],
])('what %s sends chooses nobody and is no PIN', (_, gapMs) => {
  const { entry, outcome } = typed('2991000000013', gapMs);

  expect(outcome).toEqual({ kind: 'scan', code: '2991000000013' });
  expect(entry).toMatchObject({ chosen: null, digits: '' });
});

test('what a slow scanner sends chooses nobody either, but a hand may be as slow', () => {
  const { entry, outcome } = typed('2991000000013', 150);

  expect(outcome).toEqual({ kind: 'tooLong' });
  expect(entry).toMatchObject({ chosen: null, digits: '' });
});

test('a PIN with a figure too many is told to nobody as a code', () => {
  const { entry, outcome } = typed('24829157', 110);

  expect(outcome).toEqual({ kind: 'tooLong' });
  expect(entry).toMatchObject({ digits: '' });
});

test.each([
  ['482915', startEntry('kasir-2')],
  ['2482915', startEntry()],
])('figures of a PIN that come at once are no PIN, and told to nobody: %s', (keys, from) => {
  const { entry, outcome } = typed(keys, 4, from);

  expect(outcome).toEqual({ kind: 'tooFast' });
  expect(entry).toMatchObject({ chosen: from.chosen, digits: '' });
});

test('a scan in the middle of a PIN takes nothing of it away', () => {
  const { entry } = typed('2482', 90);

  expect(typed('8991000000013', 4, entry).entry).toMatchObject({
    chosen: 'kasir-2',
    digits: '482',
  });
});

test('seven figures by hand are no PIN, and none of them stays', () => {
  const { entry, outcome } = typed('4829157', 90, startEntry('kasir-2'));

  expect(outcome).toEqual({ kind: 'tooLong' });
  expect(entry).toMatchObject({ chosen: 'kasir-2', digits: '' });
});

test('a zero signs out, a figure without a person does nothing', () => {
  expect(typed('0', 90).outcome).toEqual({ kind: 'out' });
  expect(typed('7', 90)).toMatchObject({ outcome: { kind: 'nothing' }, entry: { chosen: null } });
});

test('the sixth figure that is touched is the PIN', () => {
  const first = [...'48291'].reduce(
    (entry, figure) => touchInEntry(entry, figure).entry,
    startEntry('kasir-1'),
  );

  expect(touchInEntry(first, '5').outcome).toEqual({
    kind: 'pin',
    staff: 'kasir-1',
    pin: '482915',
  });
  expect(eraseInEntry(first)).toMatchObject({ digits: '4829' });
});
