import { z } from 'zod';

/** Lower-case hex of 32 bytes. */
export const Hash = z.string().regex(/^[0-9a-f]{64}$/);

/** Base64 of the 64 bytes of an Ed25519 signature. */
export const Signature = z.string().regex(/^[A-Za-z0-9+/]{86}==$/);

/** 32 hex digits of the SHA-256 of a device's public key. */
export const DeviceName = z.string().regex(/^[0-9a-f]{32}$/);

/** Where a record stands in its chain, and which one it is. */
export const Place = z.object({
  epoch: z.int().min(1),
  seq: z.int().min(1),
  leaf: Hash,
});
export type Place = z.output<typeof Place>;

/** Where a record stands in its chain, whichever it is. */
export const Spot = Place.omit({ leaf: true });
export type Spot = z.output<typeof Spot>;

/** `epoch.seq` of a place. */
export function markOf({ epoch, seq }: Spot): string {
  return `${epoch}.${seq}`;
}

/** The place of a mark: `epoch.seq`; of an empty one zeros, where no record is. */
export function parseMark(mark: string): Spot {
  const [epoch = 0, seq = 0] = mark.split('.').map(Number);
  return { epoch, seq };
}

/** Whether one place comes after another in the order of its chain. */
export function isAfter(one: Spot, other: Spot): boolean {
  return one.epoch === other.epoch ? one.seq > other.seq : one.epoch > other.epoch;
}

/** A code of the organisation: `TC-A12`, `jabar`; letters, figures, dash and dot. */
export const OrganisationCode = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9.-]{0,31}$/);

/** What a stall of the organisation is called. */
export const StallName = z.object({
  code: OrganisationCode,
  name: z.string().max(60),
  mall: z.string().max(60),
});
export type StallName = z.output<typeof StallName>;
