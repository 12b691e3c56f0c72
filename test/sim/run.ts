import { join } from 'node:path';
import { runTool } from '../support/run-tool.ts';

// `npm run test:sim`: ten thousand seeds, or as many as LAPAK_SIM_SEEDS says.

const { LAPAK_SIM_SEEDS = '10000' } = process.env;
const words = ['run', 'test/sim/odd-seeds', 'test/sim/even-seeds'];
const end = await runTool(join(import.meta.dirname, '..', '..'), 'vitest', words, {
  LAPAK_SIM_SEEDS,
});
process.stdout.write(end.output);
process.exitCode = end.isWell ? 0 : 1;
