import { expect, test } from 'vitest';
import { bundleBackSeller, killBackSellers } from '../support/kill-back-sellers.ts';

/** `LAPAK_KILLS=100` kills as many tills; a test run does with fewer. */
const KILLS = Number(process.env['LAPAK_KILLS'] ?? 15);

test('a split payment, refund or exchange that is killed is booked whole or not', async () => {
  const seller = await bundleBackSeller();
  const rounds = await killBackSellers(seller, { rounds: KILLS, seed: 20_261_130 });

  expect(rounds.length).toBe(KILLS);
  for (const { lost, isOnce, reason, faults } of rounds) {
    expect({ lost, isOnce, reason, faults }).toEqual({
      lost: [],
      isOnce: true,
      reason: '',
      faults: [],
    });
  }
  expect(rounds.some(({ answered }) => answered > 0)).toBe(true);
  expect(rounds.some(({ pending }) => pending !== null)).toBe(true); // some fell within an act
}, 1_200_000); // the longest that a busy computer may take
