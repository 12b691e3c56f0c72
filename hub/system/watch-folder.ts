import { statSync } from 'node:fs';
import { LapakError } from '../../domain/errors.ts';
import { rawPublicKey } from '../../node/crypto/keys.ts';
import type { Hub } from '../hub.ts';
import { keyFileOf, putBackKey, readKey } from './key-file.ts';

/** Between two looks; a write to SQLite looks by itself. ms */
const LOOK_MS = 1_000;

/** Looks after the files on which a hub stands that serves. */
export interface FolderWatch {
  /** Whether its database and its key are there. */
  isWhole(): boolean;
  close(): void;
}

/**
 * Watches the database of a hub, where that is in files, and its key, which is in memory only while
 * it serves: one that was removed is written anew, another in its place is told to the log.
 */
export function watchFolder(
  { database, identity, log }: Pick<Hub, 'database' | 'identity' | 'log'>,
  dataDir: string,
): FolderWatch {
  const file = keyFileOf(dataDir);
  let seen = ''; // what was read last, and found to be the key
  let told = '';
  const tell = (failure: unknown) => {
    const text = String(failure);
    if (text !== told) log.error(failure);
    told = text;
  };
  const keepKey = () => {
    const stamp = stampOf(file);
    if (stamp === seen) return;
    if (stamp === '') {
      putBackKey(dataDir, identity.key);
      log.warn(`${file} was gone, and was written anew`);
    }
    const key = readKey(dataDir);
    if (!key || !rawPublicKey(key).equals(identity.publicKey)) {
      throw new LapakError('HUB_KEY_OTHER', { file, hub: identity.name });
    }
    seen = stampOf(file);
    told = '';
  };
  const isWhole = () => {
    try {
      database.watch.look();
      keepKey();
      return true;
    } catch (error) {
      tell(error);
      return false;
    }
  };
  isWhole();
  const timer = setInterval(isWhole, LOOK_MS);
  return { isWhole, close: () => clearInterval(timer) };
}

/** What changes when a file does; empty for none. */
function stampOf(file: string): string {
  const found = statSync(file, { throwIfNoEntry: false });
  return found ? `${found.ino} ${found.size} ${found.mtimeMs}` : '';
}
