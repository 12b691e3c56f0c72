import { expect, test } from 'vitest';
import { closureFault } from './closure-days.ts';

test('a closure has its days in order, and as many as the hub takes', () => {
  expect(closureFault('2026-11-20', '2026-11-20')).toBeNull();
  expect(closureFault('2026-11-20', '2026-11-19')).toBe('wrong');
  expect(closureFault('2026-11-20', '')).toBe('wrong');
  expect(closureFault('2026-01-01', '2027-01-01')).toBeNull(); // 366 days
  expect(closureFault('2026-01-01', '2027-01-02')).toBe('too-many');
});
