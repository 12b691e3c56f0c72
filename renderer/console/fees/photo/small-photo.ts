import { PHOTO_BYTES_MAX } from '../../../../domain/fees/message-bounds.ts';
import { LapakError } from '../../../../domain/errors.ts';

/** The longer side of a photo that is sent. px */
const SIDE_PX = 1_280;
/** Smaller and smaller, until it is small enough. */
const tries = [
  { scale: 1, quality: 0.8 },
  { scale: 1, quality: 0.6 },
  { scale: 0.7, quality: 0.6 },
  { scale: 0.4, quality: 0.5 },
] as const;
const CHUNK = 8_192;

/**
 * A picture as a JPEG that is small enough to be sent, in base64; what it tells of where it was
 * taken is gone with it.
 * @throws LapakError PHOTO_WRONG
 */
export async function smallPhoto(file: Blob): Promise<string> {
  const picture = await createImageBitmap(file).catch(() => undefined);
  if (!picture) throw new LapakError('PHOTO_WRONG', {});
  const fit = Math.min(1, SIDE_PX / Math.max(picture.width, picture.height));
  for (const { scale, quality } of tries) {
    const blob = await drawn(picture, fit * scale, quality);
    if (blob.size <= PHOTO_BYTES_MAX) return base64Of(new Uint8Array(await blob.arrayBuffer()));
  }
  throw new LapakError('PHOTO_WRONG', {});
}

async function drawn(picture: ImageBitmap, scale: number, quality: number): Promise<Blob> {
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(picture.width * scale));
  canvas.height = Math.max(1, Math.round(picture.height * scale));
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height);
  const { promise, resolve } = Promise.withResolvers<Blob | null>();
  canvas.toBlob(resolve, 'image/jpeg', quality);
  const blob = await promise;
  if (!blob) throw new LapakError('PHOTO_WRONG', {});
  return blob;
}

function base64Of(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += CHUNK) {
    text += String.fromCharCode(...bytes.subarray(at, at + CHUNK));
  }
  return btoa(text);
}
