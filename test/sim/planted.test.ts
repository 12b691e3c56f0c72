import { expect, test } from 'vitest';
import { type Planted, plantedFlaws } from './planted.ts';
import { findWrong } from './run-seeds.ts';
import { seedsOfHalf } from './seeds.ts';
import { SimServers } from './sim-servers.ts';
import { simTemplate } from './sim-template.ts';

/** Seeds that are looked at where the one that is named finds it no more: `npm run test:sim`. */
const SEARCHED = Number(process.env.LAPAK_SIM_SEARCH ?? 0);

test.each(plantedFlaws)(
  'it finds: $name',
  async ({ flaw, servers: options, seed, finds }) => {
    const template = await simTemplate();
    await using opened = new AsyncDisposableStack();
    const servers = await SimServers.open(template.identity, options);
    opened.defer(() => servers.close());
    const ground = { template, servers, ...(flaw && { flaw }) };

    const found = await firstOf(ground, finds, [seed, ...allSeeds.slice(0, SEARCHED)]);

    expect(found).toBe(seed);
  },
  600_000,
);

test('without what is planted each of these seeds ends well: they are among those that run', () => {
  expect(allSeeds).toEqual(expect.arrayContaining(plantedFlaws.map(({ seed }) => seed)));
});

const allSeeds = [...seedsOfHalf(1), ...seedsOfHalf(0)];

async function firstOf(
  ground: Parameters<typeof findWrong>[0],
  finds: Planted['finds'],
  seeds: readonly number[],
): Promise<number | undefined> {
  for (const seed of seeds) {
    const found = await findWrong(ground, [seed]);
    if (found && finds.test(found.error.message)) return seed;
  }
  return undefined;
}
