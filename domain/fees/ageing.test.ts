import { expect, test } from 'vitest';
import { ageOpen, bandOf } from './ageing.ts';

test.each([
  ['2026-11-09', 'current'],
  ['2026-11-10', 'current'],
  ['2026-11-11', 'to30'],
  ['2026-12-10', 'to30'],
  ['2026-12-11', 'to60'],
  ['2027-01-09', 'to60'],
  ['2027-01-10', 'to90'],
  ['2027-02-08', 'to90'],
  ['2027-02-09', 'over90'],
])('on %s what was due on 10 November is %s', (on, band) => {
  expect(bandOf('2026-11-10', on)).toBe(band);
});

test('what is open is summed by its age', () => {
  const charges = [
    { due: '2026-11-10', open: 700_000 },
    { due: '2026-11-10', open: 300_000 },
    { due: '2026-08-10', open: 50_000 },
  ];

  expect(ageOpen(charges, '2026-11-29')).toEqual({
    current: 0,
    to30: 1_000_000,
    to60: 0,
    to90: 0,
    over90: 50_000,
  });
});
