import { kindRules } from '../../domain/organisation/kinds.ts';
import type { KindRules } from '../../domain/organisation/kind-rules.ts';
import type { OrganisationKind } from '../../domain/organisation/rows.ts';
import { BYTE_ORDER_MARK, writeTable } from '../../node/tables/write-table.ts';
import type { HubDatabase } from '../database/open-database.ts';
import { pagesOf } from './kind-stores.ts';

const DELIMITER = ';';

/** All rows of a kind as a CSV file, piece by piece, by key. Importing it changes nothing. */
export async function* exportOrganisation<K extends OrganisationKind>(
  { db }: Pick<HubDatabase, 'db'>,
  kind: K,
): AsyncGenerator<string> {
  const { titles, cells }: KindRules<K> = kindRules[kind];
  const columns = Object.keys(titles);
  const header = columns.map((column) => titles[column]?.[0] ?? column);
  yield BYTE_ORDER_MARK + writeTable([header], DELIMITER);
  for await (const page of pagesOf(db, kind)) {
    const rows = page.map((row) => {
      const written = cells(row);
      return columns.map((column) => written[column] ?? '');
    });
    yield writeTable(rows, DELIMITER);
  }
}
