import { z } from 'zod';
import { lineOfText, storable } from '../line-of-text.ts';
import { DeviceAlarm, DeviceAlarmKind } from '../sync/alarm.ts';
import { DeviceState } from '../sync/contract.ts';
import { hubCall, pickHubErrors } from '../sync/hub-call.ts';
import { DeviceName, OrganisationCode, StallName } from '../sync/place.ts';

/** Most devices on one page. */
export const DEVICE_PAGE_MAX = 100;
/** Most characters of what a person says about an alarm. */
export const SETTLE_NOTE_MAX = 300;

/** How far the signatures of records were checked in the background. */
export const CheckedSignatures = z.strictObject({
  records: z.int(),
  checked: z.int(),
  /** Of those, how many nobody signed; they do not count. */
  unsigned: z.int(),
  /** Of those, how many a person has not settled. */
  unsettled: z.int(),
  /** Of those checked, how many have a wrong signature, and a later record proves them. */
  proven: z.int(),
});
export type CheckedSignatures = z.output<typeof CheckedSignatures>;

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
  /** `epoch.seq` of the last place of a revoked till that counts; null for none. */
  through: z.string().nullable(),
  reportedAtMs: z.int().nullable(),
  signatures: CheckedSignatures,
  alarms: z.array(DeviceAlarm),
});
export type Device = z.output<typeof Device>;

/** Which devices: by state, all that do not wait, or those with an alarm. */
export const DeviceFilter = z.enum(['waiting', 'enrolled', 'active', 'revoked', 'alarm']);
export type DeviceFilter = z.output<typeof DeviceFilter>;

/** What the manager of devices does; the till's part is in contract.ts. */
export const devicesContract = {
  /** The newest first. */
  list: hubCall('administrator')
    .route({
      method: 'GET',
      path: '/devices',
      tags: ['devices'],
      summary: 'The tills that enrolled',
    })
    .input(
      z.strictObject({
        /** A part of a device's name, of the code or name of its stall, or of its mall's name. */
        text: storable(60).default(''),
        /** Null for all. */
        filter: DeviceFilter.nullable().default(null),
        /** `nextCursor` of the page before; empty for the first. */
        cursor: z.string().max(60).default(''),
      }),
    )
    .output(
      z.strictObject({
        devices: z.array(Device).max(DEVICE_PAGE_MAX),
        /** How many wait for approval, whatever the page shows. */
        waiting: z.int(),
        /** How many have an alarm that nobody has settled, likewise. */
        alarmed: z.int(),
        nextCursor: z.string(),
      }),
    ),

  /** How far the records of all tills are checked. */
  signatures: hubCall('administrator')
    .route({
      method: 'GET',
      path: '/signatures',
      tags: ['devices'],
      summary: 'How far the signatures of all records were checked',
    })
    .output(CheckedSignatures),

  /** Every device as a CSV file for people. */
  export: hubCall('administrator')
    .route({
      method: 'GET',
      path: '/devices/export',
      tags: ['devices'],
      summary: 'Every till that enrolled, as a CSV file',
    })
    .input(z.strictObject({ language: z.enum(['id', 'en']).default('id') }))
    .output(z.strictObject({ content: z.string() })),

  /** Ends an alarm until it happens again: who settled it stands in the hub's journal. */
  settle: hubCall('administrator')
    .route({
      method: 'POST',
      path: '/devices/{device}/settlement',
      tags: ['devices'],
      summary: 'Ends an alarm of a till, until it happens again',
    })
    .input(
      z.strictObject({
        device: DeviceName,
        alarm: DeviceAlarmKind,
        note: lineOfText(1, SETTLE_NOTE_MAX),
      }),
    )
    .errors(pickHubErrors('DEVICE_UNKNOWN'))
    .output(Device),

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
        /** Name of the hub's key, to compare where the code is typed: `9V3C-5TGA-2KQM`. */
        hubKey: z.string(),
        /** The hub's address, the code and the key's name, for a QR. */
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
        /** `epoch.seq`; null for the newest that the hub has, or the same again. */
        through: z
          .string()
          .regex(/^[1-9]\d{0,9}\.[1-9]\d{0,9}$/)
          .nullable(),
      }),
    )
    .errors(pickHubErrors('DEVICE_UNKNOWN'))
    .output(Device),
};
