import type { z } from 'zod';
import { LOGO_HEIGHT_MAX, LOGO_WIDTH_MAX } from './dither.ts';
import { PaperPicture } from './picture.ts';

/** A picture above each receipt. */
export const Logo = PaperPicture.refine(
  ({ widthDots, heightDots }) => widthDots <= LOGO_WIDTH_MAX && heightDots <= LOGO_HEIGHT_MAX,
);
export type Logo = z.output<typeof Logo>;
