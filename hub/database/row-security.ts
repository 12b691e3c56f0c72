import { type Kysely, sql } from 'kysely';
import { assert } from '../../domain/assert.ts';
import type { DatabaseKind } from './ddl.ts';
import type { HubDatabase } from './open-database.ts';
import type { HubTables } from './tables.ts';

/**
 * Whose rows a transaction sees and writes: those of one stall, those of all (administrators,
 * commands, the program's own upkeep), or none (what belongs to no stall, as nonces and sessions).
 * `form` is for all and changes tables, as whoever logged in.
 */
export type Who = { readonly stall: string } | 'every-stall' | 'no-stall' | 'form';

/** The role that a hub takes on where the one that it logs in with is above the rules for rows. */
export const HUB_ROLE = 'lapak_hub';

/** Source: postgresql.org/docs/current/ddl-rowsecurity.html; a setting once set is '' behind. */
const ITS_ROWS = `stall = NULLIF(current_setting('lapak.stall', true), '')
    OR current_setting('lapak.all', true) = 'on'`;

/**
 * What lets nobody see or write rows of a stall but a transaction of that stall, or of all; the
 * owner of the table neither. For migrations: tables that have a column `stall`.
 */
export function rowSecurity(kind: DatabaseKind, tables: readonly string[]): string[] {
  if (kind === 'sqlite') return []; // it has one user, who has the file
  return tables.flatMap((table) => [
    `ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY`,
    `ALTER TABLE ${table} FORCE ROW LEVEL SECURITY`,
    `CREATE POLICY of_stall ON ${table}
  USING (${ITS_ROWS})
  WITH CHECK (${ITS_ROWS})`,
  ]);
}

/** Says for whom a transaction is: the next one on its connection knows nothing of it. */
export async function setWho(trx: Kysely<HubTables>, who: Who): Promise<void> {
  if (who === 'no-stall') return;
  if (who === 'form') await sql`SET LOCAL ROLE NONE`.execute(trx);
  // In words of their own: Citus passes SET LOCAL on to its workers, and no call of set_config().
  if (typeof who === 'string') await sql`SET LOCAL lapak."all" = 'on'`.execute(trx);
  else await sql`SET LOCAL lapak.stall = ${sql.lit(who.stall)}`.execute(trx);
}

interface RoleRow {
  /** Of who is logged in: a superuser, or one whom row-level security is not for. */
  readonly isAbove: boolean;
  /** Whether there is the hub's own role, below the rules, and this one may take it on. */
  readonly mayTake: boolean;
}

/** The role to connect with in place of who is logged in now; undefined to stay who one is. */
export async function roleToTake(database: HubDatabase): Promise<string | undefined> {
  if (database.kind === 'sqlite') return undefined;
  const { isAbove, mayTake } = await readRole(database);
  return isAbove && mayTake ? HUB_ROLE : undefined;
}

/** Whether the rules for rows hold for who is logged in; always where there are none. */
export async function isBelowRules(database: HubDatabase): Promise<boolean> {
  return database.kind === 'sqlite' || !(await readRole(database)).isAbove;
}

/** For the log of a hub for which the rules do not hold. */
export const ABOVE_RULES = `row-level security does not hold: this role of PostgreSQL is a superuser
or has BYPASSRLS. Let the hub log in with another, or make the role ${HUB_ROLE} as
docs/adr/0020-row-level-security.md says`.replaceAll('\n', ' ');

async function readRole({ db }: HubDatabase): Promise<RoleRow> {
  const { rows } = await sql<RoleRow>`SELECT
      own.rolsuper OR own.rolbypassrls AS "isAbove",
      coalesce(hub.rolsuper = false AND hub.rolbypassrls = false
        AND pg_has_role(current_user, hub.oid, 'MEMBER')
        AND has_schema_privilege(hub.oid, current_schema(), 'USAGE')
        AND (SELECT bool_and(has_table_privilege(hub.oid, c.oid, 'SELECT')
            AND has_table_privilege(hub.oid, c.oid, 'INSERT')
            AND has_table_privilege(hub.oid, c.oid, 'UPDATE')
            AND has_table_privilege(hub.oid, c.oid, 'DELETE'))
          FROM pg_class AS c WHERE c.relnamespace = current_schema()::regnamespace
            AND c.relkind IN ('r', 'p') AND NOT c.relispartition), false) AS "mayTake"
    FROM pg_roles AS own
    LEFT JOIN pg_roles AS hub ON hub.rolname = ${HUB_ROLE}
    WHERE own.rolname = current_user`.execute(db);
  const [row] = rows;
  assert(row !== undefined, 'who is logged in is a role');
  return row;
}
