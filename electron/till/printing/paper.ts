import {
  drawPicture,
  PICTURE_HEIGHT_MAX,
  type PaperPicture,
} from '../../../domain/printing/picture.ts';
import { type Columns, type PaperLine, paperDots } from '../../../domain/printing/printer.ts';
import type { DrawnStrip } from './escpos-reader.ts';

/** Most lines of one strip; paper that is never cut is cut here, so that memory stays bounded. */
export const STRIP_LINES_MAX = 2_000;

const alignments = ['left', 'centre', 'right'] as const;

/** Paper in a printer: where the next letter goes, and in which style. */
export interface Paper {
  /** The number given by `ESC t`. */
  codePage: number;
  /** Back to the state after switching on; what is on the paper stays. */
  reset(): void;
  /** 0 left, 1 centre, 2 right. */
  align(side: number): void;
  bold(on: boolean): void;
  size(wide: number, tall: number): void;
  /** One letter; a full line goes on in the next, as on paper. */
  put(character: string): void;
  /** One row of dots, 8 a byte; what is wider than the paper is not on it. */
  row(dots: readonly number[]): void;
  /** Ends the line. */
  feed(): void;
  openDrawer(): void;
  /** Ends the strip, if anything is on it. `byKnife` is false at the end of a connection. */
  cut(byKnife: boolean): void;
}

/** An empty roll. Each strip is handed to `onStrip` when it ends. */
export function makePaper(columns: () => Columns, onStrip: (strip: DrawnStrip) => void): Paper {
  const plain = { bold: false, wide: 1, tall: 1 };
  let style = plain;
  let align: PaperLine['align'] = 'left';
  let lines: PaperLine[] = [];
  let runs: PaperLine['runs'] = [];
  let taken = 0;
  let drawerOpened = false;
  const raster = makeRaster();

  const endPicture = (): void => {
    const picture = raster.take(paperDots[columns()]);
    if (picture) lines.push({ align, runs: [], picture });
  };

  const paper: Paper = {
    codePage: 0,
    reset: () => {
      style = plain;
      align = 'left';
      paper.codePage = 0;
    },
    align: (side) => {
      endPicture();
      align = alignments[side] ?? 'left';
    },
    bold: (on) => {
      style = { ...style, bold: on };
    },
    size: (wide, tall) => {
      style = { ...style, wide, tall };
    },
    row: (dots) => {
      if (runs.length > 0) paper.feed();
      if (!raster.fits(dots)) endPicture();
      raster.add(dots);
      if (lines.length >= STRIP_LINES_MAX) paper.cut(false);
    },
    put: (character) => {
      endPicture();
      if (taken + style.wide > columns()) paper.feed();
      taken += style.wide;
      putInto(runs, { text: character, ...style });
    },
    feed: () => {
      endPicture();
      lines.push({ align, runs });
      runs = [];
      taken = 0;
      if (lines.length >= STRIP_LINES_MAX) paper.cut(false);
    },
    openDrawer: () => {
      drawerOpened = true;
    },
    cut: (byKnife) => {
      endPicture();
      if (runs.length > 0) lines.push({ align, runs });
      if (lines.length > 0 || drawerOpened) {
        onStrip({ columns: columns(), lines, drawerOpened, cut: byKnife });
      }
      lines = [];
      runs = [];
      taken = 0;
      drawerOpened = false;
    },
  };
  return paper;
}

/** A letter goes on with the run before it where that has the same style. */
function putInto(runs: PaperLine['runs'], letter: PaperLine['runs'][number]): void {
  const { bold, wide, tall } = letter;
  const last = runs.at(-1);
  const isSame = last?.bold === bold && last.wide === wide && last.tall === tall;
  if (isSame) last.text += letter.text;
  else runs.push(letter);
}

/** Rows of dots, one below the other, that become one picture. */
interface Raster {
  /** Whether a row goes on with those that are there. */
  fits(dots: readonly number[]): boolean;
  add(dots: readonly number[]): void;
  /** The picture of them, not wider than the paper; undefined where there are none. */
  take(paperWidth: number): PaperPicture | undefined;
}

function makeRaster(): Raster {
  let rows: (readonly number[])[] = [];
  return {
    fits: ({ length }) => {
      return rows.length === 0 || (rows[0]?.length === length && rows.length < PICTURE_HEIGHT_MAX);
    },
    add: (dots) => {
      if (dots.length > 0) rows.push(dots);
    },
    take: (paperWidth) => {
      const taken = rows;
      rows = [];
      const across = taken[0]?.length;
      if (across === undefined) return undefined;
      const bits = (x: number, y: number) => (taken[y]?.[x >> 3] ?? 0) & (0x80 >> (x & 7));
      const width = Math.min(paperWidth, across * 8);
      return drawPicture(width, taken.length, (x, y) => bits(x, y) !== 0);
    },
  };
}
