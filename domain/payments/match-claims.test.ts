import fc from 'fast-check';
import { expect, test } from 'vitest';
import { HOUR_MS, MINUTE_MS } from '../time.ts';
import {
  MATCH_WINDOW_MS,
  type MatchedRow,
  type MatchedTender,
  matchClaims,
} from './match-claims.ts';

/** 23 November 2026, 10:00 in Jakarta. */
const TEN = Date.UTC(2026, 10, 23, 3);
const on = '2026-11-23';

function tender(id: string, change: Partial<MatchedTender> = {}): MatchedTender {
  return { id, amount: 45_000, atMs: TEN, on, reference: '', isOpen: true, ...change };
}

function row(line: number, change: Partial<MatchedRow> = {}): MatchedRow {
  return { row: line, amount: 45_000, atMs: TEN, on, reference: '', isUnsure: false, ...change };
}

test('a row with the reference of a claim is its payment, whatever the hour', () => {
  const claims = [tender('a'), tender('b', { reference: '5263 1234-5678' })];
  const rows = [row(2, { reference: '526312345678', atMs: TEN + 9 * HOUR_MS })];

  expect(matchClaims(claims, rows).matches).toEqual([
    { id: 'b', row: 2, by: 'reference', isDoubtful: false },
  ]);
});

test('a row of the same reference and another amount is told, and of no other claim', () => {
  const claims = [tender('a', { reference: 'R1' }), tender('b', { amount: 44_000 })];

  expect(matchClaims(claims, [row(2, { reference: 'R1', amount: 44_000 })])).toEqual({
    matches: [],
    spare: [],
    known: [],
    differing: [{ id: 'a', row: 2 }],
  });
});

test('a row that is unsure is doubtful by its amount, and sure by its reference', () => {
  const claims = [tender('a', { reference: 'R1' }), tender('b')];
  const rows = [row(2, { reference: 'R1', isUnsure: true }), row(3, { isUnsure: true })];

  expect(matchClaims(claims, rows).matches).toEqual([
    { id: 'a', row: 2, by: 'reference', isDoubtful: false },
    { id: 'b', row: 3, by: 'amount', isDoubtful: true },
  ]);
});

test('without a reference it is the exact amount at the nearest time', () => {
  const claims = [tender('early'), tender('late', { atMs: TEN + 30 * MINUTE_MS })];
  const rows = [
    row(2, { atMs: TEN + 29 * MINUTE_MS }),
    row(3, { atMs: TEN - MINUTE_MS }),
    row(4, { amount: 45_001 }),
  ];

  const { matches, spare } = matchClaims(claims, rows);

  expect(matches.map(({ id, row: line, isDoubtful }) => [id, line, isDoubtful])).toEqual([
    ['late', 2, false],
    ['early', 3, false],
  ]);
  expect(spare).toEqual([4]);
});

test.each([
  [MATCH_WINDOW_MS, 1],
  [MATCH_WINDOW_MS + 1, 0],
  [-MATCH_WINDOW_MS, 1],
  [-MATCH_WINDOW_MS - 1, 0],
])('a payment %i ms from its sale matches %i claims', (apartMs, count) => {
  const { matches } = matchClaims([tender('a')], [row(2, { atMs: TEN + apartMs })]);

  expect(matches.length).toBe(count);
});

test('a report of days alone matches the sales of that very day', () => {
  const claims = [tender('a'), tender('b', { on: '2026-11-24', atMs: TEN + 24 * HOUR_MS })];

  const { matches } = matchClaims(claims, [row(2, { atMs: null, on: '2026-11-24' })]);

  expect(matches).toMatchObject([{ id: 'b', row: 2 }]);
});

test('two claims for one payment are both doubtful: only a person can say', () => {
  const claims = [tender('a'), tender('b', { atMs: TEN + 5 * MINUTE_MS })];

  const { matches } = matchClaims(claims, [row(2, { atMs: TEN + MINUTE_MS })]);

  expect(matches).toEqual([{ id: 'a', row: 2, by: 'amount', isDoubtful: true }]);
});

test('a tender that was seen takes its payment: a claim of the same amount gets none', () => {
  const seen = tender('seen', { isOpen: false, atMs: TEN - 20 * MINUTE_MS });

  const { matches, known } = matchClaims([tender('claimed'), seen], [row(2)]);

  expect({ matches, known }).toEqual({ matches: [], known: [2] });
});

