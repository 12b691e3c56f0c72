import iconv from 'iconv-lite';
import type { Columns, PaperStrip } from '../../../domain/printing/printer.ts';
import { escParameterBytes, fsParameterBytes, gsParameterBytes } from './escpos-commands.ts';
import { makePaper, type Paper } from './paper.ts';

/** A strip as drawn; the printer that drew it gives the number. */
export type DrawnStrip = Omit<PaperStrip, 'id' | 'readers'>;

/** Draws ESC/POS bytes as they come, in chunks of any size. */
export interface EscposReader {
  write(chunk: Uint8Array): void;
  /** The end of the connection: what was not cut off becomes a strip. */
  end(): void;
}

const ESC = 0x1b;
const FS = 0x1c;
const GS = 0x1d;
const DLE = 0x10;
const LF = 0x0a;

/** Gives one byte at each `yield`. */
type Bytes<T = void> = Generator<undefined, T, number>;

/**
 * Draws text, styles, alignment, pictures, feeds, cuts and drawer pulses; skips every other command
 * whole. `onAsked` is called when the sender asks for the status.
 */
export function makeEscposReader(
  columns: () => Columns,
  onStrip: (strip: DrawnStrip) => void,
  onAsked: () => void = () => undefined,
): EscposReader {
  const paper = makePaper(columns, onStrip);
  const machine = readBytes(paper, onAsked);
  machine.next();
  return {
    write: (chunk) => {
      for (const byte of chunk) machine.next(byte);
    },
    end: () => paper.cut(false),
  };
}

function* readBytes(paper: Paper, onAsked: () => void): Bytes<never> {
  for (;;) {
    const byte = yield;
    if (byte === ESC) yield* readEsc(paper);
    else if (byte === GS) yield* readGs(paper);
    else if (byte === FS) yield* skip(fsParameterBytes[letter(yield)] ?? 0);
    else if (byte === DLE) yield* readRealTime(onAsked);
    else if (byte === LF) paper.feed();
    else if (byte >= 0x20 && byte !== 0x7f) paper.put(decode(byte, paper.codePage));
  }
}

function* readEsc(paper: Paper): Bytes {
  const command = letter(yield);
  if (command === '*') return yield* skipBitImage();
  if (command === 'D') return yield* skipUntilNul();
  const parameters = yield* take(escParameterBytes[command] ?? 0);
  const n = parameters[0] ?? 0;
  switch (command) {
    case '@':
      return paper.reset();
    case 'a':
      return paper.align(n % 48); // 0 to 2, or the figures '0' to '2'
    case 'E':
      return paper.bold((n & 1) === 1);
    case '!':
      paper.bold((n & 0x08) !== 0);
      return paper.size(n & 0x20 ? 2 : 1, n & 0x10 ? 2 : 1);
    case 't':
      paper.codePage = n;
      return;
    case 'd':
      for (let line = 0; line < n; line++) paper.feed();
      return;
    case 'i':
    case 'm':
      return paper.cut(true);
    case 'p':
      return paper.openDrawer();
  }
}

function* readGs(paper: Paper): Bytes {
  const command = letter(yield);
  switch (command) {
    case '!': {
      const n = yield;
      return paper.size(((n >> 4) & 7) + 1, (n & 7) + 1);
    }
    case 'V': {
      const mode = yield;
      if (mode > 49) yield; // functions B to D name a distance
      return paper.cut(true);
    }
    case 'k': {
      const kind = yield;
      return kind <= 6 ? yield* skipUntilNul() : yield* skip(yield);
    }
    case '(': {
      yield; // the function
      return yield* skip((yield) + (yield) * 256);
    }
    case 'v':
      return yield* readRaster(paper);
    case '*':
      return yield* skip((yield) * (yield) * 8);
    default:
      return yield* skip(gsParameterBytes[command] ?? 0);
  }
}

/** `GS v 0 m xL xH yL yH`, then the rows. */
function* readRaster(paper: Paper): Bytes {
  yield* skip(2); // '0' and the mode: each dot once, the only one that is sent here
  const across = (yield) + (yield) * 256;
  const rows = (yield) + (yield) * 256;
  for (let row = 0; row < rows; row += 1) paper.row(yield* take(across));
}

/** `DLE EOT n`, `DLE ENQ n`, `DLE DC4 fn a b`: asked in the middle of other data. */
function* readRealTime(onAsked: () => void): Bytes {
  const command = yield;
  if (command === 0x14) return yield* skip(3);
  if (command !== 0x04 && command !== 0x05) return;
  yield;
  if (command === 0x04) onAsked();
}

function* skipBitImage(): Bytes {
  const mode = yield;
  const dots = (yield) + (yield) * 256;
  yield* skip(mode >= 32 ? dots * 3 : dots);
}

function* skipUntilNul(): Bytes {
  while ((yield) !== 0);
}

function* skip(bytes: number): Bytes {
  for (let left = bytes; left > 0; left--) yield;
}

function* take(bytes: number): Bytes<number[]> {
  const taken: number[] = [];
  while (taken.length < bytes) taken.push(yield);
  return taken;
}

function letter(byte: number): string {
  return String.fromCharCode(byte);
}

/** Code pages by the number that `ESC t` gives them; 437 where the number is not known. */
const codePages: Readonly<Record<number, string>> = { 0: 'cp437', 2: 'cp850', 16: 'windows-1252' };

function decode(byte: number, codePage: number): string {
  if (byte < 0x80) return letter(byte);
  return iconv.decode(Buffer.from([byte]), codePages[codePage] ?? 'cp437');
}
