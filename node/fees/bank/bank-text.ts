import type { StatementProfile } from '../../../domain/fees/bank/profile.ts';
import { LapakError } from '../../../domain/errors.ts';
import { decodeBytes } from '../../tables/read-text-file.ts';

/** Largest file of a bank; 100.000 rows are about ten megabytes. */
const BYTES_MAX = 32_000_000;
/** Most lines of one file: a hundred thousand rows with what stands around them. */
export const ROWS_MAX = 120_000;
/** One of the statements of a file counts as so many lines: 2.400 are six years of daily ones. */
const LINES_A_STATEMENT = 50;

/** @throws LapakError TABLE_TOO_LONG */
export function checkRows(rows: number, statements = 0): void {
  const lines = rows + LINES_A_STATEMENT * statements;
  if (lines > ROWS_MAX) throw new LapakError('TABLE_TOO_LONG', { maxRows: ROWS_MAX });
}

/** How much of a file is looked at before it is taken for text. */
const BEGIN = 100_000;

/** @throws LapakError FILE_TOO_LARGE */
export function checkSize({ length }: { readonly length: number }, most = BYTES_MAX): void {
  if (length <= most) return;
  throw new LapakError('FILE_TOO_LARGE', { maxMegabytes: most / 1_000_000 });
}

/** What ends a text under DOS, and in files that are older than their bank's website. */
const DOS_END = '\u001A';

/**
 * The text of a bank file.
 * @throws LapakError CSV_EMPTY; STATEMENT_PDF; STATEMENT_BROKEN for what is no text
 */
export function bankText(content: Uint8Array, encoding: StatementProfile['encoding']): string {
  return encodedText(content, encoding).text;
}

/**
 * The text of a bank file, and how it is written.
 * @throws LapakError as bankText() does
 */
export function encodedText(content: Uint8Array, given: StatementProfile['encoding']) {
  if (isPdf(content)) throw new LapakError('STATEMENT_PDF', {});
  const { text, encoding } =
    given === 'auto'
      ? decodeBytes(content)
      : { text: new TextDecoder(given).decode(content), encoding: given };
  const begin = text.slice(0, BEGIN);
  if (begin.trim() === '') throw new LapakError('CSV_EMPTY', {});
  const at = begin
    .trimEnd()
    .replace(DOS_END, '')
    .search(/(?!\s)\p{Cc}/u);
  if (at >= 0) throw new LapakError('STATEMENT_BROKEN', { detail: `#${at + 1}` });
  return { text: text.replace(/^\uFEFF/, ''), encoding };
}

function isPdf(content: Uint8Array): boolean {
  return new TextDecoder('latin1').decode(content.subarray(0, 5)) === '%PDF-';
}
