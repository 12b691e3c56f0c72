import { findHeader, needHeader } from '../../../domain/fees/bank/find-header.ts';
import type { Candidate } from '../../../domain/fees/bank/pick-profile.ts';
import type { Profile } from '../../../domain/fees/bank/profile.ts';
import { LapakError } from '../../../domain/errors.ts';
import type { GridLine } from '../../../domain/tables/grid.ts';
import { isWorkbook, readSheet } from '../../tables/read-sheet.ts';
import { bankText, checkSize, ROWS_MAX } from './bank-text.ts';
import { headOf, likelySeparator, textCandidates, textLines } from './text-grid.ts';

/** Characters of a text with which profiles are tried. */
const TRIED = 60_000;

/** Reads the sheet of a workbook when it is first asked for, and never again. */
export type SheetOnce = () => Promise<readonly GridLine[]>;

/** @throws LapakError those of readSheet(), each time that it is asked */
export function sheetOnce(content: Uint8Array): SheetOnce {
  let lines: Promise<readonly GridLine[]> | undefined;
  return () => (lines ??= readSheet(content, ROWS_MAX));
}

/** How a file is to be opened. */
export interface OpenOptions<P> {
  readonly fileName?: string | undefined;
  /** The only profile to read it by. */
  readonly profile?: P | undefined;
  /** Profiles to choose from, where it is not named. */
  readonly profiles: readonly P[];
  /** The sheet of a workbook, where it is read as more than one kind of file. */
  readonly sheet?: SheetOnce | undefined;
  /** The one of several that reads the first lines best. */
  pick(candidates: readonly Candidate<P>[]): Candidate<P> | null;
}

/**
 * Takes a CSV or XLSX file apart by the profile that was named, or the one that fits best.
 * @throws LapakError CSV_EMPTY, CSV_BROKEN, FILE_TOO_LARGE, TABLE_TOO_LONG, those of readSheet(),
 * STATEMENT_BROKEN, STATEMENT_UNKNOWN, STATEMENT_UNFIT
 */
export async function openByProfile<P extends Profile>(
  content: Uint8Array,
  options: OpenOptions<P>,
): Promise<Candidate<P>> {
  checkSize(content);
  return isWorkbook(content) ? openWorkbook(content, options) : openText(content, options);
}

async function openWorkbook<P extends Profile>(
  content: Uint8Array,
  { fileName = '', profile, profiles, sheet = sheetOnce(content), pick }: OpenOptions<P>,
): Promise<Candidate<P>> {
  const lines = await sheet();
  if (profile) return { profile, header: needHeader(lines, profile, fileName), lines };
  const candidates = profiles.flatMap((known) => {
    const header = findHeader(lines, known, fileName);
    return header ? [{ profile: known, header, lines }] : [];
  });
  return pick(candidates) ?? unknown();
}

async function openText<P extends Profile>(
  content: Uint8Array,
  { fileName = '', profile, profiles, pick }: OpenOptions<P>,
): Promise<Candidate<P>> {
  const text = bankText(content, profile?.encoding ?? 'auto');
  const found = textCandidates(text, profile ? [profile] : profiles, fileName);
  if (profile && found.length === 0) {
    const lines = headOf(text, likelySeparator(text, profile.separator));
    needHeader(lines, profile, fileName);
  }
  // Each is tried with the first lines alone, before the best is read whole.
  const begin = text.slice(0, TRIED);
  const tried: Candidate<P>[] = [];
  for (const candidate of found) {
    const lines = found.length > 1 ? await textLines(begin, candidate, ROWS_MAX) : [];
    tried.push({ ...candidate, lines });
  }
  const best = pick(tried);
  const chosen = found.find((candidate) => candidate.profile === best?.profile) ?? unknown();
  return { ...chosen, lines: await textLines(text, chosen, ROWS_MAX) };
}

function unknown(): never {
  throw new LapakError('STATEMENT_UNKNOWN', {});
}
