import commands from 'escpos/commands.js';
import Printer from 'escpos/printer.js';
import { paperLine } from '../../../domain/printing/paper-text.ts';
import { type PaperPicture, picturedBytes, rowBytes } from '../../../domain/printing/picture.ts';
import type { PaperLine } from '../../../domain/printing/printer.ts';

/** What comes with the lines. */
export interface PaperEnd {
  readonly cut: boolean;
  /** A pulse to the cash drawer on pin 2, before the first line. */
  readonly openDrawer: boolean;
}

/**
 * `FS .` ends the double-byte mode in which many printers sold here start, where a letter above
 * 0x7f swallows the next; `ESC t 0` chooses code page 437.
 */
const CODE_PAGE_437 = Buffer.from([0x1c, 0x2e, 0x1b, 0x74, 0]);

/** The pulse times `t1 t2` of `ESC p`: 50 ms on, 500 ms off. Epson TM command reference. */
const PULSE_TIMES = Buffer.from([25, 250]);

/**
 * Lines fed before the cut: on a printer without a knife they bring the last line to the tear bar.
 */
const FEED_LINES = 3;

/**
 * Rows of one raster command: printers sold here keep as little as 4 kB. Each goes on where the one
 * before it ended.
 */
const RASTER_ROWS = 64;

const sides = { left: 'LT', centre: 'CT', right: 'RT' } as const;

/**
 * Lines as ESC/POS bytes. The text must be printable (domain/printing/printable.ts).
 *
 * The only file that uses `escpos`, and it sends around these faults of version 2.5.2, each held by
 * a test: `cashdraw` leaves out the two pulse times, so that the printer swallows the next two
 * bytes; `PAPER_CUT_B` lacks its distance byte in the same way; `style` adds `ESC 4` and `ESC 5`,
 * which are no ESC/POS commands, so that some printers print a 5; `size` resets bold, so it must
 * come first.
 */
export function encode(lines: readonly PaperLine[], { cut, openDrawer }: PaperEnd): Buffer {
  const parts: Buffer[] = [];
  const adapter = { write: (bytes: Buffer) => void parts.push(bytes) };
  const printer = new Printer(adapter, { encoding: 'cp437' });
  printer.hardware('INIT').print(CODE_PAGE_437);
  if (openDrawer) printer.print(commands.CASH_DRAWER.CD_KICK_2).print(PULSE_TIMES);
  for (const line of lines) encodeLine(printer, line);
  if (cut)
    printer
      .feed(FEED_LINES)
      .print(commands.PAPER.PAPER_CUT_B)
      .print(Buffer.from([0]));
  printer.flush();
  return Buffer.concat(parts);
}

/**
 * Loads now what the first letter would load from files: by then this computer may have no handle
 * left for them.
 */
export function loadEncoder(): void {
  encode([paperLine('a')], { cut: false, openDrawer: false });
}

function encodeLine(printer: Printer, line: PaperLine): void {
  const { TXT_BOLD_ON, TXT_BOLD_OFF } = commands.TEXT_FORMAT;
  printer.align(sides[line.align]);
  if (line.picture) return encodePicture(printer, line.picture);
  for (const run of line.runs) {
    printer.size(run.wide, run.tall);
    printer.print(run.bold ? TXT_BOLD_ON : TXT_BOLD_OFF);
    printer.pureText(run.text);
  }
  printer.feed(1);
}

/**
 * `GS v 0 m xL xH yL yH`, the one command for pictures that every printer of today obeys. The paper
 * is then fed by as much as the picture is high. Source: Epson TM command reference.
 */
function encodePicture(printer: Printer, picture: PaperPicture): void {
  const bytes = picturedBytes(picture);
  const across = rowBytes(picture.widthDots);
  for (let row = 0; row < picture.heightDots; row += RASTER_ROWS) {
    const rows = Math.min(RASTER_ROWS, picture.heightDots - row);
    const head = [0x1d, 0x76, 0x30, 0, across & 0xff, across >> 8, rows & 0xff, rows >> 8];
    printer.print(Buffer.from(head));
    printer.print(Buffer.from(bytes.subarray(row * across, (row + rows) * across)));
  }
}
