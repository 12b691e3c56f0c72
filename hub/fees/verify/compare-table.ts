import type { HubTables } from '../../database/tables.ts';
import type { Tx } from '../../database/transact.ts';
import { type FeeDifference, firstDifference, keyOf } from './compare-rows.ts';
import { type AnyRow, rowsAfter } from './stored-store.ts';

/** Rows read at a time. */
const PAGE = 1_000;

/** What is held against what: a table, by which columns a row is found, and which are compared. */
export interface Compared {
  readonly table: keyof HubTables;
  readonly key: readonly string[];
  readonly columns: readonly string[];
}

/** The first difference of all rows of a table, page by page; those that are missing come last. */
export async function compareTable(
  trx: Tx,
  { table, key, columns }: Compared,
  found: readonly AnyRow[],
): Promise<FeeDifference | null> {
  const expected = new Map(found.map((row): [string, AnyRow] => [keyOf(row, key), row]));
  let after: readonly unknown[] | null = null;
  for (;;) {
    const stored: AnyRow[] = await rowsAfter(
      trx,
      { table, columns, order: key, limit: PAGE },
      after,
    );
    const beside = stored.flatMap((row): AnyRow[] => {
      const found = expected.get(keyOf(row, key));
      return found ? [found] : [];
    });
    const difference = firstDifference(table, key, { stored, found: beside });
    if (difference) return difference;
    for (const row of stored) expected.delete(keyOf(row, key));
    const last: AnyRow | undefined = stored.at(-1);
    if (!last || stored.length < PAGE) break;
    after = key.map((column) => last[column]);
  }
  const [gone] = expected.keys();
  return gone === undefined ? null : { table, id: gone, column: 'row', stored: '', found: gone };
}
