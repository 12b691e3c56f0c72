import { bundleSeller, killSellers } from '../support/kill-sellers.ts';
import { atLeast, type Figure } from './figure.ts';

const KILLS = 200;

/** What is left of the sales of a till that is killed two hundred times while it rings up. */
export async function benchKills(): Promise<Figure[]> {
  const book = await killSellers(await bundleSeller(), { rounds: KILLS, seed: 20_261_125 });
  const { answered, lost, verified } = book;
  const kept = verified.ok ? new Set(answered).size - lost.length : 0;
  return [
    atLeast(1, {
      name: `sales in a whole book after ${KILLS} kills -9`,
      ours: kept,
      floor: Math.max(answered.length, KILLS),
      beside: 'answered sales',
      unit: 'sales',
    }),
  ];
}