test('a payment of a claim is doubtful where one that was seen is left without', () => {
  const seen = [
    tender('seen', { isOpen: false }),
    tender('again', { isOpen: false, atMs: TEN - 110 * MINUTE_MS }),
  ];
  const late = tender('claimed', { atMs: TEN + 110 * MINUTE_MS });
  const rows = [row(2), row(3, { atMs: TEN + 60 * MINUTE_MS })];

  const { matches } = matchClaims([late, ...seen], rows);

  expect(matches).toEqual([{ id: 'claimed', row: 3, by: 'amount', isDoubtful: true }]);
});

test('two references that differ leave a match of amount and time in doubt', () => {
  const claims = [tender('a', { reference: '1111' })];

  const { matches } = matchClaims(claims, [row(2, { reference: '2222' })]);

  expect(matches).toEqual([{ id: 'a', row: 2, by: 'amount', isDoubtful: true }]);
});

test('a reference that two sums have names none of them', () => {
  const rows = [row(2, { reference: 'R1' }), row(3, { reference: 'R1', amount: 44_000 })];

  const { matches } = matchClaims([tender('a', { reference: 'R1' })], rows);

  expect(matches).toMatchObject([{ id: 'a', row: 2, by: 'amount' }]);
});

test('rows of one reference and sum are one payment, of one claim', () => {
  const claims = [tender('paid'), tender('unpaid', { atMs: TEN + MINUTE_MS })];
  const rows = [row(2, { reference: '00R-1', atMs: null }), row(3, { reference: 'r1' })];

  expect(matchClaims(claims, rows)).toMatchObject({
    matches: [{ id: 'paid', row: 3, isDoubtful: true }],
    known: [2],
    spare: [],
  });
});

test.each([
  { atMs: null },
  { on: '2026-11-29', atMs: null },
  { amount: 44_000 },
  { reference: '052630001' },
  { reference: '5263-0001' },
])('what has the reference of a tender that has come is of no claim: %j', (change) => {
  const seen = tender('seen', { isOpen: false, reference: '52630001', amount: 45_000 });
  const claims = [tender('claimed', { amount: change.amount ?? 45_000 })];
  const rows = [row(2, { reference: '52630001' }), row(3, { reference: '52630001', ...change })];

  expect(matchClaims([seen, ...claims], rows)).toEqual({
    matches: [],
    spare: [],
    known: [2, 3],
    differing: [],
  });
});

test('a row whose day may be another is of a claim by its reference alone', () => {
  const claims = [tender('near'), tender('named', { reference: 'R1' })];
  const rows = [
    row(2, { atMs: null, isUnsure: true }),
    row(3, { atMs: null, isUnsure: true, reference: 'R1' }),
  ];

  expect(matchClaims(claims, rows).matches).toEqual([
    { id: 'near', row: 2, by: 'amount', isDoubtful: true },
    { id: 'named', row: 3, by: 'reference', isDoubtful: false },
  ]);
});

const amounts = fc.constantFrom(10_000, 25_000, 45_000);
const minutes = fc.integer({ min: -300, max: 300 });
const references = fc.constantFrom('', '', '', 'R1', 'r-1', 'R2', 'R3');
const someTenders = fc
  .array(fc.record({ amount: amounts, at: minutes, reference: references, isOpen: fc.boolean() }), {
    maxLength: 12,
  })
  .map((all) =>
    all.map(({ at, ...rest }, index) =>
      tender(`t${index}`, { atMs: TEN + at * MINUTE_MS, ...rest }),
    ),
  );
const someRows = fc
  .array(fc.record({ amount: amounts, at: fc.option(minutes), reference: references }), {
    maxLength: 12,
  })
  .map((all) =>
    all.map(({ at, ...rest }, index) =>
      row(index + 2, { atMs: at === null ? null : TEN + at * MINUTE_MS, ...rest }),
    ),
  );

test('a row is of one tender at most, a tender has one row at most, and none is lost', () => {
  fc.assert(
    fc.property(someTenders, someRows, (tenders, rows) => {
      const { matches, spare, known, differing } = matchClaims(tenders, rows);
      const lines = [...matches.map((one) => one.row), ...spare, ...known];
      const named = [...matches, ...differing];
      expect(new Set(lines).size).toBe(lines.length);
      expect(lines.length).toBeLessThanOrEqual(rows.length);
      expect(new Set(named.map(({ id }) => id)).size).toBe(named.length);
    }),
  );
});

