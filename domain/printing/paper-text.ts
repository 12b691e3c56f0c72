import { assert } from '../assert.ts';
import { printable } from './printable.ts';
import type { PaperPicture } from './picture.ts';
import type { Columns, PaperLine } from './printer.ts';

/** How a line is printed; plain, left and of normal size where nothing is said. */
export interface PaperStyle {
  readonly align?: PaperLine['align'];
  readonly bold?: boolean;
  readonly wide?: 1 | 2;
  readonly tall?: 1 | 2;
}

/** Text of any length as lines of paper, wrapped at word borders, nothing left out. */
export function paragraph(
  text: string,
  columns: Columns,
  style: PaperStyle & { readonly indent?: number } = {},
): PaperLine[] {
  const letters = Math.floor(columns / (style.wide ?? 1));
  return wrap(printable(text), letters, style.indent).map((line) => paperLine(line, style));
}

/**
 * Words on the left and a figure that ends in the last column. Words that leave it no room wrap,
 * and if need be the figure stands alone on the next line: the two never touch.
 */
export function pair(
  left: string,
  right: string,
  columns: Columns,
  style: Pick<PaperStyle, 'bold' | 'tall'> & { readonly indent?: number } = {},
): PaperLine[] {
  const figure = printable(right);
  assert(figure.length <= columns, 'a figure fits the paper');
  const lines = wrap(printable(left), columns, style.indent);
  const last = lines.at(-1) ?? '';
  if (last.length + 1 + figure.length <= columns) {
    lines[lines.length - 1] = last + figure.padStart(columns - last.length);
  } else {
    lines.push(figure.padStart(columns));
  }
  return lines.map((line) => paperLine(line, style));
}

/** A rule across the paper. */
export function rule(columns: Columns): PaperLine {
  return paperLine('-'.repeat(columns));
}

/** An empty line. */
export function gap(): PaperLine {
  return { align: 'left', runs: [] };
}

/** A picture in the middle of the paper. */
export function drawn(picture: PaperPicture): PaperLine {
  return { align: 'centre', runs: [], picture };
}

/** One line exactly as it is; `text` is printable and fits. */
export function paperLine(text: string, style: PaperStyle = {}): PaperLine {
  const { align = 'left', bold = false, wide = 1, tall = 1 } = style;
  return { align, runs: text === '' ? [] : [{ text, bold, wide, tall }] };
}

/** Breaks at spaces; a word longer than a line is cut where the line ends. At least one line. */
function wrap(text: string, letters: number, indentLetters = 0): string[] {
  assert(indentLetters < letters, 'an indent leaves room for text');
  const indent = ' '.repeat(indentLetters);
  const lines: string[] = [];
  let line = indent;
  for (const word of text.split(' ').filter((part) => part !== '')) {
    const joined = line === indent ? line + word : `${line} ${word}`;
    if (joined.length <= letters) {
      line = joined;
      continue;
    }
    if (line !== indent) lines.push(line);
    line = indent + word;
    while (line.length > letters) {
      lines.push(line.slice(0, letters));
      line = indent + line.slice(letters);
    }
  }
  return [...lines, line];
}
