import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dither, LOGO_HEIGHT_MAX, LOGO_WIDTH_MAX, logoSize } from './dither.ts';
import { Logo } from './logo.ts';
import { drawPicture, PaperPicture, readPicture } from './picture.ts';

/** How many dots of a picture are black. */
function blackDots(picture: PaperPicture): number {
  const isBlack = readPicture(picture);
  let count = 0;
  for (let y = 0; y < picture.heightDots; y += 1) {
    for (let x = 0; x < picture.widthDots; x += 1) if (isBlack(x, y)) count += 1;
  }
  return count;
}

const size = fc.record({
  width: fc.integer({ min: 1, max: 70 }),
  height: fc.integer({ min: 1, max: 40 }),
});

test('every picture reads back dot for dot', () => {
  fc.assert(
    fc.property(size, fc.func(fc.boolean()), ({ width, height }, isBlack) => {
      const picture = drawPicture(width, height, (x, y) => isBlack(x, y));
      const read = readPicture(picture);
      expect(PaperPicture.safeParse(picture).success).toBe(true);
      expect(read(width - 1, height - 1)).toBe(isBlack(width - 1, height - 1));
      expect(read(0, height - 1)).toBe(isBlack(0, height - 1));
    }),
  );
});

test('a picture with too few or too many bytes is none', () => {
  const picture = drawPicture(20, 3, () => true);

  expect(PaperPicture.safeParse({ ...picture, heightDots: 4 }).success).toBe(false);
  expect(PaperPicture.safeParse({ ...picture, widthDots: 25 }).success).toBe(false);
  expect(PaperPicture.safeParse({ ...picture, bits: '?' }).success).toBe(false);
});

test('black is black, white is white, and a grey has as many black dots as it is dark', () => {
  const of = (grey: number) => blackDots(dither(new Uint8Array(6_400).fill(grey), 80, 80));

  expect([of(0), of(255)]).toEqual([6_400, 0]);
  expect(of(64) / 6_400).toBeCloseTo(0.75, 1);
  expect(of(191) / 6_400).toBeCloseTo(0.25, 1);
});

test('a logo of any size fits its place in its own proportions, and none is made larger', () => {
  expect(logoSize(120, 60)).toEqual({ width: 120, height: 60 });
  expect(logoSize(3_840, 1_000)).toEqual({ width: 384, height: 100 });
  expect(logoSize(100, 4_000)).toEqual({ width: 5, height: 200 });
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 9_000 }), fc.integer({ min: 1, max: 9_000 }), (w, h) => {
      const { width, height } = logoSize(w, h);
      expect(width).toBeGreaterThan(0);
      expect(width).toBeLessThanOrEqual(Math.min(w, LOGO_WIDTH_MAX));
      expect(height).toBeLessThanOrEqual(Math.min(h, LOGO_HEIGHT_MAX));
    }),
  );
});

test('what is larger than its place is no logo', () => {
  expect(Logo.safeParse(drawPicture(384, 200, () => true)).success).toBe(true);
  expect(Logo.safeParse(drawPicture(392, 200, () => true)).success).toBe(false);
  expect(Logo.safeParse(drawPicture(384, 201, () => true)).success).toBe(false);
});
