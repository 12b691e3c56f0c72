import { LapakError } from '../../domain/errors.ts';
import { isAfter, type Spot } from '../../domain/sync/place.ts';
import type { Tx } from '../database/transact.ts';
import { findDevice } from '../enrolment/device-store.ts';
import type { Chain, OfDevice } from './chain-store.ts';

/**
 * Whether a device may report, as it stands in this transaction, in which its chain is locked. One
 * that was revoked may still send what was good; one that was never approved, nothing.
 * @returns the last place that counts; null where it was not revoked
 * @throws LapakError DEVICE_WAITING, DEVICE_REVOKED
 */
export async function assertMayReport(
  trx: Tx,
  { device }: OfDevice,
  { newest }: Chain,
): Promise<Spot | null> {
  const found = await findDevice(trx, device);
  if (!found || found.state === 'waiting') throw new LapakError('DEVICE_WAITING', {});
  if (found.state === 'active') return null;
  const { through, approvedAtMs } = found;
  const isComplete =
    approvedAtMs === null || !through || (newest !== null && !isAfter(through, newest.place));
  if (isComplete) throw new LapakError('DEVICE_REVOKED', {});
  return through;
}
