import type { OrganisationReason } from '../../domain/organisation/import-reason.ts';
import {
  type CellChange,
  type ImportPlan,
  type PlannedRow,
  titleIn,
} from '../../domain/organisation/plan-import.ts';
import { refusedWords } from '../../domain/organisation/refused-words.ts';
import type { OrganisationKind } from '../../domain/organisation/rows.ts';
import { reasonsByRow } from '../../domain/tables/row-reasons.ts';
import type { Translator } from '../../domain/text.ts';
import { hashOf } from '../../node/crypto/signing.ts';
import { writeRejected } from '../../node/tables/write-table.ts';
import type { ReadFile } from './read-file.ts';

/** Rows listed with what changes; beyond that they are only counted. */
const LISTED_MAX = 500;

/** A row that is added or updated. */
export interface ChangedRow {
  /** Line of the file; 1 is the first. */
  readonly row: number;
  /** What it is known by: a code, `mall/code` of a unit, `stall/first day` of a contract. */
  readonly key: string;
  readonly becomes: 'added' | 'updated';
  readonly changes: readonly CellChange[];
}

/** A cell that kept its row out, or the row itself when `column` is empty. */
export interface RejectedCell {
  readonly row: number;
  /** Title of the column, as it stands in the file. */
  readonly column: string;
  readonly reason: OrganisationReason;
  readonly value: string;
  readonly other: string;
  /** The same in words. */
  readonly sentence: string;
}

/** What an import of a file would do, or did. rows = added + updated + unchanged + rejectedRows. */
export interface FileReport {
  readonly file: string;
  readonly kind: OrganisationKind;
  /** Rows below the titles that are not blank. */
  readonly rows: number;
  readonly added: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly rejectedRows: number;
  /** The first LISTED_MAX rows that are added or updated, in the order of the file. */
  readonly changes: readonly ChangedRow[];
  readonly rejected: readonly RejectedCell[];
  /** The rejected rows as a CSV file with their reasons, to mend and import; empty for none. */
  readonly rejectedFile: string;
  /** Titles of the file that mean nothing here. */
  readonly unknownColumns: readonly string[];
  /** See digestOf(). */
  readonly digest: string;
}

/** Of all that a plan changes and rejects, row by row: SHA-256, hex. */
export function digestOf({ planned, refused }: ImportPlan<OrganisationKind>): string {
  const told = [
    planned
      .flatMap(listed)
      .map(({ row, key, becomes, changes }) => [
        row,
        key,
        becomes,
        changes.map(({ column, old, new: now }) => [column, old, now]),
      ]),
    refused.map(({ line, column, reason, value, other }) => [line, column, reason, value, other]),
  ];
  return hashOf(Buffer.from(JSON.stringify(told), 'utf8'));
}

/** What a plan does to its file, told. */
export async function reportFile(
  { name, table }: ReadFile,
  plan: ImportPlan<OrganisationKind>,
  speaker: Translator,
): Promise<FileReport> {
  const { kind, rowCount, planned, refused, unknownColumns } = plan;
  const count = (becomes: PlannedRow<OrganisationKind>['becomes']) => {
    return planned.filter((row) => row.becomes === becomes).length;
  };
  const words = refusedWords(plan, speaker);
  const reasons = reasonsByRow(words);
  return {
    file: name,
    kind,
    rows: rowCount,
    added: count('added'),
    updated: count('updated'),
    unchanged: count('unchanged'),
    rejectedRows: reasons.size,
    changes: planned.flatMap(listed).slice(0, LISTED_MAX),
    rejected: refused.map(({ line, column, reason, value, other }, at) => ({
      row: line,
      column: column === '' ? '' : titleIn(plan, column),
      reason,
      value,
      other,
      sentence: words[at]?.sentence ?? '',
    })),
    rejectedFile: reasons.size > 0 ? await writeRejected(table, reasons) : '',
    unknownColumns,
    digest: digestOf(plan),
  };
}

function listed({ line, key, becomes, changes }: PlannedRow<OrganisationKind>): ChangedRow[] {
  return becomes === 'unchanged' ? [] : [{ row: line, key, becomes, changes }];
}
