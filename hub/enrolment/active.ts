import { LapakError } from '../../domain/errors.ts';
import type { EnrolledDevice } from './device-store.ts';

/** A device that its manager approved. @throws LapakError DEVICE_WAITING, DEVICE_REVOKED */
export function active(device: EnrolledDevice): EnrolledDevice {
  if (device.state === 'waiting') throw new LapakError('DEVICE_WAITING', {});
  if (device.state === 'revoked') throw new LapakError('DEVICE_REVOKED', {});
  return device;
}
