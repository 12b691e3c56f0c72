import { randomBytes, type KeyObject } from 'node:crypto';
import { join } from 'node:path';
import { LapakError } from '../../domain/errors.ts';
import { deviceName, rawPublicKey } from '../../node/crypto/keys.ts';
import { makePrivateKey, parsePrivateKey, pemOf } from '../../node/crypto/private-key.ts';
import {
  makePrivateFolder,
  readPrivateFile,
  removeFile,
  renameFile,
  syncFolderOf,
  writeNewFile,
} from '../../node/private-file.ts';
import { lockForm } from '../database/lock-form.ts';
import type { HubDatabase } from '../database/open-database.ts';
import { transact } from '../database/transact.ts';
import { beginJournal } from '../journal/append-act.ts';
import { type HubRow, insertHub, readHub } from './hub-store.ts';

/** The hub's private key in its data folder: the same for every process of one database. */
export const HUB_KEY_FILE = 'hub-key';

const NONCE_SECRET_BYTES = 32;

/** Who this hub is, and its key for checkpoints. */
export interface HubIdentity {
  /** Begins the origin of its checkpoints. Source: C2SP tlog-checkpoint. */
  readonly name: string;
  /** 32 hex digits of the SHA-256 of its public key. */
  readonly device: string;
  /** Raw Ed25519 public key, 32 bytes. */
  readonly publicKey: Buffer;
  readonly key: KeyObject;
  /** Of the nonces that every process of this hub gives out and takes. */
  readonly nonceSecret: Buffer;
}

export interface IdentityOptions {
  readonly dataDir: string;
  /** Of a hub that begins here; null takes one of its key. */
  readonly name: string | null;
  /** UTC ms */
  readonly nowMs: number;
}

/**
 * Who the hub of this database is. At its first start key and name are made, by one of the
 * processes that start at once.
 * @throws LapakError HUB_KEY_OTHER where the folder has not the key of the database's hub,
 *   COMMAND_INVALID where another name is asked for than it has, FILE_FOREIGN
 */
export async function openIdentity(
  database: HubDatabase,
  options: IdentityOptions,
): Promise<HubIdentity> {
  const { dataDir, name } = options;
  makePrivateFolder(dataDir, (names) => names.includes(HUB_KEY_FILE));
  const hub = await transact(database, 'no-stall', async (trx) => {
    await lockForm(trx);
    const found = await readHub(trx);
    if (found) return found;
    const key = readKey(dataDir) ?? makeKey(dataDir);
    const made = makeHub(key, name);
    await insertHub(trx, made, options.nowMs);
    await beginJournal(trx, { ...made, key }, options.nowMs);
    return made;
  });
  const key = readKey(dataDir);
  const file = join(dataDir, HUB_KEY_FILE);
  if (!key || !rawPublicKey(key).equals(hub.publicKey)) {
    throw new LapakError('HUB_KEY_OTHER', { file, hub: hub.name });
  }
  if (name !== null && name !== hub.name) {
    throw new LapakError('COMMAND_INVALID', { detail: `--name ${name} (${hub.name})` });
  }
  return { ...hub, key };
}

function makeHub(key: KeyObject, name: string | null): HubRow {
  const publicKey = rawPublicKey(key);
  const device = deviceName(publicKey);
  const nonceSecret = randomBytes(NONCE_SECRET_BYTES);
  return { name: name ?? `lapak-hub-${device.slice(0, 8)}`, device, publicKey, nonceSecret };
}

function readKey(dataDir: string): KeyObject | undefined {
  const pem = readPrivateFile(join(dataDir, HUB_KEY_FILE));
  try {
    return pem && parsePrivateKey(pem);
  } catch {
    return undefined; // what is no key is not this hub's
  }
}

/** Makes the key file; its final name is there only when all of it is. */
function makeKey(dataDir: string): KeyObject {
  const key = makePrivateKey();
  const file = join(dataDir, HUB_KEY_FILE);
  const part = `${file}.part`;
  removeFile(part);
  writeNewFile(part, pemOf(key));
  renameFile(part, file);
  syncFolderOf(file);
  return key;
}
