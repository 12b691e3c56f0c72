import { afterAll, beforeAll, test } from 'vitest';
import { runSeeds } from './run-seeds.ts';
import { seedsOfHalf } from './seeds.ts';
import { SimServers } from './sim-servers.ts';
import { simTemplate } from './sim-template.ts';

let servers: SimServers;
beforeAll(async () => {
  servers = await SimServers.open((await simTemplate()).identity);
});
afterAll(() => servers.close());

test('whatever goes wrong, the hub has what tills signed, once: odd seeds', async () => {
  await runSeeds({ template: await simTemplate(), servers }, seedsOfHalf(1));
}, 36_000_000); // ten thousand seeds on a busy computer
