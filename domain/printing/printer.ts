import { z } from 'zod';

/** Characters across: 58 mm paper 32, 80 mm 48, some 80 mm printers 42. */
export const Columns = z.union([z.literal(32), z.literal(42), z.literal(48)]);
export type Columns = z.output<typeof Columns>;

/**
 * Where the bytes go: `virtual` (drawn on screen), `tcp://HOST:PORT` (raw, usually port 9100) or
 * `file:///dev/usb/lp0` (a device file).
 */
export const PrinterSettings = z.strictObject({
  address: z.string().trim().min(1).max(300),
  columns: Columns,
});
export type PrinterSettings = z.output<typeof PrinterSettings>;

/** `waiting`: jobs stand in the queue because the printer does not take them; `detail` says why. */
export const PrinterStatus = z.strictObject({
  state: z.enum(['ready', 'printing', 'waiting']),
  pendingJobs: z.int(),
  address: z.string(),
  columns: Columns,
  detail: z.string(),
});
export type PrinterStatus = z.output<typeof PrinterStatus>;

/** A run of characters in one style. */
const PaperRun = z.strictObject({
  text: z.string(),
  bold: z.boolean(),
  /** 1 or 2: width and height as multiples of the font. */
  wide: z.int().min(1).max(8),
  tall: z.int().min(1).max(8),
});
export const PaperLine = z.strictObject({
  align: z.enum(['left', 'centre', 'right']),
  runs: z.array(PaperRun),
});
export type PaperLine = z.output<typeof PaperLine>;

/** One strip of paper, from the start of a connection to its cut. */
export const PaperStrip = z.strictObject({
  id: z.int(),
  columns: Columns,
  lines: z.array(PaperLine),
  /** True when a drawer pulse came with it. */
  drawerOpened: z.boolean(),
  cut: z.boolean(),
});
export type PaperStrip = z.output<typeof PaperStrip>;
