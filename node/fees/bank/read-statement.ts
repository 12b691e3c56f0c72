import {
  builtInProfiles,
  isStatementProfile,
} from '../../../domain/fees/bank/built-in-profiles.ts';
import { pickStatement } from '../../../domain/fees/bank/pick-profile.ts';
import type { StatementProfile } from '../../../domain/fees/bank/profile.ts';
import {
  readStatementGrid,
  type StatementHints,
} from '../../../domain/fees/bank/read-statement-grid.ts';
import type { StatementFile } from '../../../domain/fees/bank/statement.ts';
import { isWorkbook } from '../../tables/read-sheet.ts';
import { bankText, checkSize } from './bank-text.ts';
import { openByProfile, type SheetOnce } from './open-by-profile.ts';
import { isCamt, readCamt } from './read-camt.ts';
import { isMt940, readMt940 } from './read-mt940.ts';

/** What is known of a bank file beside its bytes. */
export interface StatementOptions extends StatementHints {
  /** The only profile to read it by; without one the file is looked at. */
  readonly profile?: StatementProfile;
  /** Profiles of the mall's own, which are tried before those that come with Lapak. */
  readonly profiles?: readonly StatementProfile[];
  /** As of OpenOptions. */
  readonly sheet?: SheetOnce;
}

/**
 * Reads a bank file: CSV or XLSX by a profile, MT940, CAMT.053. Whatever is wrong with it is told
 * by row, or is one failure; nothing else is thrown, and time and memory have bounds.
 * @throws LapakError those of openByProfile(), readMt940(), readCamt() and readStatementGrid()
 */
export async function readStatement(
  content: Uint8Array,
  options: StatementOptions,
): Promise<StatementFile> {
  const { profile, profiles = [], fileName, sheet } = options;
  checkSize(content);
  if (!isWorkbook(content)) {
    const text = bankText(content, profile?.encoding ?? 'auto');
    if (isCamt(text)) return readCamt(text, options);
    if (isMt940(text)) return readMt940(text, options);
  }
  const opened = await openByProfile(content, {
    fileName,
    profile,
    sheet,
    profiles: [...profiles, ...builtInProfiles.filter(isStatementProfile)],
    pick: (candidates) => pickStatement(candidates, options),
  });
  return readStatementGrid(opened.lines, opened.profile, opened.header, options);
}
