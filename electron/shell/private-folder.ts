import { accessSync, chmodSync, constants, existsSync, lstatSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';

const FOLDER_MODE = 0o700;

/**
 * Makes a folder that only its owner can enter, where it is not there yet, and takes everybody
 * else's rights away where it is. What stands there but is no folder, as a link, is left alone.
 * @returns whether it can be used
 */
export function makePrivateFolder(folder: string): boolean {
  try {
    makeFolder(folder);
    const { mode, uid } = lstatSync(folder);
    if (!lstatSync(folder).isDirectory()) return false;
    if (process.getuid?.() === uid && (mode & 0o777) !== FOLDER_MODE)
      chmodSync(folder, FOLDER_MODE);
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

/** Level by level: Node's recursive mkdir never ends under /proc, which says ENOENT for ever. */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  makeFolder(dirname(folder));
  try {
    mkdirSync(folder, { mode: FOLDER_MODE });
  } catch (error) {
    if (!existsSync(folder)) throw error; // else another process made it a moment ago
  }
}
