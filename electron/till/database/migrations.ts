import { catalogTables } from '../catalog/migration-0001.ts';
import { inventoryTables, moveTables } from '../inventory/migration-0001.ts';
import { journalTables } from '../journal/migration-0001.ts';
import { printingTables } from '../printing/migration-0001.ts';
import { saleTables } from '../sales/migration-0001.ts';
import { settingTables } from '../settings/migration-0001.ts';
import type { Migration } from './migrate.ts';

/** The tables that stem from the journal, as they are now: what a rebuild makes anew. */
export const projectionTables: readonly string[] = [...saleTables, ...moveTables];

/** Every migration in its order: forward only, frozen with the first package. */
export const migrations: readonly Migration[] = [
  {
    name: '0001-first-book',
    statements: [
      ...journalTables,
      ...catalogTables,
      ...inventoryTables,
      ...projectionTables,
      ...printingTables,
      ...settingTables,
    ],
  },
];
