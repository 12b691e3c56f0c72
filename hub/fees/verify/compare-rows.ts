import type { AnyRow } from './stored-store.ts';

/** Where the books are not what the journal says. */
export interface FeeDifference {
  readonly table: string;
  /** Of the row: its key. */
  readonly id: string;
  /** `row` where a whole one is too much or too little. */
  readonly column: string;
  readonly stored: string | number;
  readonly found: string | number;
}

/** The first difference of rows from what the journal makes of them; undefined for none. */
export function firstDifference(
  table: string,
  key: readonly string[],
  { stored, found }: { readonly stored: readonly AnyRow[]; readonly found: readonly AnyRow[] },
): FeeDifference | undefined {
  const byKey = new Map(stored.map((row) => [keyOf(row, key), row]));
  for (const expected of found) {
    const id = keyOf(expected, key);
    const row = byKey.get(id);
    if (!row) return { table, id, column: 'row', stored: '', found: id };
    byKey.delete(id);
    for (const [column, value] of Object.entries(expected)) {
      const [is, should] = [shown(row[column]), shown(value)];
      if (is !== should) return { table, id, column, stored: is, found: should };
    }
  }
  const [extra] = byKey.keys();
  return extra === undefined
    ? undefined
    : { table, id: extra, column: 'row', stored: extra, found: '' };
}

/** The key of a row in one text. */
export function keyOf(row: AnyRow, key: readonly string[]): string {
  return key.map((column) => String(row[column])).join(' ');
}

function shown(value: unknown): string | number {
  if (value === null || value === undefined) return '';
  return typeof value === 'number' || typeof value === 'string' ? value : JSON.stringify(value);
}
