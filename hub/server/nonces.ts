import { createHmac, createSecretKey, timingSafeEqual } from 'node:crypto';
import type { HubDatabase } from '../database/open-database.ts';
import { transact, writeOne } from '../database/transact.ts';
import { deleteNonces, insertNonce } from '../enrolment/nonce-store.ts';
import type { Hub } from '../hub.ts';

const TIME_BYTES = 6;
const RANDOM_BYTES = 10;
const CODE_BYTES = 16;
const NONCE_BYTES = TIME_BYTES + RANDOM_BYTES + CODE_BYTES;

/** How long a nonce is good, either way: the clocks of two processes are not quite one. ms */
export const NONCE_LIFE_MS = 5 * 60_000;
/** Between two looks for nonces that can be forgotten. ms */
const SWEEP_MS = 60_000;

/**
 * Numbers that are used once, by which the hub knows that a signed request is new. None is kept
 * before it was used in a request whose signature is right: it tells by itself whom it was given,
 * when, and that a process of this hub gave it.
 */
export interface Nonces {
  /** One for the next request of a device. */
  make(keyId: string): string;
  /** Whether this hub gave it to this device, not long ago. */
  isOurs(nonce: string, keyId: string): boolean;
  /** @returns false where it was used before */
  use(nonce: string): Promise<boolean>;
}

/** The nonces of this hub, on this process's clock. */
export function openNonces(hub: Pick<Hub, 'database' | 'identity' | 'clock' | 'random'>): Nonces {
  const { database, identity, clock, random } = hub;
  const secret = createSecretKey(identity.nonceSecret); // made once: that takes as long as a code
  let sweptAtMs = 0;
  const codeOf = (begin: Buffer, keyId: string) =>
    createHmac('sha256', secret).update(begin).update(keyId).digest().subarray(0, CODE_BYTES);
  return {
    make: (keyId) => {
      const begin = Buffer.concat([timeBytes(clock()), random(RANDOM_BYTES)]);
      return Buffer.concat([begin, codeOf(begin, keyId)]).toString('base64url');
    },
    isOurs: (nonce, keyId) => {
      const bytes = Buffer.from(nonce, 'base64url');
      if (bytes.length !== NONCE_BYTES || bytes.toString('base64url') !== nonce) return false;
      const begin = bytes.subarray(0, -CODE_BYTES);
      if (!timingSafeEqual(bytes.subarray(-CODE_BYTES), codeOf(begin, keyId))) return false;
      return Math.abs(clock() - begin.readUIntBE(0, TIME_BYTES)) <= NONCE_LIFE_MS;
    },
    use: (nonce) => {
      const nowMs = clock();
      const isSweep = Math.abs(nowMs - sweptAtMs) >= SWEEP_MS;
      if (isSweep) sweptAtMs = nowMs;
      // It may be of a clock that is ahead by a life, and good for two from now; the clock of the
      // process that forgets it may be as far ahead.
      const insert = (db: HubDatabase['db']) => insertNonce(db, nonce, nowMs + 3 * NONCE_LIFE_MS);
      if (!isSweep) return writeOne(database, insert);
      return transact(database, 'no-stall', async (trx) => {
        const isNew = await insert(trx);
        await deleteNonces(trx, nowMs);
        return isNew;
      });
    },
  };
}

function timeBytes(atMs: number): Buffer {
  const bytes = Buffer.alloc(TIME_BYTES);
  bytes.writeUIntBE(Math.max(0, atMs), 0, TIME_BYTES);
  return bytes;
}
