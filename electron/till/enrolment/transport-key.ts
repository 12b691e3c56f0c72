import type { KeyObject } from 'node:crypto';
import { join } from 'node:path';
import { makePrivateKey, parsePrivateKey, pemOf } from '../../../node/crypto/private-key.ts';
import {
  readPrivateFile,
  removeFile,
  renameFile,
  syncFolderOf,
  writeNewFile,
} from '../../../node/private-file.ts';
import { BEGUN } from '../journal/folder.ts';

/** The file of the key for requests to the hub, in the data folder; the journal has its own. */
export const TRANSPORT_KEY_FILE = 'transport-key.pem';

/**
 * The key for requests to the hub; undefined where there is none, or what is there is no such key.
 * @throws LapakError FILE_FOREIGN
 */
export function readTransportKey(dataDir: string): KeyObject | undefined {
  const pem = readPrivateFile(join(dataDir, TRANSPORT_KEY_FILE));
  if (!pem) return undefined;
  try {
    return parsePrivateKey(pem);
  } catch {
    return undefined;
  }
}

/**
 * The key for requests; a new one where there is none, on disk before this returns: the hub may
 * know it although its answer was lost.
 * @throws LapakError FILE_FOREIGN; file errors, to be told by databaseFailure()
 */
export function ensureTransportKey(dataDir: string): KeyObject {
  const known = readTransportKey(dataDir);
  if (known) return known;
  const key = makePrivateKey();
  const file = join(dataDir, TRANSPORT_KEY_FILE);
  removeFile(`${file}${BEGUN}`);
  writeNewFile(`${file}${BEGUN}`, pemOf(key));
  renameFile(`${file}${BEGUN}`, file);
  syncFolderOf(file);
  return key;
}
