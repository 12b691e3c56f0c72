import { LapakError } from '../../../domain/errors.ts';
import type { Book } from '../database/book.ts';
import { read } from '../database/write.ts';
import { findMessage } from './message-store.ts';

/** First bytes of a PNG. Source: ISO/IEC 15948, 5.2. */
const PNG_SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** A picture, in base64. */
export interface ToldPhoto {
  readonly type: 'image/jpeg' | 'image/png';
  readonly bytes: string;
}

/** The picture that was sent with something told. @throws LapakError FEE_UNKNOWN */
export function readPhoto(till: Book, { id }: { readonly id: string }): ToldPhoto {
  const photo = read(till, (tx) => findMessage(tx, id))?.photo;
  if (!photo) throw new LapakError('FEE_UNKNOWN', {});
  const isPng = photo.subarray(0, PNG_SIGNATURE.length).equals(PNG_SIGNATURE);
  return { type: isPng ? 'image/png' : 'image/jpeg', bytes: photo.toString('base64') };
}
