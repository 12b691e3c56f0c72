/** Longest side that is looked at first, then in more detail. px */
const SIDES = [800, 1_600, 2_400] as const;
/** Largest picture that is opened: more is no photo. Bytes */
const BYTES_MAX = 30_000_000;

/**
 * What the QR in a picture says; undefined where none can be read in it, or where it is no picture.
 * The reader is loaded with the first picture. Nothing leaves the computer.
 */
export async function readQrPicture(picture: Blob): Promise<string | undefined> {
  if (picture.size > BYTES_MAX) return undefined;
  const [{ decodeQR }, bitmap] = await Promise.all([
    import('qr/decode.js'),
    createImageBitmap(picture).catch(() => undefined),
  ]);
  if (!bitmap) return undefined;
  try {
    for (const side of sidesFor(Math.max(bitmap.width, bitmap.height))) {
      const text = decodeAt(bitmap, side, decodeQR);
      if (text !== undefined) return text;
    }
    return undefined;
  } finally {
    bitmap.close();
  }
}

/** Never larger than the picture is. */
function sidesFor(longest: number): number[] {
  const smaller = SIDES.filter((side) => side < longest);
  return smaller.length < SIDES.length ? [...smaller, longest] : smaller;
}

type Decode = (image: { width: number; height: number; data: Uint8ClampedArray }) => string;

function decodeAt(bitmap: ImageBitmap, side: number, decode: Decode): string | undefined {
  const scale = side / Math.max(bitmap.width, bitmap.height);
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(bitmap.width * scale));
  canvas.height = Math.max(1, Math.round(bitmap.height * scale));
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) return undefined;
  context.fillStyle = '#ffffff'; // behind what is transparent in a logo
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  const { width, height, data } = context.getImageData(0, 0, canvas.width, canvas.height);
  try {
    return decode({ width, height, data });
  } catch {
    return undefined; // that is how it says that there is none
  }
}
