import type { FileRow } from '../../domain/organisation/plan-import.ts';
import { findKind, kindOfFile } from '../../domain/organisation/kinds.ts';
import type { OrganisationKind } from '../../domain/organisation/rows.ts';
import { LapakError } from '../../domain/errors.ts';
import { hashOf } from '../../node/crypto/signing.ts';
import type { Table } from '../../domain/tables/table.ts';
import { openTable } from '../../node/tables/read-table.ts';

/** So many lines from the top are looked through for the column titles. */
const TITLES_WITHIN = 10;

/** A file of the organisation, taken apart. */
export interface ReadFile {
  /** What it is called. */
  readonly name: string;
  readonly kind: OrganisationKind;
  /** Of its text in UTF-8, hex. */
  readonly sha256: string;
  readonly table: Table;
  readonly rows: readonly FileRow[];
}

/**
 * Takes a file apart. Its titles tell its kind.
 * @throws LapakError CSV_EMPTY, CSV_BROKEN, ORGANISATION_KIND_UNKNOWN, ORGANISATION_HEADER_BELOW
 */
export async function readFile(name: string, content: string): Promise<ReadFile> {
  const table = openTable(content);
  await assertTitlesFirst(table);
  const kind = kindOfFile(table.header);
  const rows: FileRow[] = [];
  for await (const found of table.lines()) {
    if (found.kind === 'blank' || found.kind === 'header') continue;
    const fault = found.kind === 'rejected' ? found.fault : null;
    rows.push({ line: found.line, cells: found.cells, fault });
  }
  const sha256 = hashOf(Buffer.from(content, 'utf8'));
  return { name, kind, sha256, table, rows };
}

/** @throws LapakError ORGANISATION_HEADER_BELOW where a heading stands above the column titles */
async function assertTitlesFirst(table: Table): Promise<void> {
  if (findKind(table.header)) return;
  let first = 1;
  for await (const { kind, line, cells } of table.lines()) {
    if (kind === 'header') first = line;
    if (line > TITLES_WITHIN) return;
    if (kind !== 'header' && findKind(cells)) {
      throw new LapakError('ORGANISATION_HEADER_BELOW', { line: first, titles: line });
    }
  }
}
