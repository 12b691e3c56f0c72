import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pemOf } from '../../../node/crypto/private-key.ts';
import { syncFolderOf, writeNewFile } from '../../../node/private-file.ts';
import type { Device } from './device.ts';
import { KEY_FILE } from './folder.ts';

/**
 * Writes the device key into its file again when that was removed, as it was: the key is in memory
 * only while the till is open, and without it the book is closed for good.
 * @returns whether it was gone
 */
export function keepKeyFile(dataDir: string, { key }: Device): boolean {
  const file = join(dataDir, KEY_FILE);
  if (existsSync(file)) return false;
  writeNewFile(file, pemOf(key));
  syncFolderOf(file);
  return true;
}
