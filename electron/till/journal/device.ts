import { createHash, createPrivateKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { assert } from '../../../domain/assert.ts';
import { LapakError } from '../../../domain/errors.ts';
import { deviceName, rawPublicKey } from '../../../node/crypto/keys.ts';
import type { Tx } from '../database/run.ts';
import { findPublicKey, insertDevice } from './device-store.ts';

/** Who this till is, and its key for the journal. */
export interface Device {
  /** 32 hex digits of SHA-256 of the public key: the name cannot be taken by another key. */
  readonly device: string;
  /** Letters before the receipt number. */
  readonly prefix: string;
  /** Raw Ed25519 public key, 32 bytes. */
  readonly publicKey: Buffer;
  readonly key: KeyObject;
}

/** Letters and figures that cannot be taken for one another on a slip of paper. */
const ALPHABET = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';
const KEY_FILE = 'device-key.pem';

/**
 * Reads the device key, or makes it at the first start (file mode 0600, on disk before use).
 * @throws LapakError DEVICE_KEY_MISSING when there is a book but no key, or another device's key
 */
export function openDevice(tx: Tx): Device {
  const file = join(tx.dataDir, KEY_FILE);
  const known = findPublicKey(tx);
  if (known && !existsSync(file)) {
    throw new LapakError('DEVICE_KEY_MISSING', { dataDir: tx.dataDir });
  }
  const key = existsSync(file) ? readKey(file, tx.dataDir) : makeKey(file);
  const device = describeDevice(key);
  if (known && !known.equals(device.publicKey)) {
    throw new LapakError('DEVICE_KEY_MISSING', { dataDir: tx.dataDir });
  }
  if (!known) {
    const { device: name, prefix, publicKey } = device;
    insertDevice(tx, { device: name, prefix, public_key: publicKey, epoch: 1 });
  }
  return device;
}

function describeDevice(key: KeyObject): Device {
  const publicKey = rawPublicKey(key);
  const digest = createHash('sha256').update(publicKey).digest();
  const prefix = [0, 1, 2].map((at) => ALPHABET[(digest[at] ?? 0) % ALPHABET.length]).join('');
  return { device: deviceName(publicKey), prefix, publicKey, key };
}

function readKey(file: string, dataDir: string): KeyObject {
  try {
    const key = createPrivateKey(readFileSync(file));
    assert(key.asymmetricKeyType === 'ed25519');
    return key;
  } catch (cause) {
    throw new LapakError('DEVICE_KEY_MISSING', { dataDir }, { cause });
  }
}

function makeKey(file: string): KeyObject {
  const { privateKey } = generateKeyPairSync('ed25519');
  const begun = `${file}.begun`; // a full disk or a power cut must not leave half a key
  const handle = openSync(begun, 'w', 0o600);
  try {
    writeFileSync(handle, privateKey.export({ type: 'pkcs8', format: 'pem' }));
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  renameSync(begun, file);
  syncFolder(dirname(file));
  return privateKey;
}

/** Puts a new name on disk. Windows has no such call and needs none. */
function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
