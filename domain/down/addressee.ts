import { z } from 'zod';
import { DeviceName, OrganisationCode } from '../sync/place.ts';

/** Whom a manager may tell something: tills of everybody, of a region, of a mall, of one stall. */
export const Addressee = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('everybody') }),
  z.strictObject({ kind: z.enum(['region', 'mall', 'stall']), of: OrganisationCode }),
]);
export type Addressee = z.output<typeof Addressee>;

/** Whom an item is for: one till too, of which something was asked. */
export const Audience = z.union([
  Addressee,
  z.strictObject({ kind: z.literal('device'), of: DeviceName }),
]);
export type Audience = z.output<typeof Audience>;
