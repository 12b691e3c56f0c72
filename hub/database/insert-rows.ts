import { CompiledQuery, type Insertable, sql } from 'kysely';
import { arrayBytes, type Element, type ElementType } from './array-bytes.ts';
import type { HubTables } from './tables.ts';
import { kindOf, runUnread, type Tx } from './transact.ts';

/** A table whose rows come by the hundred: each of its columns, as PostgreSQL has it. */
export interface Rows<T extends keyof HubTables> {
  readonly table: T;
  readonly columns: Readonly<Record<keyof HubTables[T] & string, ElementType>>;
  /** Whether a row whose key is there already is left as it is. */
  readonly isOnce?: boolean;
  /** The columns of its key: where a row is there already, the others are added to its own. */
  readonly addedBy?: readonly (keyof HubTables[T] & string)[];
}

/**
 * Inserts rows by one statement that is the same for any number of them: Kysely would compile a
 * place for each value of each row, which takes longer than storing it. On PostgreSQL each column
 * goes over as one array, unread; on SQLite the statement is prepared once and run for each row.
 */
export async function insertRows<T extends keyof HubTables>(
  trx: Tx,
  { table, columns, isOnce = false, addedBy }: Rows<T>,
  rows: readonly Insertable<HubTables[T]>[],
): Promise<void> {
  if (rows.length === 0) return;
  const names = Object.keys(columns) as (keyof HubTables[T] & string)[]; // its own keys
  const valueOf = (row: Insertable<HubTables[T]>, name: keyof HubTables[T] & string) =>
    (row as Readonly<Record<string, Element>>)[name] ?? null; // columns have no other values
  const into = `INSERT INTO ${table} (${names.join(', ')})`;
  const sums = names.filter((name) => !addedBy?.includes(name));
  const added = sums.map((name) => `${name} = ${table}.${name} + excluded.${name}`).join(', ');
  const again = addedBy ? `ON CONFLICT (${addedBy.join(', ')}) DO UPDATE SET ${added}` : '';
  const onConflict = isOnce ? 'ON CONFLICT DO NOTHING' : again;
  if (kindOf(trx) === 'sqlite') {
    const statement = `${into} VALUES (${names.map(() => '?').join(', ')}) ${onConflict}`;
    for (const row of rows) {
      const values = names.map((name) => valueOf(row, name));
      await trx.executeQuery(CompiledQuery.raw(statement, values));
    }
    return;
  }
  const arrays = names.map((name) => {
    const values = rows.map((row) => valueOf(row, name));
    return sql`${arrayBytes(columns[name], values)}::${sql.raw(columns[name])}[]`;
  });
  const rowsOf = sql`SELECT * FROM unnest(${sql.join(arrays)})`;
  const inserted = sql`${sql.raw(into)} ${rowsOf} ${sql.raw(onConflict)}`;
  await runUnread(trx, { compile: () => inserted.compile(trx) });
}
