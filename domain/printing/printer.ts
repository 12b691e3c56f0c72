import { z } from 'zod';
import { PaperPicture } from './picture.ts';

/** Characters across: 58 mm paper 32, 80 mm 48, some 80 mm printers 42. */
export const Columns = z.union([z.literal(32), z.literal(42), z.literal(48)]);
export type Columns = z.output<typeof Columns>;

/** Dots across the same paper, 8 a millimetre. Source: escpos-printer-db. */
export const paperDots = { 32: 384, 42: 512, 48: 576 } as const satisfies Record<Columns, number>;

/** Longest address of a printer, as it is typed and as it is kept. */
export const ADDRESS_MAX = 300;

/**
 * Where the bytes go: `virtual` (drawn on screen), `tcp://HOST:PORT` (raw, usually port 9100) or
 * `file:///dev/usb/lp0` (a device file).
 */
export const PrinterSettings = z.strictObject({
  address: z.string().trim().min(1).max(ADDRESS_MAX),
  columns: Columns,
});
export type PrinterSettings = z.output<typeof PrinterSettings>;

/** Why paper does not come out, or is not sure to have. Its words are `printing.reason.*`. */
export const PrintReason = z.enum([
  /** No connection, or no such device. */
  'unreachable',
  /** The address is a file that is no device. */
  'notDevice',
  /** The address that is kept can't be read. */
  'noAddress',
  /** The printer says so itself. */
  'paperOut',
  'coverOpen',
  'offline',
  'printerFault',
  /** This computer has no room or no handles left, or its book can't be written. */
  'computer',
  /** It broke off after bytes had been handed over: perhaps printed. */
  'interrupted',
  /** All bytes were handed over, and the printer gave no sign: perhaps printed. */
  'silent',
  /** It had waited for more than 12 hours when the till started. */
  'late',
  /** What is to be printed can't be read. */
  'unreadable',
]);
export type PrintReason = z.output<typeof PrintReason>;

/**
 * How the printer is, by what was last tried.
 * - `untried`: nothing yet, since the start or since the address was changed;
 * - `ready`: it took all of it, and was seen to;
 * - `printing`: paper is being handed to it;
 * - `waiting`: it does not take paper now, and is tried again by itself; `reason` says why;
 * - `silent`: it took all, and gave no sign;
 * - `held`: the last job was put aside for a person.
 */
export const PrinterStatus = z.strictObject({
  state: z.enum(['untried', 'ready', 'printing', 'waiting', 'silent', 'held']),
  reason: PrintReason.nullable(),
  /** What the system said, for whoever mends it: `ECONNREFUSED`. */
  detail: z.string(),
  /** Jobs that are printed by themselves, that a person decides on, and that are not sure. */
  pendingJobs: z.int(),
  heldJobs: z.int(),
  unconfirmedJobs: z.int(),
  address: z.string(),
  columns: Columns,
});
export type PrinterStatus = z.output<typeof PrinterStatus>;

/** What a paper is: a receipt (`A-000042`), the report of a close (`Z-000012`), a test page. */
const PaperName = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.enum(['receipt', 'z']), number: z.string() }),
  z.strictObject({ kind: z.literal('test') }),
]);

/**
 * Paper in the queue. `pending` is printed by itself; `held` waits for a person; `unconfirmed` was
 * handed to a printer that gave no sign, and is not printed again unless a person says so.
 */
export const QueuedJob = z.strictObject({
  id: z.int(),
  paper: PaperName,
  /** Its next paper is marked SALINAN. */
  copy: z.boolean(),
  queuedAtMs: z.int(),
  state: z.enum(['pending', 'held', 'unconfirmed']),
  /** How often it was handed to a printer, in whole or in part. */
  tries: z.int(),
  reason: PrintReason.nullable(),
});
export type QueuedJob = z.output<typeof QueuedJob>;

/**
 * What became of paper that a person asked for. `pending` is still to come, and `reason` says why,
 * where that is known; `printed` was seen to be taken; the others are as in the queue.
 */
export const PrintOutcome = z.strictObject({
  state: z.enum(['pending', 'printed', 'unconfirmed', 'held', 'dropped']),
  reason: PrintReason.nullable(),
});
export type PrintOutcome = z.output<typeof PrintOutcome>;

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
  /** What is drawn in place of letters: such a line has none. */
  picture: PaperPicture.optional(),
});
export type PaperLine = z.output<typeof PaperLine>;

/** What somebody may do who sees a paper drawn: a report tells what a receipt does not. */
export const PaperReaders = z.enum([
  'printing.read',
  'shift.report',
  'shift.see-expected',
  'fees.read',
]);
export type PaperReaders = z.output<typeof PaperReaders>;

/** One strip of paper, from the start of a connection to its cut. */
export const PaperStrip = z.strictObject({
  id: z.int(),
  readers: PaperReaders,
  columns: Columns,
  lines: z.array(PaperLine),
  /** True when a drawer pulse came with it. */
  drawerOpened: z.boolean(),
  cut: z.boolean(),
});
export type PaperStrip = z.output<typeof PaperStrip>;
