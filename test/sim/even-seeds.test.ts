import { afterAll, beforeAll, expect, test } from 'vitest';
import { outcomeOf, runSeeds } from './run-seeds.ts';
import { seedsOfHalf } from './seeds.ts';
import { SimServers } from './sim-servers.ts';
import { simTemplate } from './sim-template.ts';

let servers: SimServers;
beforeAll(async () => {
  servers = await SimServers.open((await simTemplate()).identity);
});
afterAll(() => servers.close());

test('whatever goes wrong, the hub has what tills signed, once: even seeds', async () => {
  await runSeeds({ template: await simTemplate(), servers }, seedsOfHalf(0));
}, 36_000_000); // ten thousand seeds on a busy computer

test('the same seed comes to the same end, by the same way', async () => {
  const ground = { template: await simTemplate(), servers };
  for (const seed of [3, 18, 36]) {
    expect(await outcomeOf(ground, seed)).toEqual(await outcomeOf(ground, seed));
  }
});
