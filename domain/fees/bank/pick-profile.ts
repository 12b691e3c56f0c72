import { LapakError } from '../../errors.ts';
import type { Header } from './find-header.ts';
import type { GridLine } from '../../tables/grid.ts';
import type { SettlementProfile, StatementProfile } from './profile.ts';
import { readSettlementGrid } from './read-settlement-grid.ts';
import { readStatementGrid, type StatementHints } from './read-statement-grid.ts';

/** A profile whose titles a file has, with the lines as that profile takes them apart. */
export interface Candidate<P> {
  readonly profile: P;
  readonly header: Header;
  readonly lines: readonly GridLine[];
}

/** Lines below the titles with which each candidate is tried. */
const TRIED_LINES = 150;
/** What a file that cannot be read at all weighs against rejected lines. */
const UNREADABLE = 1_000_000;

/** Of profiles that fit a file, the one that reads its first lines best; null without any. */
export function pickStatement(
  candidates: readonly Candidate<StatementProfile>[],
  hints: StatementHints,
): Candidate<StatementProfile> | null {
  return leastFaulty(candidates, ({ profile, header, lines }) => {
    const tried = lines.slice(0, header.at + 1 + TRIED_LINES);
    const file = readStatementGrid(tried, profile, header, hints);
    const broken = file.notes.filter(({ note }) => note === 'balanceBroken');
    return file.rejected.length + broken.length + (file.rows.length === 0 ? 1 : 0);
  });
}

/** Of profiles that fit a settlement file, the one that reads its first lines best. */
export function pickSettlement(
  candidates: readonly Candidate<SettlementProfile>[],
): Candidate<SettlementProfile> | null {
  return leastFaulty(candidates, ({ profile, header, lines }) => {
    const tried = lines.slice(0, header.at + 1 + TRIED_LINES);
    return readSettlementGrid(tried, profile, header).rejected.length;
  });
}

/** The candidate with the fewest faults, then the most titles, then the first. */
function leastFaulty<P>(
  candidates: readonly Candidate<P>[],
  faultsOf: (candidate: Candidate<P>) => number,
): Candidate<P> | null {
  if (candidates.length <= 1) return candidates[0] ?? null;
  const ranked = candidates.map((candidate) => ({ candidate, faults: counted(candidate) }));
  ranked.sort((a, b) => a.faults - b.faults || b.candidate.header.known - a.candidate.header.known);
  return ranked[0]?.candidate ?? null;

  function counted(candidate: Candidate<P>): number {
    try {
      return faultsOf(candidate);
    } catch (error) {
      if (error instanceof LapakError) return UNREADABLE;
      throw error;
    }
  }
}
