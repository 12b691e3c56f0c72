import { expect, test } from 'vitest';
import { remindFrom, reminderOn } from './reminder.ts';

const charged = { amountRupiah: 1_000_000, due: '2026-12-10', isCharged: true };

test.each([
  ['2026-12-10', '2026-11-25'],
  ['2026-12-25', '2026-12-25'],
  ['2026-12-28', '2026-12-25'],
  ['2026-01-10', '2025-12-25'],
])('what is due on %s is reminded of from %s on', (due, from) => {
  expect(remindFrom(due)).toBe(from);
});

test.each([
  ['2026-11-24', null],
  ['2026-11-25', 'soon'],
  ['2026-12-10', 'soon'],
  ['2026-12-11', 'overdue'],
])('on %s a charge due on 10 December is %s', (today, kind) => {
  expect(reminderOn(charged, today)?.kind ?? null).toBe(kind);
});

test('what is only foreseen is never overdue, and nothing to pay is no reminder', () => {
  const foreseen = { ...charged, isCharged: false };
  expect(reminderOn(foreseen, '2026-12-01')).toEqual({ kind: 'soon', due: '2026-12-10' });
  expect(reminderOn(foreseen, '2026-12-11')).toBeNull();
  expect(reminderOn({ ...charged, amountRupiah: 0 }, '2026-12-11')).toBeNull();
  expect(reminderOn(null, '2026-12-11')).toBeNull();
});
