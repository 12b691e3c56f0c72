import { type Candidate } from '../../../domain/fees/bank/pick-profile.ts';
import { findHeader, HEADER_WITHIN } from '../../../domain/fees/bank/find-header.ts';
import type { GridLine } from '../../../domain/tables/grid.ts';
import { type Profile, separators } from '../../../domain/fees/bank/profile.ts';
import { LapakError } from '../../../domain/errors.ts';
import { openTable, splitLine, splitLines } from '../../tables/read-table.ts';

/** A text file that was taken apart as far as its titles. */
export interface TextCandidate<P> extends Candidate<P> {
  readonly separator: string;
}

/** The first lines of a text, taken apart with one separator. */
export function headOf(text: string, separator: string, lines = HEADER_WITHIN): GridLine[] {
  const begin = text.slice(0, 400_000);
  return splitLines(begin)
    .slice(0, lines)
    .map((line, at) => ({ row: at + 1, cells: splitLine(line, separator), fault: null }));
}

/** Every profile whose titles stand in the first lines, with the separator that finds most. */
export function textCandidates<P extends Profile>(
  text: string,
  profiles: readonly P[],
  fileName: string,
): TextCandidate<P>[] {
  const heads = separators.map((separator) => ({ separator, lines: headOf(text, separator) }));
  return profiles.flatMap((profile) => {
    const found = heads.flatMap(({ separator, lines }) => {
      if (profile.separator !== 'auto' && profile.separator !== separator) return [];
      const header = findHeader(lines, profile, fileName);
      return header ? [{ profile, header, lines, separator }] : [];
    });
    found.sort((a, b) => b.header.known - a.header.known);
    return found.slice(0, 1);
  });
}

/**
 * All lines of a text whose titles stand at a known line: those above as they are, those below as
 * rows of a table, so that a remark in quotes may go on over lines.
 * @throws LapakError TABLE_TOO_LONG, CSV_BROKEN
 */
export async function textLines(
  text: string,
  { header, lines, separator }: Omit<TextCandidate<unknown>, 'profile'>,
  rowsMax: number,
): Promise<GridLine[]> {
  const grid: GridLine[] = lines.slice(0, header.at + 1);
  const table = openTable(text.slice(placeOfLine(text, header.at)), separator);
  for await (const line of table.lines()) {
    if (line.kind === 'header' || line.kind === 'blank') continue;
    if (grid.length > rowsMax) throw new LapakError('TABLE_TOO_LONG', { maxRows: rowsMax });
    const fault = line.kind === 'rejected' ? line.fault : null;
    grid.push({ row: line.line + header.at, cells: line.cells, fault });
  }
  return grid;
}

/** Where a line begins, counted as splitLines() does. */
function placeOfLine(text: string, line: number): number {
  const end = /\r\n|\r|\n/g;
  for (let at = 0; at < line; at += 1) if (!end.exec(text)) return text.length;
  return end.lastIndex;
}

/** The separator of a profile; else the one that parts most lines into as many cells. */
export function likelySeparator(text: string, given: Profile['separator']) {
  if (given !== 'auto') return given;
  const scores = separators.map((mark) => {
    const widths = new Map<number, number>();
    for (const { cells } of headOf(text, mark)) {
      if (cells.length > 1) widths.set(cells.length, (widths.get(cells.length) ?? 0) + 1);
    }
    return { mark, score: Math.max(0, ...[...widths].map(([width, lines]) => lines * width)) };
  });
  return scores.sort((a, b) => b.score - a.score)[0]?.mark ?? ',';
}
