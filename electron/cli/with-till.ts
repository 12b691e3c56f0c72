import { LapakError } from '../../domain/errors.ts';
import { closeTill, openTill } from '../till/open-till.ts';
import type { Till } from '../till/till.ts';

/**
 * Opens the till of a folder for one piece of work and closes it again, also when that fails.
 * @throws what openTill() and the work throw; a defect is in the till's log with its stack
 */
export async function withTill<T>(dataDir: string, work: (till: Till) => Promise<T>): Promise<T> {
  const till = await openTill({ dataDir, clock: Date.now });
  try {
    return await work(till);
  } catch (error) {
    if (!(error instanceof LapakError)) till.log.error(error);
    throw error;
  } finally {
    await closeTill(till);
  }
}
