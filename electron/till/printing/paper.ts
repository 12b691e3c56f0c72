import type { Columns, PaperLine } from '../../../domain/printing/printer.ts';
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

  const paper: Paper = {
    codePage: 0,
    reset: () => {
      style = plain;
      align = 'left';
      paper.codePage = 0;
    },
    align: (side) => {
      align = alignments[side] ?? 'left';
    },
    bold: (on) => {
      style = { ...style, bold: on };
    },
    size: (wide, tall) => {
      style = { ...style, wide, tall };
    },
    put: (character) => {
      if (taken + style.wide > columns()) paper.feed();
      taken += style.wide;
      const last = runs.at(-1);
      if (
        last &&
        last.bold === style.bold &&
        last.wide === style.wide &&
        last.tall === style.tall
      ) {
        last.text += character;
      } else {
        runs.push({ text: character, ...style });
      }
    },
    feed: () => {
      lines.push({ align, runs });
      runs = [];
      taken = 0;
      if (lines.length >= STRIP_LINES_MAX) paper.cut(false);
    },
    openDrawer: () => {
      drawerOpened = true;
    },
    cut: (byKnife) => {
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
