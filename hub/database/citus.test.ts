import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Kysely, sql } from 'kysely';
import { expect, test } from 'vitest';
import { onPostgres } from '../../test/support/hub-databases.ts';
import { citusStatements, placing } from './citus.ts';
import type { HubTables } from './tables.ts';

/** A key, unique constraint, index or foreign key as PostgreSQL's catalog has it. */
interface Rule {
  /** Of the table that a partition is of, else the table itself. */
  readonly table: string;
  readonly name: string;
  /** Columns that it is of, in order; null for an expression. */
  readonly columns: readonly (string | null)[];
}

interface ForeignKey extends Rule {
  readonly target: string;
  readonly targetColumns: readonly string[];
}

type Placing = 'reference' | { readonly by: string };
type Placings = Readonly<Record<string, Placing>>;

onPostgres('every table is placed exactly once', async ({ open }) => {
  const { db } = await open();

  expect(await tablesOf(db)).toEqual(Object.keys(placing).sort());
});

onPostgres('keys, unique and foreign, keep to the rules of Citus', async ({ open }) => {
  const { db } = await open();

  expect(await breachesOf(db, placing)).toEqual([]);
  expect((await uniquesOf(db)).length).toBeGreaterThan(Object.keys(placing).length);
  expect((await foreignKeysOf(db)).length).toBeGreaterThan(10);
});

const planted: readonly (readonly [string, string, string])[] = [
  [
    'a primary key without the column',
    'CREATE TABLE planted (stall TEXT NOT NULL, id BIGINT PRIMARY KEY)',
    'planted_pkey of planted has no stall',
  ],
  [
    'a unique constraint without the column',
    'CREATE TABLE planted (stall TEXT PRIMARY KEY, id BIGINT UNIQUE)',
    'planted_id_key of planted has no stall',
  ],
  [
    'a unique index without the column',
    `CREATE TABLE planted (stall TEXT PRIMARY KEY, id BIGINT);
     CREATE UNIQUE INDEX planted_id ON planted (id)`,
    'planted_id of planted has no stall',
  ],
  [
    'a unique index on an expression of the column',
    `CREATE TABLE planted (stall TEXT PRIMARY KEY, id BIGINT);
     CREATE UNIQUE INDEX planted_lower ON planted (lower(stall), id)`,
    'planted_lower of planted has no stall',
  ],
  [
    'a column that stands only in INCLUDE',
    `CREATE TABLE planted (stall TEXT PRIMARY KEY, id BIGINT);
     CREATE UNIQUE INDEX planted_id ON planted (id) INCLUDE (stall)`,
    'planted_id of planted has no stall',
  ],
  [
    'a unique index of one partition only',
    `CREATE TABLE planted (stall TEXT NOT NULL, day TEXT NOT NULL) PARTITION BY RANGE (day);
     CREATE TABLE planted_all PARTITION OF planted DEFAULT;
     CREATE UNIQUE INDEX planted_day ON planted_all (day)`,
    'planted_day of planted has no stall',
  ],
  [
    'an exclusion constraint without the column',
    `CREATE TABLE planted (stall TEXT PRIMARY KEY, span INT8RANGE,
       EXCLUDE USING gist (span WITH &&))`,
    'planted_span_excl of planted has no stall',
  ],
  [
    'a foreign key between distributed tables without the column',
    `CREATE TABLE planted (stall TEXT PRIMARY KEY, stall_of_chain TEXT COLLATE "C",
       device TEXT COLLATE "C", CONSTRAINT planted_chain FOREIGN KEY (stall_of_chain, device)
       REFERENCES chain (stall, device))`,
    'planted_chain of planted goes from stall to another shard of chain',
  ],
  [
    'a foreign key from a reference table to a distributed one',
    `CREATE TABLE planted (stall TEXT PRIMARY KEY);
     ALTER TABLE stall ADD CONSTRAINT stall_chain FOREIGN KEY (code, number)
       REFERENCES chain (stall, device)`,
    'stall_chain of stall goes to chain, which is distributed',
  ],
];

for (const [what, statements, told] of planted) {
  onPostgres(`${what} is caught`, async ({ open }) => {
    const { db } = await open();
    for (const statement of statements.split(';')) await sql.raw(statement).execute(db);

    expect(await breachesOf(db, { ...placing, planted: { by: 'stall' } })).toEqual([told]);
  });
}

