import { z } from 'zod';
import { DeviceState } from '../sync/contract.ts';
import { hubCall, pickHubErrors } from '../sync/hub-call.ts';
import { DeviceName, OrganisationCode, StallName } from '../sync/place.ts';

/** A till that enrolled, as its manager sees it. */
export const Device = z.strictObject({
  device: DeviceName,
  stall: StallName,
  state: DeviceState,
  enrolledAtMs: z.int(),
  approvedAtMs: z.int().nullable(),
  revokedAtMs: z.int().nullable(),
  /** `epoch.seq` of the newest record that the hub has; null before the first. */
  newest: z.string().nullable(),
  reportedAtMs: z.int().nullable(),
});
export type Device = z.output<typeof Device>;

/** What the manager of devices does; the till's part is in contract.ts. */
export const devicesContract = {
  /** Those that wait for approval first, then the newest. */
  list: hubCall('administrator')
    .route({
      method: 'GET',
      path: '/devices',
      tags: ['devices'],
      summary: 'The tills that enrolled',
    })
    .output(z.strictObject({ devices: z.array(Device).max(10_000) })),

  /** A one-time code for a till of this stall. */
  makeCode: hubCall('administrator')
    .route({
      method: 'POST',
      path: '/devices/codes',
      tags: ['devices'],
      summary: 'Makes a one-time code for a till of a stall',
    })
    .input(z.strictObject({ stall: OrganisationCode }))
    .errors(pickHubErrors('STALL_UNKNOWN'))
    .output(
      z.strictObject({
        /** `K7QF-2M9D-XR4T-8WHB` */
        code: z.string(),
        /** The hub's address and the code, for a QR. */
        invitation: z.string(),
        expiresAtMs: z.int(),
        stall: StallName,
      }),
    ),

  /** Lets a till report. */
  approve: hubCall('administrator')
    .route({
      method: 'POST',
      path: '/devices/{device}/approval',
      tags: ['devices'],
      summary: 'Lets a till report',
    })
    .input(z.strictObject({ device: DeviceName }))
    .errors(pickHubErrors('DEVICE_UNKNOWN', 'DEVICE_REVOKED'))
    .output(Device),

  /** Nothing after this place counts any more. */
  revoke: hubCall('administrator')
    .route({
      method: 'POST',
      path: '/devices/{device}/revocation',
      tags: ['devices'],
      summary: 'Ends what a till may report',
    })
    .input(
      z.strictObject({
        device: DeviceName,
        /** `epoch.seq`; null for the newest that the hub has. */
        through: z
          .string()
          .regex(/^[1-9]\d{0,9}\.[1-9]\d{0,9}$/)
          .nullable(),
      }),
    )
    .errors(pickHubErrors('DEVICE_UNKNOWN'))
    .output(Device),
};
