import { accessSync, constants, lstatSync } from 'node:fs';
import { makePrivateFolder } from '../../node/private-file.ts';

/**
 * Makes a folder of the shell's own that only its owner can enter, or takes everybody else's rights
 * away where it is there. What stands there but is no folder, as a link, is left alone.
 * @returns whether it can be used
 */
export function preparePrivateFolder(folder: string): boolean {
  try {
    makePrivateFolder(folder, () => true);
    accessSync(folder, constants.W_OK);
    return lstatSync(folder).isDirectory();
  } catch {
    return false;
  }
}
