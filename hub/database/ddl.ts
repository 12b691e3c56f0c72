import type { ColumnType } from 'kysely';

/** The two databases that a hub runs on. */
export type DatabaseKind = 'sqlite' | 'postgres';

/** Column of exact bytes: a Buffer when read; any bytes can be written. */
export type Bytes = ColumnType<Buffer, Uint8Array, Uint8Array>;

/** The words in which the two databases differ, for a migration's statements. */
export interface Ddl {
  /** Type of exact bytes. */
  readonly bytes: string;
  /** Type of a whole number up to 2^53 − 1. */
  readonly int: string;
  /** Type of a text that is compared and ordered by its bytes, whatever the server's language. */
  readonly text: string;
  /** A table: its columns and constraints in order, types checked on both. */
  table(name: string, ...parts: readonly string[]): string;
  /** A table of short rows, which SQLite keeps in the primary key itself: half of the pages. */
  narrowTable(name: string, ...parts: readonly string[]): string;
}

const words = {
  sqlite: { bytes: 'BLOB', int: 'INTEGER', text: 'TEXT' },
  postgres: { bytes: 'BYTEA', int: 'BIGINT', text: 'TEXT COLLATE "C"' },
} as const;

const ends = {
  sqlite: { table: ' STRICT', narrowTable: ' STRICT, WITHOUT ROWID' },
  postgres: { table: '', narrowTable: '' },
} as const;

/** How a migration says on one of the databases what it says on both. */
export function ddl(kind: DatabaseKind): Ddl {
  const end = ends[kind];
  const make = (name: string, parts: readonly string[]) =>
    `CREATE TABLE ${name} (\n  ${parts.join(',\n  ')}\n)`;
  return {
    ...words[kind],
    table: (name, ...parts) => make(name, parts) + end.table,
    narrowTable: (name, ...parts) => make(name, parts) + end.narrowTable,
  };
}
