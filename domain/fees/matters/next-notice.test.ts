import { expect, test } from 'vitest';
import { type LastNotice, nextNotice, noticeNumber, type OverdueCharge } from './next-notice.ts';

const november: OverdueCharge = {
  charge: 'november',
  due: '2026-11-10',
  open: 700_000,
  isDisputed: false,
};
const october = { ...november, charge: 'october', due: '2026-10-10', open: 300_000 };
const reminder: LastNotice = {
  level: 'reminder',
  until: '2026-11-18',
  deliveredOn: '2026-11-11',
  about: [{ charge: 'november' }],
};

function nextOf(on: string, given: Partial<Parameters<typeof nextNotice>[0]> = {}) {
  return nextNotice({ charges: [november], isPaying: false, last: null, ...given }, on);
}

test('a stall is late on the day after its charge was due', () => {
  expect(nextOf('2026-11-10')).toMatchObject({ hold: 'nothing-overdue', owed: 0, daysLate: 0 });
  expect(nextOf('2026-11-11')).toMatchObject({ hold: null, owed: 700_000, daysLate: 1 });
});

test('a letter is about all that is overdue, the oldest first', () => {
  expect(nextOf('2026-11-11', { charges: [november, october] })).toMatchObject({
    about: [october, november],
    owed: 1_000_000,
    daysLate: 32,
  });
});

test('each letter waits for the one before it, and for its day', () => {
  const levels = (['reminder', 'sp1', 'sp2', 'sp3'] as const).map((level) => {
    const last = { ...reminder, level, until: '2027-01-01' };
    return nextOf('2027-01-02', { last }).level;
  });
  expect(levels).toEqual(['sp1', 'sp2', 'sp3', null]);
  const last = { ...reminder, deliveredOn: null };
  expect(nextOf('2026-11-30', { last }).hold).toBe('not-delivered');
  expect(nextOf('2026-11-18', { last: reminder }).hold).toBe('not-passed');
  expect(nextOf('2026-11-19', { last: reminder }).hold).toBe('not-late-enough');
  expect(nextOf('2026-11-24', { last: reminder })).toMatchObject({ level: 'sp1', hold: null });
  const sp3 = { ...reminder, level: 'sp3', until: '2027-01-01' } as const;
  expect(nextOf('2027-02-01', { last: sp3 }).hold).toBe('last-level');
});

test('once all that the last letter was about is paid it begins anew', () => {
  const last = { ...reminder, level: 'sp2', about: [{ charge: 'september' }] } as const;

  expect(nextOf('2026-11-11', { last })).toMatchObject({ level: 'reminder', last: null });
});

test('what is disputed is in no letter; nothing else overdue holds it up', () => {
  const disputed = { ...november, isDisputed: true };

  expect(nextOf('2026-11-11', { charges: [disputed] })).toMatchObject({
    hold: 'disputed',
    owed: 0,
    disputed: 700_000,
  });
  expect(nextOf('2026-11-11', { charges: [disputed, october] })).toMatchObject({
    hold: null,
    owed: 300_000,
    about: [october],
  });
});

test('a stall that pays by instalments gets no letter', () => {
  expect(nextOf('2026-12-30', { isPaying: true }).hold).toBe('instalments');
});

test('a letter has a number of its kind, mall and year', () => {
  const of = { mall: 'TC', year: 2026, number: 7 };

  expect(noticeNumber('sp1', of)).toBe('SP1/TC/2026/000007');
  expect(noticeNumber('reminder', of)).toBe('PGT/TC/2026/000007');
});
