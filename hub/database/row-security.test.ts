import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Kysely, sql } from 'kysely';
import { expect, test } from 'vitest';
import { grants, makeHubRole, openBelowRules } from '../../test/support/below-rules.ts';
import { onPostgres, onSqlite } from '../../test/support/hub-databases.ts';
import { hubRows } from '../../test/support/hub-rows.ts';
import { sharedPostgres } from '../../test/support/postgres.ts';
import { placing } from './citus.ts';
import { migrate } from './migrate.ts';
import { hubMigrations } from './migrations.ts';
import { type HubDatabase, openHubDatabase } from './open-database.ts';
import { keepPartitions } from './partitions.ts';
import { HUB_ROLE, isBelowRules, roleToTake, type Who } from './row-security.ts';
import type { HubTables } from './tables.ts';
import { readAs, transact } from './transact.ts';

/** What is of one stall: all that Citus divides by it, and what tills enrol with. */
const ofStalls = [
  'device',
  'enrolment_code',
  ...Object.entries(placing).flatMap(([table, place]) => (place === 'reference' ? [] : [table])),
] as (keyof HubTables)[]; // keys of it

const [mine, other] = ['TC-A12', 'TC-B01'];
const REFUSED = { code: '42501' }; // insufficient_privilege

/** Rows that the rules let by in this database, whatever they are named for. */
async function uncovered(db: Kysely<HubTables>, tables: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ name: string; isHeld: boolean; rules: number }>`
    SELECT c.relname::text AS name, c.relrowsecurity AND c.relforcerowsecurity AS "isHeld",
      (SELECT count(*) FROM pg_policies AS p WHERE p.tablename = c.relname
        AND p.permissive = 'PERMISSIVE' AND p.cmd = 'ALL' AND p.roles = '{public}'
        AND p.qual LIKE '%lapak.stall%' AND p.with_check = p.qual) AS rules
    FROM pg_class AS c
    LEFT JOIN pg_inherits AS i ON i.inhrelid = c.oid
    WHERE c.relkind IN ('r', 'p') AND c.relnamespace = 'public'::regnamespace
      AND (c.relname IN (${sql.join(tables)})
        OR i.inhparent::regclass::text IN (${sql.join(tables)}))`.execute(db);
  const held = new Set(rows.filter(({ isHeld, rules }) => isHeld && rules === 1).map(nameOf));
  return [...new Set([...tables, ...rows.map(nameOf)])].filter((name) => !held.has(name));
}

const nameOf = ({ name }: { readonly name: string }) => name;

onPostgres('every table of stalls, and every partition of one, is under the rules', async (at) => {
  const database = await at.open();
  await keepPartitions(database, Date.UTC(2026, 10, 29));

  expect(await uncovered(database.db, ofStalls)).toEqual([]);
  await sql.raw('CREATE TABLE planted (stall TEXT PRIMARY KEY)').execute(database.db);
  await sql.raw('ALTER TABLE body NO FORCE ROW LEVEL SECURITY').execute(database.db);
  expect(await uncovered(database.db, [...ofStalls, 'planted'])).toEqual(['body', 'planted']);
});

/** Two stalls, and of each a row in every table that is of stalls. */
async function addBoth({ db }: HubDatabase): Promise<void> {
  const shared = ['region', 'mall'] as const;
  for (const table of shared) await db.insertInto(table).values(hubRows[table]).execute();
  for (const [at, code] of [mine, other].entries()) {
    await db
      .insertInto('stall')
      .values({ ...hubRows.stall, code })
      .execute();
    for (const table of ofStalls) await insertRow(db, table, rowOf(table, code, at));
  }
}

type AnyRow = Record<string, unknown>;

function rowOf(table: keyof HubTables, stall: string, at: number): AnyRow {
  const keys = { public_key: Buffer.alloc(32, 3 + at), transport_key: Buffer.alloc(32, 90 + at) };
  const device = String(at).repeat(32);
  const row: AnyRow = { ...hubRows[table], stall };
  if ('device' in row && row.device !== null) row.device = device;
  if (table === 'device') Object.assign(row, keys);
  if (table === 'enrolment_code') row.hash = Buffer.alloc(32, 40 + at);
  return row;
}

async function insertRow(db: Kysely<HubTables>, table: keyof HubTables, row: AnyRow) {
  await db.insertInto(table).values(row).execute();
}

async function stallsIn(db: Kysely<HubTables>, table: string): Promise<string[]> {
  const query = sql<{ stall: string }>`SELECT stall FROM ${sql.table(table)} ORDER BY stall`;
  return (await query.execute(db)).rows.map(({ stall }) => stall);
}

onPostgres('with no word of a stall in its SQL, a stall sees and changes its own', async (at) => {
  const { admin, database } = await openBelowRules(at);
  await addBoth(admin);
  for (const table of ofStalls.toReversed()) {
    const seen = await transact(database, { stall: mine }, (trx) => stallsIn(trx, table));
    expect([table, seen]).toEqual([table, [mine]]);
    const name = sql.table(table);
    const changed = await transact(database, { stall: mine }, async (trx) => {
      const touched = await sql`UPDATE ${name} SET stall = stall`.execute(trx);
      const gone = await sql`DELETE FROM ${name} WHERE true`.execute(trx);
      return [touched.numAffectedRows, gone.numAffectedRows];
    });
    expect([table, changed]).toEqual([table, [1n, 1n]]);
    expect([table, await stallsIn(admin.db, table)]).toEqual([table, [other]]);
  }
});

