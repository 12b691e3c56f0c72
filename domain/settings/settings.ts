import { z } from 'zod';

/** A line of text; a half of a character pair, which no file can hold, becomes U+FFFD. */
function line(minLength: number, maxLength: number) {
  return z
    .string()
    .overwrite((text) => text.toWellFormed())
    .trim()
    .min(minLength)
    .max(maxLength);
}

/** What stands at the head of every receipt. Empty fields are left out. */
export const StallSettings = z.strictObject({
  name: line(1, 60),
  /** `A-12` */
  number: line(0, 20),
  mall: line(0, 60),
  phone: line(0, 30),
});
export type StallSettings = z.output<typeof StallSettings>;

export const Settings = z.strictObject({
  stall: StallSettings,
  zone: z.enum(['WIB', 'WITA', 'WIT']),
  /** Local hour at which a business day ends: 0 to 6. */
  cutOffHour: z.int().min(0).max(6),
  /** Cash totals go to the nearest multiple; 1 is no rounding. Permendag 35/2013. */
  cashRoundingRupiah: z.union([z.literal(1), z.literal(100), z.literal(500), z.literal(1000)]),
  /** Of the screen. */
  language: z.enum(['id', 'en']),
  /** Of what customers are given; the screen's may be another. */
  receiptLanguage: z.enum(['id', 'en']),
  colorScheme: z.enum(['auto', 'light', 'dark']),
});
export type Settings = z.output<typeof Settings>;
export type Language = Settings['language'];
