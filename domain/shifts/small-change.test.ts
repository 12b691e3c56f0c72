import fc from 'fast-check';
import { expect, test } from 'vitest';
import { quickCash } from '../payments/quick-cash.ts';
import { rupiah } from '../money.ts';
import { HOUR_MS } from '../time.ts';
import { type CashCount, denominations, piecesOf } from './cash-count.ts';
import {
  type CashDay,
  type CashSale,
  estimatePieces,
  piecesFor,
  planSmallChange,
  type SmallChangeFacts,
} from './small-change.ts';

const DAY_BEGAN_MS = Date.UTC(2026, 10, 22, 20); // 23 November, 03:00 WIB
const at = (hour: number) => (hour - 3) * HOUR_MS;

function paid(hour: number, inRupiah: number, outRupiah: number): CashSale {
  return { sinceMs: at(hour), inRupiah, outRupiah };
}

function count(...pieces: readonly (readonly [CashCount[number]['valueRupiah'], number])[]) {
  return pieces.map(([valueRupiah, each]) => ({ valueRupiah, pieces: each }));
}

const facts: SmallChangeFacts = {
  counted: [],
  sales: [],
  moves: [],
  days: [],
  dayBeganAtMs: DAY_BEGAN_MS,
  nowMs: DAY_BEGAN_MS + at(8),
};

/** The pieces that there are, by value. */
function shown(pieces: readonly number[]): Record<number, number> {
  const entries = denominations.map((value, kind) => [value, pieces[kind] ?? 0] as const);
  return Object.fromEntries(entries.filter(([, each]) => each !== 0));
}

test('an amount is made of the fewest notes and coins', () => {
  expect(shown(piecesFor(85_700))).toEqual({
    50_000: 1,
    20_000: 1,
    10_000: 1,
    5_000: 1,
    500: 1,
    200: 1,
  });
  expect(shown(piecesFor(50))).toEqual({});
});

test('without a past day there is no forecast and no float', () => {
  const counted = count([5_000, 10]);
  expect(planSmallChange({ ...facts, counted })).toEqual({
    days: 0,
    forecast: [],
    float: [],
    floatRupiah: 0,
  });
});

test('the float is what each kind was short of at the worst moment of the worst day', () => {
  const days = [
    [paid(9, 20_000, 2_000), paid(10, 20_000, 2_000), paid(11, 2_000, 0), paid(12, 5_000, 2_000)],
    [paid(9, 100_000, 17_000), paid(10, 2_000, 0), paid(11, 2_000, 0)],
  ];
  // 17.000 is 10.000, 5.000 and 2.000; of 2.000 the first day was two short, the second one.
  const { float, floatRupiah } = planSmallChange({ ...facts, days });
  expect(float).toEqual(count([10_000, 1], [5_000, 1], [2_000, 2]));
  expect(floatRupiah).toBe(19_000);
});

test('a coin that at least half of the past days would have used up is told, with its time', () => {
  const busy: CashDay = [paid(9, 5_000, 500), paid(12, 5_000, 500), paid(15, 5_000, 500)];
  const calm: CashDay = [paid(10, 5_000, 500)];
  const later: CashDay = [paid(9, 5_000, 500), paid(17, 5_000, 1_000), paid(18, 5_000, 1_000)];
  const days = [busy, calm, later, busy];
  const ask = (pieces: number) =>
    planSmallChange({ ...facts, days, counted: count([500, pieces]) }).forecast.at(-1);

  const told = { valueRupiah: 500, needed: 3 };
  expect(ask(2)).toEqual({ ...told, pieces: 2, runsOutAtMs: DAY_BEGAN_MS + at(15) });
  expect(ask(3)).toEqual({ ...told, pieces: 3, runsOutAtMs: null });
});

test('what is past by this time of the day is not asked for any more', () => {
  const day: CashDay = [paid(9, 5_000, 500), paid(12, 5_000, 500), paid(15, 5_000, 500)];
  const nowMs = DAY_BEGAN_MS + at(12);
  const plan = planSmallChange({ ...facts, days: [day, day], nowMs });
  expect(plan.forecast).toEqual([
    { valueRupiah: 500, pieces: 0, needed: 1, runsOutAtMs: DAY_BEGAN_MS + at(15) },
  ]);
  expect(plan.float).toEqual(count([500, 3]));
});

test('only what change is given with is in the forecast, the smallest last', () => {
  const days = [[paid(9, 100_000, 12_500), paid(10, 50_000, 0)]];
  const { forecast } = planSmallChange({ ...facts, days });
  expect(forecast.map(({ valueRupiah }) => valueRupiah)).toEqual([10_000, 2_000, 500]);
});