onPostgres('a stall writes no row of another, and gives none of its own away', async (at) => {
  const { admin, database } = await openBelowRules(at);
  await addBoth(admin);
  for (const table of ofStalls) {
    const foreign = rowOf(table, other, 7);
    const inserting = transact(database, { stall: mine }, (trx) => insertRow(trx, table, foreign));
    await expect(inserting, table).rejects.toMatchObject(REFUSED);
    const giving = transact(database, { stall: mine }, (trx) =>
      sql`UPDATE ${sql.table(table)} SET stall = ${other}`.execute(trx),
    );
    await expect(giving, table).rejects.toMatchObject(REFUSED);
    expect(await stallsIn(admin.db, table)).toEqual([mine, other]);
  }
});

onPostgres('who does not say for whom sees nothing, and writes nothing', async (at) => {
  const { admin, database } = await openBelowRules(at);
  await addBoth(admin);
  for (const table of ofStalls) {
    expect(await stallsIn(database.db, table)).toEqual([]);
    expect(await transact(database, 'no-stall', (trx) => stallsIn(trx, table))).toEqual([]);
    const row = rowOf(table, mine, 7);
    await expect(insertRow(database.db, table, row), table).rejects.toMatchObject(REFUSED);
    expect(await transact(database, { stall: '' }, (trx) => stallsIn(trx, table))).toEqual([]);
    const all = (who: Who) => readAs(database.reports, who, (db) => stallsIn(db, table));
    expect(await all('every-stall')).toEqual([mine, other]);
    expect(await all({ stall: other })).toEqual([other]);
  }
});

onPostgres('a connection that is used again knows nothing of whom it was for', async (at) => {
  const { admin, database } = await openBelowRules(at, 1);
  await addBoth(admin);
  const seen = () => stallsIn(database.db, 'record');
  const pidOf = async (db: Kysely<HubTables>) =>
    (await sql<{ pid: number }>`SELECT pg_backend_pid() AS pid`.execute(db)).rows[0]?.pid;

  const pids = new Set([await pidOf(database.db)]);
  for (const who of ['every-stall', { stall: mine }, { stall: other }, 'form'] as const) {
    await transact(database, who, async (trx) => pids.add(await pidOf(trx)));
    expect(await seen()).toEqual([]);
    const failing = transact(database, who, async () => {
      throw new RangeError('no');
    });
    await expect(failing).rejects.toThrow(RangeError);
    expect(await seen()).toEqual([]);
    await readAs(database.db, who, (db) => stallsIn(db, 'record'));
    expect(await seen()).toEqual([]);
  }
  expect(pids.size).toBe(1);
  expect(await transact(database, { stall: other }, (trx) => stallsIn(trx, 'record'))).toEqual([
    other,
  ]);
});

onPostgres('whatever a stall is called, it is only its name', async (at) => {
  const { admin, database } = await openBelowRules(at);
  await addBoth(admin);
  const names = [`'; SET lapak.all = 'on`, `x' OR 'a'='a`, `${mine}'--`, '\\', `\\'; --`, '😀'];
  for (const stall of names) {
    const seen = transact(database, { stall }, (trx) => stallsIn(trx, 'record'));
    expect(await seen.catch(() => [])).toEqual([]);
  }
  expect(await stallsIn(database.db, 'record')).toEqual([]);
});

onPostgres('a partition has no door of its own', async (at) => {
  const { admin, database } = await openBelowRules(at);
  await addBoth(admin);
  const made = await keepPartitions(database, Date.UTC(2026, 10, 29), { before: 0, after: 0 });
  const look = (who: Who) => transact(database, who, (trx) => stallsIn(trx, 'record_2026_11'));

  expect(made).toEqual(['record_2026_11']); // by the hub, which owns nothing
  expect(await look({ stall: mine })).toEqual([mine]);
  expect(await look('no-stall')).toEqual([]);
  expect(await look('every-stall')).toEqual([mine, other]);
});

onPostgres('the owner of the tables is under the rules as well', async ({ place }) => {
  const server = await sharedPostgres();
  const owner = await server.createOwner();
  const database = openHubDatabase({ url: owner.url });
  await migrate(database, hubMigrations);
  await transact(database, 'every-stall', (trx) => addBoth({ ...database, db: trx }));
  await keepPartitions(database, Date.UTC(2026, 10, 29), { before: 0, after: 0 });

  expect('url' in place).toBe(true);
  expect(await isBelowRules(database)).toBe(true);
  expect(await roleToTake(database)).toBeUndefined();
  expect(await stallsIn(database.db, 'record')).toEqual([]);
  expect(await transact(database, { stall: mine }, (trx) => stallsIn(trx, 'record'))).toEqual([
    mine,
  ]);
  await database.close();
  await owner.drop();
});

onPostgres('a superuser takes on the hub’s role where that is made, and may do all', async (at) => {
  const database = await at.open();
  const before = [await roleToTake(database), await isBelowRules(database)];
  await makeHubRole(database);
  await sql.raw('REVOKE INSERT ON used_nonce FROM lapak_hub').execute(database.db);
  const lacking = await roleToTake(database);
  for (const statement of grants) await sql.raw(statement).execute(database.db);
  const role = await roleToTake(database);
  const below = at.openAsItIs({ role });

  expect([...before, lacking, role]).toEqual([undefined, false, undefined, HUB_ROLE]);
  expect([await isBelowRules(below), await roleToTake(below)]).toEqual([true, undefined]);
});

onSqlite('SQLite has no such rules, and needs none', async ({ open }) => {
  const database = await open();
  const seen = await transact(database, { stall: mine }, (trx) => stallsIn(trx, 'record'));

  expect([await isBelowRules(database), await roleToTake(database), seen]).toEqual([
    true,
    undefined,
    [],
  ]);
});

test('the decision has the statements', () => {
  const decision = readFileSync(
    join(import.meta.dirname, '../../docs/adr/0020-row-level-security.md'),
    'utf8',
  );

  for (const statement of grants) expect(decision).toContain(`${statement};`);
});
