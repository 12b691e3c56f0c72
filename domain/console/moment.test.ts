import { expect, test } from 'vitest';
import {
  agoWords,
  dateWords,
  dayWords,
  monthOf,
  monthWords,
  shortDateWords,
  shortMonthWords,
  weekdayWords,
} from './moment.ts';

const NOW_MS = Date.UTC(2026, 10, 29, 2);
const MINUTE_MS = 60_000;

test('how long ago something was is said in whole minutes, hours or days', () => {
  const ago = (minutes: number) => agoWords(NOW_MS - minutes * MINUTE_MS, NOW_MS, 'id');
  expect([0, 5, 119, 24 * 60, 50 * 60].map(ago)).toEqual([
    'sekarang',
    '5 menit yang lalu',
    '1 jam yang lalu',
    'kemarin',
    'kemarin dulu',
  ]);
  expect(agoWords(NOW_MS - 5 * MINUTE_MS, NOW_MS, 'en')).toBe('5 minutes ago');
});

test('what a clock ahead of ours says is now', () => {
  expect(agoWords(NOW_MS + MINUTE_MS, NOW_MS, 'en')).toBe('now');
});

test('a date is written with its day of the week, wherever the browser is', () => {
  expect(dateWords('2026-11-29', 'id')).toBe('Minggu, 29 November 2026');
  expect(dateWords('2026-11-29', 'en')).toBe('Sunday, 29 November 2026');
  expect(dayWords('2026-11-29', 'id')).toBe('29 November 2026');
  expect(shortDateWords('2026-11-29', 'id')).toBe('Min, 29 Nov');
});

test('a calendar is headed in the language of its page', () => {
  const heads = [monthWords, shortMonthWords, weekdayWords] as const;
  expect(heads.map((head) => head('2026-08-17', 'id'))).toEqual(['Agustus 2026', 'Agu', 'Sen']);
  expect(heads.map((head) => head('2026-08-17', 'en'))).toEqual(['August 2026', 'Aug', 'Mon']);
});

test('a month has its own last day', () => {
  expect(monthOf('2026-11-29')).toEqual({ from: '2026-11-01', to: '2026-11-30' });
  expect(monthOf('2026-12-01')).toEqual({ from: '2026-12-01', to: '2026-12-31' });
  expect(monthOf('2028-02-15')).toEqual({ from: '2028-02-01', to: '2028-02-29' });
});

test('a date of another year says its year', () => {
  expect(shortDateWords('2027-01-04', 'id', '2026-11-29')).toBe('Sen, 4 Jan 2027');
  expect(shortDateWords('2026-12-01', 'id', '2026-11-29')).toBe('Sel, 1 Des');
});
