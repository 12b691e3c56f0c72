import { type Kysely, sql } from 'kysely';
import type { HubTables } from '../../database/tables.ts';
import type { Tx } from '../../database/transact.ts';

/** A row of any table, by its columns. */
export type AnyRow = Readonly<Record<string, unknown>>;

/** Rows of a table, and of which of its columns. */
export interface StoredWanted {
  readonly table: keyof HubTables;
  readonly columns: readonly string[];
  /** Of its key. */
  readonly order: readonly string[];
  readonly limit: number;
}

/** Rows of a table that acts made. */
export async function rowsOfActs(
  trx: Tx,
  { table, columns, order, limit }: StoredWanted,
  ofActs: { readonly column: string; readonly acts: readonly string[] },
): Promise<AnyRow[]> {
  if (ofActs.acts.length === 0) return [];
  const { rows } = await sql<AnyRow>`SELECT ${list(columns)} FROM ${sql.table(table)}
    WHERE ${sql.ref(ofActs.column)} IN (${sql.join(ofActs.acts)})
    ORDER BY ${list(order)} LIMIT ${limit}`.execute(trx);
  return rows;
}

/** Rows of a table after a key, in its order. */
export async function rowsAfter(
  db: Kysely<HubTables>,
  { table, columns, order, limit }: StoredWanted,
  after: readonly unknown[] | null,
): Promise<AnyRow[]> {
  const behind = after ? sql`WHERE (${list(order)}) > (${sql.join(after)})` : sql``;
  const { rows } = await sql<AnyRow>`SELECT ${list(columns)} FROM ${sql.table(table)} ${behind}
    ORDER BY ${list(order)} LIMIT ${limit}`.execute(db);
  return rows;
}

/** How many acts of fees there are. */
export async function countActs(trx: Tx): Promise<number> {
  const row = await trx
    .selectFrom('fee_act')
    .select(({ fn }) => fn.countAll<number>().as('acts'))
    .executeTakeFirstOrThrow();
  return Number(row.acts);
}

function list(columns: readonly string[]) {
  return sql.join(columns.map((column) => sql.ref(column)));
}
