import { sql } from 'kysely';
import { HUB_ROLE } from '../../hub/database/row-security.ts';
import type { HubDatabase } from '../../hub/database/open-database.ts';
import type { FreshPlace } from './hub-databases.ts';

/** A database as its superuser sees it, and as a hub below the rules for rows does. */
export interface BelowRules {
  readonly admin: HubDatabase;
  readonly database: HubDatabase;
}

/** Makes the hub's role, which owns nothing, as docs/adr/0020-row-level-security.md says. */
export async function makeHubRole({ db }: HubDatabase): Promise<void> {
  const statements = [
    // A role is of the whole server, where other databases of the tests are.
    `DO $$ BEGIN CREATE ROLE ${HUB_ROLE} NOLOGIN NOSUPERUSER NOBYPASSRLS;
      EXCEPTION WHEN duplicate_object THEN NULL; END $$`,
    ...grants,
  ];
  for (const statement of statements) await sql.raw(statement).execute(db);
}

/** What the role may do in one database. */
export const grants: readonly string[] = [
  `GRANT USAGE ON SCHEMA public TO ${HUB_ROLE}`,
  `GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO ${HUB_ROLE}`,
  `ALTER DEFAULT PRIVILEGES IN SCHEMA public
  GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO ${HUB_ROLE}`,
];

/** Opens a database of a test for which the rules hold. */
export async function openBelowRules(fresh: FreshPlace, poolSize = 10): Promise<BelowRules> {
  const admin = await fresh.open();
  await makeHubRole(admin);
  return { admin, database: fresh.openAsItIs({ role: HUB_ROLE, poolSize }) };
}
