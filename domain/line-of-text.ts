import { z } from 'zod';

/** What would end a line, or move the cursor of a terminal. */
const BREAKING = /[\p{Cc}\p{Zl}\p{Zp}]+/gu;
/** What ends a line wherever a text was written. */
const LINE_END = /\r\n|[\n\v\f\r\u0085\u2028\u2029]/u;
/** What nobody sees in a line, and what turns the direction of the letters around it. */
const UNSEEN =
  /[\u00AD\u061C\u180E\u200B\u200E\u200F\u202A-\u202E\u2060-\u206F\uFEFF\u{E0000}-\u{E007F}]/gu;
/** What is seen: joiners and selectors have their place beside it, but alone say nothing. */
const SEEN = /[^\p{Default_Ignorable_Code_Point}\p{White_Space}\u2800]/u;

/**
 * One line of text as people write it, in NFC: what breaks a line is a space, what nobody sees is
 * left out, a half of a character pair becomes U+FFFD. Where nothing can be seen it is empty.
 * @param lengthMin in UTF-16 units, after that; 0 lets it be empty
 */
export function lineOfText(lengthMin: number, lengthMax: number) {
  return z
    .string()
    .max(10 * lengthMax) // before the work
    .overwrite(asLine)
    .trim()
    .min(lengthMin)
    .max(lengthMax);
}

/** The beginning of a text as lineOfText() has it, of at most so many UTF-16 units. */
export function startOfLine(text: string, lengthMax: number): string {
  return asLine(text).trim().slice(0, lengthMax).toWellFormed().normalize('NFC');
}

/**
 * Text of one or more lines: each as lineOfText() has it, though its blanks in front stay; at most
 * one empty line between two. What breaks a line is `\n`. Where nothing can be seen it is empty.
 * @param lengthMin in UTF-16 units, after that; 0 lets it be empty
 */
export function linesOfText(lengthMin: number, lengthMax: number) {
  return z
    .string()
    .max(10 * lengthMax) // before the work
    .overwrite(asLines)
    .min(lengthMin)
    .max(lengthMax);
}

/** Whether anything of a text can be seen: else lineOfText() makes an empty line of it. */
export function isSeen(text: string): boolean {
  return asLine(text) !== '';
}

function asLines(text: string): string {
  const lines = text.split(LINE_END).map((line) => asLine(line).trimEnd());
  return lines
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

function asLine(text: string): string {
  // What stood apart may meet where something was left out: NFC comes last.
  const line = text.toWellFormed().replace(BREAKING, ' ').replace(UNSEEN, '').normalize('NFC');
  return SEEN.test(line) ? line : '';
}

/** Text as it was written, which every database can hold: PostgreSQL has no U+0000. */
export function storable(lengthMax: number) {
  return z
    .string()
    .max(lengthMax)
    .regex(/^[^\0]*$/);
}
