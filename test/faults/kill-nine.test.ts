import { beforeAll, expect, test } from 'vitest';
import { bundleSeller, killSellers } from '../support/kill-sellers.ts';

/** Kills of each of two tills, which sell side by side; `npm run bench kills` does two hundred. */
const ROUNDS = 20;

let seller: string;

beforeAll(async () => {
  seller = await bundleSeller();
});

test.concurrent.each([
  ['one till', 20_261_123],
  ['another till at the same time', 20_261_124],
])(
  'lesson 1: after 20 kills while ringing up every answered sale is there, none twice: %s',
  async (_, seed) => {
    const book = await killSellers(seller, { rounds: ROUNDS, seed });

    const { answered, lost, sales, salesTotalRupiah, verified } = book;
    expect(answered.length).toBeGreaterThanOrEqual(ROUNDS);
    expect(new Set(answered).size).toBe(answered.length);
    expect(lost).toEqual([]);
    expect(salesTotalRupiah).toBe(sales * 45_000);
    // A sale may be booked and its answer cut off: at most one a round.
    expect(sales - answered.length).toBeLessThanOrEqual(ROUNDS);
    // Beside the sales the start, and the one shift that they all belong to.
    expect(verified).toEqual({ ok: true, records: sales + 2, firstBad: null, reason: '' });
  },
  600_000,
); // the longest that a busy computer may take
