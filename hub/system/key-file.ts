import type { KeyObject } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { rawPublicKey } from '../../node/crypto/keys.ts';
import { makePrivateKey, parsePrivateKey, pemOf } from '../../node/crypto/private-key.ts';
import {
  readPrivateFile,
  removeFile,
  renameFile,
  syncFolderOf,
  writeNewFile,
} from '../../node/private-file.ts';

/** The hub's private key in its data folder: the same for every process of one database. */
export const HUB_KEY_FILE = 'hub-key';

/** A new key, until the database knows it. */
const partOf = (dataDir: string) => `${keyFileOf(dataDir)}.part`;

/** Where the key of a folder is. */
export const keyFileOf = (dataDir: string) => join(dataDir, HUB_KEY_FILE);

/** Whether a hub was begun with this folder's key. */
export function hasKey(dataDir: string): boolean {
  return existsSync(keyFileOf(dataDir));
}

/**
 * The key of a folder; undefined for none, and for what is no key.
 * @throws LapakError FILE_FOREIGN
 */
export function readKey(dataDir: string): KeyObject | undefined {
  return keyIn(keyFileOf(dataDir));
}

/** Makes a new key, which takeNewKey() puts in its place. */
export function makeNewKey(dataDir: string): KeyObject {
  const key = makePrivateKey();
  writeAnew(partOf(dataDir), key);
  return key;
}

/** Puts the new key in its place, where none is there and the database has its hub. */
export function takeNewKey(dataDir: string, publicKey: Buffer): void {
  const [file, part] = [keyFileOf(dataDir), partOf(dataDir)];
  if (existsSync(file)) return;
  const key = keyIn(part);
  if (!key || !rawPublicKey(key).equals(publicKey)) return;
  try {
    renameFile(part, file);
  } catch (error) {
    if (!existsSync(file)) throw error; // else another process did a moment ago
  }
  syncFolderOf(file);
}

/** Writes a key that was there before. */
export function putBackKey(dataDir: string, key: KeyObject): void {
  writeAnew(partOf(dataDir), key);
  takeNewKey(dataDir, rawPublicKey(key));
}

/** Its final name is there only when all of it is. */
function writeAnew(file: string, key: KeyObject): void {
  removeFile(file);
  writeNewFile(file, pemOf(key));
}

function keyIn(file: string): KeyObject | undefined {
  const pem = readPrivateFile(file);
  try {
    return pem && parsePrivateKey(pem);
  } catch {
    return undefined; // what is no key is not this hub's
  }
}
