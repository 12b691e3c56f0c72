/**
 * Triggers that refuse to change or delete what is in a table.
 * @param deletable SQL that is true of the rows that may be deleted all the same
 */
export function appendOnly(table: string, { deletable = 'FALSE' } = {}): string[] {
  const refuse = (verb: 'update' | 'delete', when: string) =>
    `CREATE TRIGGER ${table}_refuse_${verb} BEFORE ${verb.toUpperCase()} ON ${table}${when}
       BEGIN SELECT RAISE(ABORT, '${table} is append-only'); END`;
  const kept = deletable === 'FALSE' ? '' : `\n       WHEN NOT (${deletable})`;
  return [refuse('update', ''), refuse('delete', kept)];
}
