import { assert } from '../../domain/assert.ts';
import { LapakError } from '../../domain/errors.ts';
import { markOf } from '../../domain/sync/place.ts';
import { transact, type Tx } from '../database/transact.ts';
import { refreshKeys } from '../down/key-list.ts';
import type { Hub } from '../hub.ts';
import { lockChain } from '../ingest/chain-store.ts';
import { judgeAnew } from '../ingest/judge-anew.ts';
import { appendAct } from '../journal/append-act.ts';
import { lockHub } from '../system/hub-store.ts';
import {
  type EnrolledDevice,
  findByPrefix,
  findDevice,
  saveDevice,
  type ThroughPlace,
} from './device-store.ts';

/** So many digits of a device's name have to be given at least. */
const PREFIX_DIGITS_MIN = 8;

/** What changing a device needs of the hub. */
type Parts = Pick<Hub, 'database' | 'clock' | 'identity'>;

/**
 * Lets a device that waits report; an active one stays as it is.
 * @param device its name, or what it alone begins with
 * @param by pseudonym of who does it
 * @throws LapakError DEVICE_UNKNOWN, DEVICE_NOT_ONE, DEVICE_REVOKED
 */
export function approveDevice(hub: Parts, device: string, by: string): Promise<EnrolledDevice> {
  const nowMs = hub.clock();
  return transact(hub.database, 'every-stall', async (trx) => {
    const found = await oneDevice(trx, device);
    if (found.state === 'revoked') throw new LapakError('DEVICE_REVOKED', {});
    if (found.state === 'active') return found;
    const approved = {
      ...found,
      state: 'active' as const,
      approvedAtMs: found.approvedAtMs ?? nowMs,
    };
    await saveDevice(trx, approved);
    await refreshKeys(trx, hub.identity, found.stall, nowMs);
    const act = { act: 'device-approve', by, subject: found.device, note: found.stall } as const;
    await appendAct(trx, hub.identity, act, nowMs);
    return approved;
  });
}

/**
 * Revokes a device for good. What it signed is good up to a place of its chain: what is behind it
 * counts no more. Of one that was revoked before the place can be moved, back and forth. What it
 * sent is judged with its chain locked alone; the hub's lock is taken for the rest.
 * @param device its name, or what it alone begins with
 * @param through null for the newest that the hub has; for the same again once it was revoked
 * @param by pseudonym of who does it
 * @throws LapakError DEVICE_UNKNOWN, DEVICE_NOT_ONE
 */
export function revokeDevice(
  hub: Parts,
  device: string,
  { through, by }: { readonly through: ThroughPlace | null; readonly by: string },
): Promise<EnrolledDevice> {
  const nowMs = hub.clock();
  return transact(hub.database, 'every-stall', async (trx) => {
    const { stall, device: name } = await findOneDevice(trx, device);
    const of = { stall, device: name };
    // A batch on its way is stored before, or finds the device revoked.
    const { newest } = await lockChain(trx, of);
    const before = await findKnown(trx, name); // nobody else revokes it from here on
    const last = through ?? (before.state === 'revoked' ? before.through : newest?.place) ?? null;
    const place = last && { epoch: last.epoch, seq: last.seq };
    await judgeAnew(trx, of, { nowMs, validThrough: place });
    await lockHub(trx);
    const found = await findKnown(trx, name); // nor enrols or approves it
    const revokedAtMs = found.revokedAtMs ?? nowMs;
    const revoked = { ...found, state: 'revoked' as const, revokedAtMs, through: place };
    await saveDevice(trx, revoked);
    await refreshKeys(trx, hub.identity, stall, nowMs);
    const note = place ? markOf(place) : '';
    await appendAct(
      trx,
      hub.identity,
      { act: 'device-revoke', by, subject: found.device, note },
      nowMs,
    );
    return revoked;
  });
}

/**
 * The device of this name, or the one that begins so, under the hub's lock.
 * @throws LapakError DEVICE_UNKNOWN, DEVICE_NOT_ONE
 */
export async function oneDevice(trx: Tx, device: string): Promise<EnrolledDevice> {
  await lockHub(trx); // nobody enrols it anew meanwhile
  return findOneDevice(trx, device);
}

/**
 * As oneDevice(), without a lock: for who locks the chain of the device first. The chain comes
 * before the hub in every transaction that locks both.
 * @throws LapakError DEVICE_UNKNOWN, DEVICE_NOT_ONE
 */
export async function findOneDevice(trx: Tx, device: string): Promise<EnrolledDevice> {
  const prefix = device.toLowerCase();
  const isName = /^[0-9a-f]+$/.test(prefix) && prefix.length >= PREFIX_DIGITS_MIN;
  const devices = isName ? await findByPrefix(trx, prefix) : [];
  const [found] = devices;
  if (!found) throw new LapakError('DEVICE_UNKNOWN', { device });
  if (devices.length === 1) return found;
  throw new LapakError('DEVICE_NOT_ONE', { device, devices: devices.length });
}

async function findKnown(trx: Tx, device: string): Promise<EnrolledDevice> {
  const found = await findDevice(trx, device);
  assert(found !== undefined, 'no device is ever taken away');
  return found;
}
