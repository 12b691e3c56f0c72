import { type Ground, type Outcome, simulate } from './simulation.ts';
import { type Step, stepsOf } from './steps.ts';

/** A simulation that ended wrong. */
interface Found {
  readonly seed: number;
  readonly steps: readonly Step[];
  readonly error: Error;
}

/** Runs seeds until one ends wrong. @returns that one; undefined where none does */
export async function findWrong(
  ground: Ground,
  seeds: Iterable<number>,
): Promise<Found | undefined> {
  for (const seed of seeds) {
    const steps = stepsOf(seed);
    const error = await errorOf(ground, seed, steps);
    if (error) return { seed, steps, error };
  }
  return undefined;
}

/** Runs seeds. @throws Error for the first that ends wrong, with its steps made few */
export async function runSeeds(ground: Ground, seeds: Iterable<number>): Promise<void> {
  const found = await findWrong(ground, seeds);
  if (!found) return;
  const { seed, steps, error } = await withFewer(ground, found);
  const told = steps.map((step) => `  ${JSON.stringify(step)}`).join('\n');
  throw new Error(`seed ${seed}: ${error.message}\n${told}`, { cause: error });
}

/** What came of a seed. */
export function outcomeOf(ground: Ground, seed: number): Promise<Outcome> {
  return simulate(ground, seed, stepsOf(seed));
}

async function errorOf(
  ground: Ground,
  seed: number,
  steps: readonly Step[],
): Promise<Error | undefined> {
  try {
    await simulate(ground, seed, steps);
    return undefined;
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

/** Leaves out each step without which it still ends wrong. */
async function withFewer(ground: Ground, found: Found): Promise<Found> {
  let few = found;
  for (let at = found.steps.length - 1; at >= 0; at -= 1) {
    const steps = few.steps.filter((_, index) => index !== at);
    const error = await errorOf(ground, few.seed, steps);
    if (error) few = { ...few, steps, error };
  }
  return few;
}
