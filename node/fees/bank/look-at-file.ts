import { LapakError } from '../../../domain/errors.ts';
import type { LookedFile } from '../../../domain/fees/bank/profile-contract.ts';
import type { Profile } from '../../../domain/fees/bank/profile.ts';
import { guessLayout } from '../../../domain/fees/bank/teach/guess-layout.ts';
import {
  LOOKED_CHARACTERS,
  LOOKED_COLUMNS,
  LOOKED_LINES,
} from '../../../domain/fees/bank/teach/layout.ts';
import { type GridCell, type GridLine, isBlankLine } from '../../../domain/tables/grid.ts';
import { isWorkbook, readSheet } from '../../tables/read-sheet.ts';
import { checkSize, encodedText, ROWS_MAX } from './bank-text.ts';
import { isCamt } from './read-camt.ts';
import { isMt940 } from './read-mt940.ts';
import { headOf, likelySeparator } from './text-grid.ts';

/**
 * The first lines of a file that nobody has a profile of, as a table, and what its columns seem to
 * hold. Nothing of it is checked but that it is a table.
 * @param how what somebody knows better; `auto` to look
 * @throws LapakError CSV_EMPTY, FILE_TOO_LARGE, STATEMENT_PDF, STATEMENT_BROKEN,
 * STATEMENT_FORMAT_KNOWN, those of readSheet()
 */
export async function lookAtFile(
  content: Uint8Array,
  how: Pick<Profile, 'encoding' | 'separator'>,
): Promise<LookedFile> {
  checkSize(content);
  const { lines, ...written } = isWorkbook(content)
    ? { lines: await readSheet(content, ROWS_MAX), encoding: null, separator: null }
    : textTable(content, how);
  const first = lines
    .slice(0, LOOKED_LINES)
    .map(clipped)
    .filter((line) => !isBlankLine(line));
  if (first.length === 0) throw new LapakError('CSV_EMPTY', {});
  const told = first.map(({ row, cells }) => ({ row, cells: [...cells] }));
  return { ...written, lines: told, guess: guessLayout(first) };
}

function textTable(content: Uint8Array, how: Pick<Profile, 'encoding' | 'separator'>) {
  const { text, encoding } = encodedText(content, how.encoding);
  const format = isCamt(text) ? 'CAMT.053' : isMt940(text) ? 'MT940' : null;
  if (format !== null) throw new LapakError('STATEMENT_FORMAT_KNOWN', { format });
  const separator = likelySeparator(text, how.separator);
  return { lines: headOf(text, separator, LOOKED_LINES), encoding, separator };
}

function clipped({ row, cells, fault }: GridLine): GridLine {
  const clip = (cell: GridCell) =>
    typeof cell === 'string' ? cell.slice(0, LOOKED_CHARACTERS) : cell;
  return { row, cells: cells.slice(0, LOOKED_COLUMNS).map(clip), fault };
}
