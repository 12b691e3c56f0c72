import { PHOTO_BYTES_MAX } from '../../domain/fees/message-bounds.ts';

/** Longest side of a photo, the first that fits; a receipt stays readable in the smallest. */
const SIDES = [1_600, 1_200, 900, 640] as const;
const QUALITIES = [0.8, 0.6, 0.4] as const;

/**
 * A picture as a JPEG that a message carries: smaller, and without what the camera wrote beside it
 * (place, time), since it is drawn anew.
 * @returns undefined for what is no picture
 */
export async function shrinkPhoto(file: Blob): Promise<Uint8Array | undefined> {
  const bitmap = await createImageBitmap(file).catch(() => undefined);
  if (!bitmap) return undefined;
  try {
    for (const side of SIDES) {
      const canvas = drawn(bitmap, Math.min(1, side / Math.max(bitmap.width, bitmap.height)));
      for (const quality of QUALITIES) {
        const blob = await jpegOf(canvas, quality);
        if (blob && blob.size <= PHOTO_BYTES_MAX) return new Uint8Array(await blob.arrayBuffer());
      }
    }
    return undefined;
  } finally {
    bitmap.close();
  }
}

/** What a phone names its pictures in HEIC by. Source: ISO/IEC 23008-12 §10.2 */
const HEIF_BRAND = /^ftyp(heic|heix|heif|mif1)/;

/** Whether a file is a picture in HEIC or HEIF, which browsers do not read. */
export async function isHeif(file: Blob): Promise<boolean> {
  return HEIF_BRAND.test(
    await file
      .slice(4, 12)
      .text()
      .catch(() => ''),
  );
}

/** Bytes in base64, as a message carries them. */
export function base64Of(bytes: Uint8Array): string {
  const letters = Array.from(bytes, (byte) => String.fromCharCode(byte));
  return btoa(letters.join(''));
}

function drawn(bitmap: ImageBitmap, scale: number): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(bitmap.width * scale));
  canvas.height = Math.max(1, Math.round(bitmap.height * scale));
  const context = canvas.getContext('2d');
  if (context) {
    context.fillStyle = '#ffffff'; // under what is transparent
    context.fillRect(0, 0, canvas.width, canvas.height);
    context.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  }
  return canvas;
}

function jpegOf(canvas: HTMLCanvasElement, quality: number): Promise<Blob | null> {
  return new Promise((resolve) => {
    canvas.toBlob(resolve, 'image/jpeg', quality);
  });
}
