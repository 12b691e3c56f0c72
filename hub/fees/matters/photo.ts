import { LapakError } from '../../../domain/errors.ts';
import { PHOTO_BYTES_MAX } from '../../../domain/fees/message-bounds.ts';
import { hashOf } from '../../../node/crypto/signing.ts';

/** A picture that came, and its name. */
export interface Photo {
  readonly sha256: string;
  readonly bytes: Buffer;
}

/** Source: ITU-T T.81 Annex B; W3C PNG §5.2. */
const beginnings = {
  'image/jpeg': Buffer.from([0xff, 0xd8, 0xff]),
  'image/png': Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
} as const;
export type PhotoType = keyof typeof beginnings;

/** What a picture is, by its first bytes; undefined for what is none. */
export function typeOfPhoto(bytes: Buffer): PhotoType | undefined {
  const types = Object.keys(beginnings) as PhotoType[]; // its own keys
  return types.find((type) => bytes.subarray(0, beginnings[type].length).equals(beginnings[type]));
}

/** A picture of its base64; null for none. @throws LapakError PHOTO_WRONG */
export function readPhoto(base64: string | null): Photo | null {
  if (base64 === null) return null;
  const bytes = Buffer.from(base64, 'base64');
  if (bytes.length > PHOTO_BYTES_MAX || typeOfPhoto(bytes) === undefined) {
    throw new LapakError('PHOTO_WRONG', {});
  }
  return { sha256: hashOf(bytes), bytes };
}
