import { z } from 'zod';
import { assert } from '../assert.ts';
import { fromBase64, toBase64 } from '../tlog/base64.ts';

/** Dots across the widest paper, of 80 mm; 58 mm have 384. Source: Epson TM command reference. */
const PICTURE_WIDTH_MAX = 576;
/** Dots: some 30 cm of paper. */
export const PICTURE_HEIGHT_MAX = 2_400;

interface Drawn {
  readonly widthDots: number;
  readonly heightDots: number;
  readonly bits: string;
}

/** A picture of black dots on paper, 8 a millimetre, without greys. */
export const PaperPicture = z
  .strictObject({
    widthDots: z.int().min(1).max(PICTURE_WIDTH_MAX),
    heightDots: z.int().min(1).max(PICTURE_HEIGHT_MAX),
    /** Base64: a row after the other, each of whole bytes, the leftmost dot in the highest bit. */
    bits: z.string(),
  })
  .refine((picture) => rowsOf(picture) !== undefined);
export type PaperPicture = z.output<typeof PaperPicture>;

/** Bytes of one row. */
export function rowBytes(widthDots: number): number {
  return Math.ceil(widthDots / 8);
}

/** A picture of the dots that are black. */
export function drawPicture(
  widthDots: number,
  heightDots: number,
  isBlack: (x: number, y: number) => boolean,
): PaperPicture {
  const across = rowBytes(widthDots);
  const bytes = new Uint8Array(across * heightDots);
  for (let y = 0; y < heightDots; y += 1) {
    for (let x = 0; x < widthDots; x += 1) {
      const at = y * across + (x >> 3);
      if (isBlack(x, y)) bytes[at] = (bytes[at] ?? 0) | (0x80 >> (x & 7));
    }
  }
  return { widthDots, heightDots, bits: toBase64(bytes) };
}

/** The bytes of all rows. */
export function picturedBytes(picture: PaperPicture): Uint8Array {
  const rows = rowsOf(picture);
  assert(rows !== undefined, 'a picture has the bytes of its rows');
  return rows;
}

/** Whether each dot of a picture is black, asked by its place. */
export function readPicture(picture: PaperPicture): (x: number, y: number) => boolean {
  const bytes = picturedBytes(picture);
  const across = rowBytes(picture.widthDots);
  return (x, y) => ((bytes[y * across + (x >> 3)] ?? 0) & (0x80 >> (x & 7))) !== 0;
}

/** Undefined where there are not exactly as many. */
function rowsOf({ widthDots, heightDots, bits }: Drawn): Uint8Array | undefined {
  const bytes = fromBase64(bits);
  return bytes?.length === rowBytes(widthDots) * heightDots ? bytes : undefined;
}
