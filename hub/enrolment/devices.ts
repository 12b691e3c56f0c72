import { LapakError } from '../../domain/errors.ts';
import { markOf } from '../../domain/sync/place.ts';
import { transact, type Tx } from '../database/transact.ts';
import { refreshKeys } from '../down/key-list.ts';
import type { Hub } from '../hub.ts';
import { lockChain } from '../ingest/chain-store.ts';
import { quarantineAfter } from '../ingest/quarantine.ts';
import { appendAct } from '../journal/append-act.ts';
import { lockHub } from '../system/hub-store.ts';
import {
  type EnrolledDevice,
  findByPrefix,
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
 * Revokes a device for good. What it signed is good up to a place of its chain: what the hub has
 * behind it counts no more.
 * @param device its name, or what it alone begins with
 * @param through null for the newest that the hub has
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
    const found = await oneDevice(trx, device);
    const of = { stall: found.stall, device: found.device };
    // A batch on its way is stored before, or finds the device revoked.
    const { newest } = await lockChain(trx, of, nowMs);
    const last = through ?? newest?.place ?? null;
    const place = last && { epoch: last.epoch, seq: last.seq };
    const revokedAtMs = found.revokedAtMs ?? nowMs;
    const revoked = { ...found, state: 'revoked' as const, revokedAtMs, through: place };
    await saveDevice(trx, revoked);
    await refreshKeys(trx, hub.identity, found.stall, nowMs);
    if (place) await quarantineAfter(trx, of, place, nowMs);
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
  const prefix = device.toLowerCase();
  const isName = /^[0-9a-f]+$/.test(prefix) && prefix.length >= PREFIX_DIGITS_MIN;
  const devices = isName ? await findByPrefix(trx, prefix) : [];
  const [found] = devices;
  if (!found) throw new LapakError('DEVICE_UNKNOWN', { device });
  if (devices.length === 1) return found;
  throw new LapakError('DEVICE_NOT_ONE', { device, devices: devices.length });
}
