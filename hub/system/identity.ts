import { randomBytes, type KeyObject } from 'node:crypto';
import { LapakError } from '../../domain/errors.ts';
import { deviceName, rawPublicKey } from '../../node/crypto/keys.ts';
import { makePrivateFolder } from '../../node/private-file.ts';
import { lockForm } from '../database/lock-form.ts';
import type { HubDatabase } from '../database/open-database.ts';
import { transact } from '../database/transact.ts';
import { beginJournal } from '../journal/append-act.ts';
import { type HubRow, insertHub, readHub } from './hub-store.ts';
import { HUB_KEY_FILE, keyFileOf, makeNewKey, readKey, takeNewKey } from './key-file.ts';

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
    const key = readKey(dataDir) ?? makeNewKey(dataDir);
    const made = makeHub(key, name);
    await insertHub(trx, made, options.nowMs);
    await beginJournal(trx, { ...made, key }, options.nowMs);
    return made;
  });
  takeNewKey(dataDir, hub.publicKey);
  const key = readKey(dataDir);
  if (!key || !rawPublicKey(key).equals(hub.publicKey)) {
    throw new LapakError('HUB_KEY_OTHER', { file: keyFileOf(dataDir), hub: hub.name });
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
