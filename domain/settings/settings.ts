import { z } from 'zod';
import { lineOfText, linesOfText } from '../line-of-text.ts';
import { FOOTER_LETTERS_MAX, FOOTER_LINES_MAX } from '../printing/footer.ts';
import { isStaticQris, QRIS_LENGTH_MAX } from '../payments/qris.ts';
import { TaxTerms } from '../sales/tax.ts';
import { isNpwp } from './npwp.ts';

/** Local hour at which a business day ends at the latest. */
export const CUT_OFF_HOUR_MAX = 6;

/** What stands at the head of every receipt. Empty fields are left out. */
export const StallSettings = z.strictObject({
  name: lineOfText(1, 60),
  /** `A-12` */
  number: lineOfText(0, 20),
  mall: lineOfText(0, 60),
  phone: lineOfText(0, 30),
});
export type StallSettings = z.output<typeof StallSettings>;

/** Whether and how receipts are printed. */
export const ReceiptSettings = z.strictObject({
  /** Of each sale by itself; where the one at the till says so; or only when it is asked for. */
  print: z.enum(['always', 'ask', 'never']),
  /** Below the sums, up to three lines; empty for none. */
  footer: linesOfText(0, FOOTER_LINES_MAX * (FOOTER_LETTERS_MAX + 1)).refine((text) => {
    const lines = text.split('\n');
    return (
      lines.length <= FOOTER_LINES_MAX && lines.every((one) => one.length <= FOOTER_LETTERS_MAX)
    );
  }),
  /** Whether the QR by which a receipt is checked is printed. */
  hasQr: z.boolean(),
  /** Whether the stall's own static QRIS is printed, where it has one. */
  hasQris: z.boolean(),
});
export type ReceiptSettings = z.output<typeof ReceiptSettings>;

/** Which means of payment the stall takes beside cash. */
const TendersInUse = z.strictObject({
  qris: z.boolean(),
  card: z.boolean(),
  transfer: z.boolean(),
});

export const Settings = z.strictObject({
  stall: StallSettings,
  receipt: ReceiptSettings,
  tenders: TendersInUse,
  /** How what is sold is taxed, where a product has no tax of its own. */
  tax: TaxTerms,
  /** The tax number of a stall that is registered for PPN; empty for one that is not. */
  npwp: z.string().refine((digits) => digits === '' || isNpwp(digits)),
  /** What the stall's own static QRIS says, as it was issued; empty where there is none. */
  qris: z
    .string()
    .trim()
    .max(QRIS_LENGTH_MAX)
    .refine((payload) => payload === '' || isStaticQris(payload)),
  zone: z.enum(['WIB', 'WITA', 'WIT']),
  /** Local hour at which a business day ends: 0 to 6. */
  cutOffHour: z.int().min(0).max(CUT_OFF_HOUR_MAX),
  /** Cash totals go to the nearest multiple; 1 is no rounding. Permendag 35/2013. */
  cashRoundingRupiah: z.union([z.literal(1), z.literal(100), z.literal(500), z.literal(1000)]),
  /** Of the screen. */
  language: z.enum(['id', 'en']),
  /** Of what customers are given; the screen's may be another. */
  receiptLanguage: z.enum(['id', 'en']),
  /** `auto` and `contrast` are light or dark as the computer is. */
  colorScheme: z.enum(['auto', 'light', 'dark', 'contrast']),
  /** Of the till's pages; everything on them grows with it. */
  textSizePercent: z.union([z.literal(100), z.literal(110), z.literal(125), z.literal(150)]),
  /** When a PIN is asked for; of no effect before the owner has one. */
  pinUse: z.enum(['never', 'guarded', 'always']),
  /** Who gives no sign of life for so long is signed out; 0 is never. */
  lockAfterMinutes: z.union([
    z.literal(0),
    z.literal(1),
    z.literal(5),
    z.literal(15),
    z.literal(60),
  ]),
  /** Whether the one who closes counts before seeing what should be there. */
  closing: z.enum(['blind', 'open']),
  /** How many drawers are sold from at this till. */
  drawers: z.union([z.literal(1), z.literal(2)]),
  /** What of a record the hub is sent: its head, which has the totals, or its details as well. */
  sharing: z.enum(['totals', 'details']),
});
export type Settings = z.output<typeof Settings>;
export type Language = Settings['language'];
