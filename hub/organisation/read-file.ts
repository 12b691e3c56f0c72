import type { FileRow } from '../../domain/organisation/plan-import.ts';
import { kindOfFile } from '../../domain/organisation/kinds.ts';
import type { OrganisationKind } from '../../domain/organisation/rows.ts';
import { openTable, type Table } from '../../node/tables/read-table.ts';

/** A file of the organisation, taken apart. */
export interface ReadFile {
  /** What it is called. */
  readonly name: string;
  readonly kind: OrganisationKind;
  readonly table: Table;
  readonly rows: readonly FileRow[];
}

/**
 * Takes a file apart. Its titles tell its kind.
 * @throws LapakError CSV_EMPTY, CSV_BROKEN, ORGANISATION_KIND_UNKNOWN
 */
export async function readFile(name: string, content: string): Promise<ReadFile> {
  const table = openTable(content);
  const kind = kindOfFile(table.header);
  const rows: FileRow[] = [];
  for await (const found of table.lines()) {
    if (found.kind === 'blank' || found.kind === 'header') continue;
    const fault = found.kind === 'rejected' ? found.fault : null;
    rows.push({ line: found.line, cells: found.cells, fault });
  }
  return { name, kind, table, rows };
}
