import { existsSync, statfsSync } from 'node:fs';

/** Where Linux keeps files in memory. Source: shm_overview(7) */
const FOLDER = '/dev/shm';
/** What all tests at once may have on disk, many times over. Bytes */
const ROOM = 6 * 2 ** 30;

/**
 * A folder in memory for what tests write, where there is one with room: every sale and every act
 * waits for its disk, and of a test nothing has to outlive a power cut.
 * @returns null for none
 */
export function memoryFolder(): string | null {
  if (!existsSync(FOLDER)) return null;
  const { bavail, bsize } = statfsSync(FOLDER);
  return bavail * bsize >= ROOM ? FOLDER : null;
}
