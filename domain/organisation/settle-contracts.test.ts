import fc from 'fast-check';
import { expect, test } from 'vitest';
import { aMall, knownAfter, overlapsOf, planText } from '../../test/support/organisation.ts';
import type { Organisation } from './rows.ts';

const titles = 'lapak;anggota;unit;tarif;dari;sampai';

function file(...rows: readonly string[]): string {
  return [titles, ...rows].join('\n');
}

function outcome(known: Organisation, ...rows: readonly string[]) {
  const plan = planText(known, file(...rows));
  return {
    planned: plan.planned.map(({ line, becomes }) => `${line} ${becomes}`),
    refused: plan.refused.map(({ line, reason, other }) => `${line} ${reason}: ${other}`),
  };
}

const open = knownAfter(aMall, file('S1;A1;U1;1000000;2026-01-01;'));

test('the last day belongs to a contract, and the next begins on the day after', () => {
  const ended = knownAfter(aMall, file('S1;A1;U1;1000000;2026-01-01;2026-06-30'));

  expect(outcome(ended, 'S2;A2;U1;1;2026-06-30;')).toEqual({
    planned: [],
    refused: ['2 unitTaken: S1 → U1, 2026-01-01 – 2026-06-30'],
  });
  expect(outcome(ended, 'S2;A2;U1;1;2026-07-01;').refused).toEqual([]);
});

test('a stall has one contract a day, and so has a unit', () => {
  expect(outcome(open, 'S1;A1;U2;1;2027-01-01;', 'S2;A1;U1;1;2025-01-01;2026-01-01')).toEqual({
    planned: [],
    refused: ['2 stallTaken: S1 → U1, 2026-01-01 – …', '3 unitTaken: S1 → U1, 2026-01-01 – …'],
  });
});

test('one member may have several stalls', () => {
  expect(outcome(open, 'S2;A1;U2;1;2026-01-01;', 'S3;A1;U3;1;2026-01-01;').refused).toEqual([]);
});

test('units of the same code in two malls are two units', () => {
  expect(outcome(open, 'P1;A1;U1;1;2026-01-01;').refused).toEqual([]);
});

test('a contract ends and the next begins in one file, in any order of lines', () => {
  const end = 'S1;A1;U1;1000000;2026-01-01;2026-12-31';
  const next = 'S1;A1;U2;1200000;2027-01-01;';

  expect(outcome(open, end, next).planned).toEqual(['2 updated', '3 added']);
  expect(outcome(open, next, end).planned).toEqual(['2 added', '3 updated']);
});

test('two stalls change their units with each other in one file', () => {
  const known = knownAfter(open, file('S2;A2;U2;1;2026-01-01;'));

  expect(outcome(known, 'S1;A1;U2;1000000;2026-01-01;', 'S2;A2;U1;1;2026-01-01;')).toEqual({
    planned: ['2 updated', '3 updated'],
    refused: [],
  });
});

test('of two lines that meet the first comes in', () => {
  expect(outcome(aMall, 'S1;A1;U1;1;2026-01-01;', 'S2;A2;U1;1;2026-05-01;')).toEqual({
    planned: ['2 added'],
    refused: ['3 unitTaken: S1 → U1, 2026-01-01 – …'],
  });
});

test('what stays as it is goes before a line above it', () => {
  expect(outcome(open, 'S2;A2;U1;1;2026-05-01;', 'S1;A1;U1;1000000;2026-01-01;')).toEqual({
    planned: ['3 unchanged'],
    refused: ['2 unitTaken: S1 → U1, 2026-01-01 – …'],
  });
});

test('where a change is refused, so is the line that relied on it, and those behind that', () => {
  const known = knownAfter(open, file('S2;A2;U2;1;2026-01-01;', 'S3;A2;U3;1;2026-01-01;'));
  // S1 → U2, S2 → U3, and S3 stays where it is.
  expect(outcome(known, 'S1;A1;U2;1000000;2026-01-01;', 'S2;A2;U3;1;2026-01-01;')).toEqual({
    planned: [],
    refused: ['2 unitTaken: S2 → U2, 2026-01-01 – …', '3 unitTaken: S3 → U3, 2026-01-01 – …'],
  });
});

const aDay = fc
  .integer({ min: 1, max: 20 })
  .map((day) => `2026-01-${String(day).padStart(2, '0')}`);

/** Rows of few stalls, units and days, so that they meet. */
const someContracts = fc.array(
  fc
    .tuple(
      fc.constantFrom('S1', 'S2', 'S3'),
      fc.constantFrom('A1', 'A2'),
      fc.constantFrom('U1', 'U2', 'U3'),
      fc.constantFrom('1', '2'),
      aDay,
      fc.option(aDay, { nil: '' }),
    )
    .map((cells) => cells.join(';')),
  { maxLength: 12 },
);

test('no two contracts meet after any files, and every row is accounted for', () => {
  fc.assert(
    fc.property(fc.array(someContracts, { maxLength: 6 }), (files) => {
      let known: Organisation = aMall;
      for (const rows of files) {
        const plan = planText(known, file(...rows));
        const told = new Set(plan.refused.map(({ line }) => line));
        expect(plan.planned.length + told.size).toBe(rows.length);
        expect(plan.planned.filter(({ line }) => told.has(line))).toEqual([]);
        known = knownAfter(known, file(...rows));
        expect(overlapsOf([...known.contract.values()])).toEqual([]);
      }
    }),
    { numRuns: 1000 },
  );
});

test('a file of which every row came in changes nothing the second time', () => {
  fc.assert(
    fc.property(someContracts, someContracts, (before, rows) => {
      const known = knownAfter(aMall, file(...before));
      if (planText(known, file(...rows)).refused.length > 0) return;
      const again = planText(knownAfter(known, file(...rows)), file(...rows));

      expect(again.refused).toEqual([]);
      expect(again.planned.every(({ becomes }) => becomes === 'unchanged')).toBe(true);
    }),
    { numRuns: 2000 },
  );
});