test('the drawer now is what was counted, with what customers paid and were given', () => {
  const counted = count([10_000, 3], [5_000, 2], [1_000, 5]);
  const sales = [paid(9, 50_000, 17_000), paid(10, 0, 5_000)];
  // 17.000 without a note of 2.000: 10.000, 5.000, two of 1.000. The refund takes the last 5.000.
  expect(shown(estimatePieces({ counted, sales, moves: [] }, piecesFor(0)))).toEqual({
    50_000: 1,
    10_000: 2,
    1_000: 3,
  });
});

test('a safe drop takes the largest notes, and small change comes in as it is given out', () => {
  const counted = count([100_000, 2], [50_000, 1], [1_000, 5]);
  const moves = [
    { amountRupiah: -250_000, isChange: false },
    { amountRupiah: 40_000, isChange: true },
  ];
  const usual = piecesFor(3_000); // a note of 2.000 with each of 1.000
  const estimate = shown(estimatePieces({ counted, sales: [], moves }, usual));
  expect(estimate).toEqual({ 2_000: 13, 1_000: 19 });
});

const sale = fc
  .record({
    due: fc.integer({ min: 1, max: 5_000 }).map((hundreds) => hundreds * 100),
    choice: fc.nat(4),
    sinceMs: fc.nat(20 * HOUR_MS),
  })
  .map(({ due, choice, sinceMs }): CashSale => {
    const likely = quickCash(rupiah(due));
    const inRupiah = likely[choice % likely.length] ?? due;
    return { sinceMs, inRupiah, outRupiah: inRupiah - due };
  });
const day = fc
  .array(sale, { maxLength: 60 })
  .map((sales) => sales.toSorted((a, b) => a.sinceMs - b.sinceMs));
const days = fc.array(day, { minLength: 1, maxLength: 8 });

/** Serves a day from a drawer. @returns the fewest that there ever were of each kind */
function lowest(float: CashCount, sales: CashDay): number[] {
  return denominations.map((value, kind) => {
    let there = piecesOf(float, value);
    let least = there;
    for (const { inRupiah, outRupiah } of sales) {
      there += (piecesFor(inRupiah)[kind] ?? 0) - (piecesFor(outRupiah)[kind] ?? 0);
      least = Math.min(least, there);
    }
    return least;
  });
}

test('with that float nothing runs out on any of the past days, with a piece less it does', () => {
  fc.assert(
    fc.property(days, (past) => {
      const { float } = planSmallChange({ ...facts, days: past });
      for (const sales of past) expect(Math.min(...lowest(float, sales))).toBeGreaterThanOrEqual(0);
      for (const { valueRupiah } of float) {
        const fewer = float.map((each) =>
          each.valueRupiah === valueRupiah ? { ...each, pieces: each.pieces - 1 } : each,
        );
        expect(Math.min(...past.flatMap((sales) => lowest(fewer, sales)))).toBe(-1);
      }
    }),
  );
});

test('a kind is told to run out exactly when it would have on at least half of the days', () => {
  const counted = fc.constantFrom<CashCount[]>(
    [],
    count([5_000, 3], [2_000, 4], [500, 5]),
    count([10_000, 10], [1_000, 10], [100, 20]),
  );
  fc.assert(
    fc.property(days, counted, (past, drawer) => {
      const nowMs = DAY_BEGAN_MS - 1; // nothing of the day is past
      const { forecast } = planSmallChange({ ...facts, counted: drawer, days: past, nowMs });
      for (const { valueRupiah, runsOutAtMs } of forecast) {
        const kind = denominations.indexOf(valueRupiah);
        const out = past.filter((sales) => (lowest(drawer, sales)[kind] ?? 0) < 0);
        expect(runsOutAtMs !== null).toBe(out.length * 2 >= past.length && out.length > 0);
      }
    }),
  );
});

test('the drawer is worth what was counted, plus what came in, less what could be given', () => {
  fc.assert(
    fc.property(day, (sales) => {
      const counted = count([50_000, 40], [10_000, 40], [2_000, 40], [1_000, 40], [100, 400]);
      const pieces = estimatePieces({ counted, sales, moves: [] }, piecesFor(0));
      expect(Math.min(...pieces)).toBeGreaterThanOrEqual(0);
      const worth = denominations.reduce(
        (sum, value, kind) => sum + value * (pieces[kind] ?? 0),
        0,
      );
      const net = sales.reduce((sum, { inRupiah, outRupiah }) => sum + inRupiah - outRupiah, 0);
      expect(worth).toBeGreaterThanOrEqual(40 * 63_000 + 40_000 + net);
    }),
  );
});