onPostgres('the statements name a table only after those that it refers to', async ({ open }) => {
  const { db } = await open();
  const order = citusStatements().map((statement) => /\('(\w+)'/.exec(statement)?.[1] ?? '');

  expect(order.toSorted()).toEqual(Object.keys(placing).sort());
  for (const { table, target } of await foreignKeysOf(db)) {
    if (table !== target) expect(order.indexOf(target)).toBeLessThan(order.indexOf(table));
  }
});

test('the decision has the statements', () => {
  const decision = readFileSync(
    join(import.meta.dirname, '../../docs/adr/0016-hub-database.md'),
    'utf8',
  );

  expect(decision).toContain(citusStatements().join('\n'));
});

onPostgres('the columns that Citus divides by are all of one type', async ({ open }) => {
  const { db } = await open();
  const { rows } = await sql<{ type: string }>`SELECT DISTINCT
    format_type(atttypid, atttypmod) || ' ' || attcollation::regcollation::text AS type
    FROM pg_attribute JOIN pg_class AS c ON c.oid = attrelid
    WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p') AND attname = 'stall'
    `.execute(db);

  expect(rows).toEqual([{ type: 'text "C"' }]);
});

async function breachesOf(db: Kysely<HubTables>, placings: Placings): Promise<string[]> {
  const placeOf = (table: string): Placing => {
    const place = placings[table];
    if (!place) throw new Error(`nobody says where ${table} stands`);
    return place;
  };
  const keys = (await uniquesOf(db)).flatMap(({ table, name, columns }) => {
    const place = placeOf(table);
    if (place === 'reference' || columns.includes(place.by)) return [];
    return [`${name} of ${table} has no ${place.by}`];
  });
  const foreign = (await foreignKeysOf(db)).flatMap((key) => {
    const { table, name, columns, target, targetColumns } = key;
    const [from, to] = [placeOf(table), placeOf(target)];
    if (to === 'reference') return [];
    if (from === 'reference')
      return [`${name} of ${table} goes to ${target}, which is distributed`];
    // Both are co-located: the same value of the column is on the same server.
    if (targetColumns[columns.indexOf(from.by)] === to.by) return [];
    return [`${name} of ${table} goes from ${from.by} to another shard of ${target}`];
  });
  return [...keys, ...foreign];
}

/** Tables as Citus is told of them: a partition goes with its table. */
async function tablesOf(db: Kysely<HubTables>): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`SELECT relname::text AS name FROM pg_class
    WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p') AND NOT relispartition
    `.execute(db);
  return rows.map(({ name }) => name).sort();
}

/** Every index that lets no two rows be alike: primary keys, unique and exclusion constraints. */
async function uniquesOf(db: Kysely<HubTables>): Promise<Rule[]> {
  const { rows } = await sql<Rule>`SELECT
      coalesce(pg_partition_root(indrelid), indrelid)::regclass::text AS table,
      indexrelid::regclass::text AS name,
      (SELECT array_agg(attname::text ORDER BY position)
        FROM unnest(indkey::int2[]) WITH ORDINALITY AS key (number, position)
        LEFT JOIN pg_attribute ON attrelid = indrelid AND attnum = number AND attnum > 0
        WHERE position <= indnkeyatts) AS columns
    FROM pg_index JOIN pg_class AS c ON c.oid = indrelid
    WHERE relnamespace = 'public'::regnamespace AND (indisunique OR indisexclusion)
    ORDER BY 1, 2`.execute(db);
  return rows;
}

async function foreignKeysOf(db: Kysely<HubTables>): Promise<ForeignKey[]> {
  const { rows } = await sql<ForeignKey>`SELECT
      coalesce(pg_partition_root(conrelid), conrelid)::regclass::text AS table,
      conname::text AS name,
      coalesce(pg_partition_root(confrelid), confrelid)::regclass::text AS target,
      ${namesOf('conrelid', 'conkey')} AS columns,
      ${namesOf('confrelid', 'confkey')} AS "targetColumns"
    FROM pg_constraint
    WHERE contype = 'f' AND connamespace = 'public'::regnamespace
    ORDER BY 1, 2`.execute(db);
  return rows;
}

function namesOf(table: string, numbers: string) {
  return sql.raw(`(SELECT array_agg(attname::text ORDER BY position)
    FROM unnest(${numbers}) WITH ORDINALITY AS key (number, position)
    JOIN pg_attribute ON attrelid = ${table} AND attnum = number)`);
}
