import { z } from 'zod';

/**
 * What a person should look at on a till:
 * - `fork`: two records that it signed stand at one place: there are two of it, or it was set back
 * - `rollback`: it said that it has less than the hub has of it: set back, or a copy
 * - `signatures`: among its records are some that nobody signed
 */
export const deviceAlarmKinds = ['fork', 'rollback', 'signatures'] as const;
export const DeviceAlarmKind = z.enum(deviceAlarmKinds);

/** An alarm that nobody has settled yet. */
export const DeviceAlarm = z.strictObject({
  kind: DeviceAlarmKind,
  /** First seen since it was last settled; null where that is not noted. UTC ms */
  sinceMs: z.int().nullable(),
});
export type DeviceAlarm = z.output<typeof DeviceAlarm>;
