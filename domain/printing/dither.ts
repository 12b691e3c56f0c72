import { drawPicture, type PaperPicture } from './picture.ts';

/** Largest logo: across 58 mm paper, and 25 mm high. Dots */
export const [LOGO_WIDTH_MAX, LOGO_HEIGHT_MAX] = [384, 200];

/** The size at which a picture fits a logo whole, as it is or smaller, in its own proportions. */
export function logoSize(width: number, height: number): { width: number; height: number } {
  const scale = Math.min(1, LOGO_WIDTH_MAX / width, LOGO_HEIGHT_MAX / height);
  const scaled = (side: number) => Math.max(1, Math.round(side * scale));
  return { width: scaled(width), height: scaled(height) };
}

/**
 * Greys as black dots on white paper: by what a dot is too dark or too light its neighbours are
 * lighter or darker.
 * Source: Floyd and Steinberg, 1976.
 * @param greys a row after the other, 0 is black, 255 white
 */
export function dither(greys: Uint8Array, width: number, height: number): PaperPicture {
  const left = Float32Array.from(greys);
  const black = new Uint8Array(width * height);
  const pass = (x: number, y: number, fault: number): void => {
    const at = y * width + x;
    if (x >= 0 && x < width && y < height) left[at] = (left[at] ?? 0) + fault;
  };
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const grey = left[y * width + x] ?? 255;
      const isBlack = grey < 128;
      black[y * width + x] = isBlack ? 1 : 0;
      const fault = grey - (isBlack ? 0 : 255);
      pass(x + 1, y, (fault * 7) / 16);
      pass(x - 1, y + 1, (fault * 3) / 16);
      pass(x, y + 1, (fault * 5) / 16);
      pass(x + 1, y + 1, fault / 16);
    }
  }
  return drawPicture(width, height, (x, y) => black[y * width + x] === 1);
}