test('what matches is open, of the exact amount, and near in time or of one reference', () => {
  fc.assert(
    fc.property(someTenders, someRows, (tenders, rows) => {
      for (const { id, row: line, by } of matchClaims(tenders, rows).matches) {
        const of = tenders.find((one) => one.id === id);
        const found = rows.find((one) => one.row === line);
        if (!of || !found) throw new Error('of no tender or row');
        expect([of.isOpen, of.amount]).toEqual([true, found.amount]);
        const isNear =
          found.atMs === null
            ? found.on === of.on
            : Math.abs(found.atMs - of.atMs) <= MATCH_WINDOW_MS;
        expect(isNear || by === 'reference').toBe(true);
      }
    }),
  );
});

test('in whatever order tenders and rows come, the result is one', () => {
  fc.assert(
    fc.property(someTenders, someRows, (tenders, rows) => {
      const forth = matchClaims(tenders, rows);
      const back = matchClaims(tenders.toReversed(), rows.toReversed());
      expect({ ...back, spare: back.spare.toSorted((a, b) => a - b) }).toEqual({
        ...forth,
        spare: forth.spare.toSorted((a, b) => a - b),
      });
    }),
  );
});

/** A reference as it is compared. */
const plain = (reference: string) => reference.toUpperCase().replace(/[^A-Z0-9]/g, '');

test('no row with the reference of a tender that has come says anything of a claim', () => {
  fc.assert(
    fc.property(someTenders, someRows, (tenders, rows) => {
      const seen = tenders.filter(({ isOpen }) => !isOpen);
      const come = new Set(seen.flatMap(({ reference }) => plain(reference) || []));
      const { matches, differing } = matchClaims(tenders, rows);
      for (const { row: line } of [...matches, ...differing]) {
        expect(come).not.toContain(plain(rows.find((one) => one.row === line)?.reference ?? ''));
      }
    }),
  );
});

test('once what is sure was booked, the rest of a report says nothing more by amounts', () => {
  fc.assert(
    fc.property(someTenders, someRows, (tenders, rows) => {
      // A reference that two have names nobody, until one of them is booked.
      for (const all of [tenders, rows]) {
        const named = all.flatMap(({ reference }) => plain(reference) || []);
        fc.pre(new Set(named).size === named.length);
      }
      const { matches } = matchClaims(tenders, rows);
      fc.pre(matches.length > 0 && matches.every(({ isDoubtful }) => !isDoubtful));
      const booked = new Set(matches.map(({ id }) => id));
      const used = new Set(matches.map((one) => one.row));
      const again = matchClaims(
        tenders.filter(({ id }) => !booked.has(id)),
        rows.filter((one) => !used.has(one.row)),
      );
      expect(again.matches.filter(({ by }) => by === 'amount')).toEqual([]);
    }),
  );
});

test('a payment without an hour is told of, whatever came before its claim that day', () => {
  const tenders = [
    tender('t0', { isOpen: false }),
    tender('t1', { atMs: TEN - 2 * MINUTE_MS }),
    tender('t2', { isOpen: false }),
    tender('t3', {}),
  ];
  const early = row(5, { atMs: TEN - 119 * MINUTE_MS });
  const rows = [row(2, {}), row(3, { atMs: null }), row(4, {}), early];
  expect(matchClaims(tenders, rows).matches).toMatchObject([
    { id: 't3', row: 3, by: 'amount' },
    { id: 't1', row: 5, by: 'amount' },
  ]);
});

test('of a month of equal payments each finds its own', () => {
  const times = Array.from({ length: 3_000 }, (_, at) => TEN + at * 15 * MINUTE_MS);
  const claims = times.map((atMs, at) => tender(`t${at}`, { atMs }));
  const rows = times.map((atMs, at) => row(at + 2, { atMs: atMs - MINUTE_MS }));

  const { matches, spare } = matchClaims(claims, rows);

  expect(matches.filter(({ id, row: line }) => id !== `t${line - 2}`)).toEqual([]);
  expect([matches.length, spare]).toEqual([3_000, []]);
});

test('thousands of rows without an hour are held against claims in a moment, each to one', () => {
  const claims = Array.from({ length: 500 }, (_, at) => tender(`t${1_000 + at}`, {}));
  const rows = Array.from({ length: 40_000 }, (_, at) => row(at + 2, { atMs: null }));

  const { matches } = matchClaims(claims, rows);

  expect(matches).toHaveLength(500);
  expect(new Set(matches.map((one) => one.row)).size).toBe(500);
});
