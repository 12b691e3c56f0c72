import { downTables } from '../down/migration-0001.ts';
import { enrolmentTables } from '../enrolment/migration-0001.ts';
import { feeTables } from '../fees/migration-0001.ts';
import { ingestTables } from '../ingest/migration-0001.ts';
import { journalTables } from '../journal/migration-0001.ts';
import { organisationTables } from '../organisation/migration-0001.ts';
import { peopleTables } from '../people/migration-0001.ts';
import { systemTables } from '../system/migration-0001.ts';
import type { HubMigration } from './migrate.ts';

/** Every migration in its order: forward only, frozen with the first package. */
export const hubMigrations: readonly HubMigration[] = [
  {
    name: '0001-first-hub',
    statements: (kind) => [
      ...systemTables(kind),
      ...journalTables(kind),
      ...organisationTables(kind),
      ...enrolmentTables(kind),
      ...peopleTables(kind),
      ...downTables(kind),
      ...ingestTables(kind),
      ...feeTables(kind),
    ],
  },
];
