import { dither, logoSize } from '../../../domain/printing/dither.ts';
import type { Logo } from '../../../domain/printing/logo.ts';

/** Largest file that is opened: more is no logo. Bytes */
const BYTES_MAX = 30_000_000;

/**
 * A picture as black dots on paper, of the size of a logo; undefined for what is no picture.
 * Nothing leaves the computer.
 */
export async function readLogo(file: Blob): Promise<Logo | undefined> {
  if (file.size > BYTES_MAX) return undefined;
  const bitmap = await createImageBitmap(file).catch(() => undefined);
  if (!bitmap) return undefined;
  try {
    const { width, height } = logoSize(bitmap.width, bitmap.height);
    const context = new OffscreenCanvas(width, height).getContext('2d');
    if (!context) return undefined;
    context.fillStyle = '#ffffff'; // paper, under what is transparent
    context.fillRect(0, 0, width, height);
    context.imageSmoothingQuality = 'high';
    context.drawImage(bitmap, 0, 0, width, height);
    return dither(greysOf(context.getImageData(0, 0, width, height).data), width, height);
  } finally {
    bitmap.close();
  }
}

/** How light each dot is. Source: ITU-R BT.601. */
function greysOf(colours: Uint8ClampedArray): Uint8Array {
  const greys = new Uint8Array(colours.length / 4);
  for (let at = 0; at < greys.length; at += 1) {
    const [red = 0, green = 0, blue = 0] = colours.subarray(at * 4, at * 4 + 3);
    greys[at] = Math.round(0.299 * red + 0.587 * green + 0.114 * blue);
  }
  return greys;
}
