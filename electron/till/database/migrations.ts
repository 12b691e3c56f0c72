import { catalogTables } from '../catalog/migration-0001.ts';
import { downTables } from '../down/migration-0001.ts';
import { feeEntryTables, feeTables } from '../fees/migration-0001.ts';
import { adjustmentTables, stockTables } from '../inventory/migration-0001.ts';
import { actTables, journalTables } from '../journal/migration-0001.ts';
import { claimTables, settledTables } from '../payments/migration-0001.ts';
import { printingTables } from '../printing/migration-0001.ts';
import { cartTables, saleTables } from '../sales/migration-0001.ts';
import { settingTables } from '../settings/migration-0001.ts';
import { shiftTables } from '../shifts/migration-0001.ts';
import { staffTables } from '../staff/migration-0001.ts';
import { syncTables } from '../sync/migration-0001.ts';
import type { Migration } from './migrate.ts';

/** The tables that stem from the journal, and the stock: what a rebuild makes anew. */
export const rebuiltStatements: readonly string[] = [
  ...saleTables,
  ...claimTables,
  ...stockTables,
  ...shiftTables,
  ...actTables,
  ...feeEntryTables,
];

/** Every migration in its order: forward only, frozen with the first package. */
export const migrations: readonly Migration[] = [
  {
    name: '0001-first-book',
    statements: [
      ...journalTables,
      ...catalogTables,
      ...adjustmentTables,
      ...rebuiltStatements,
      ...printingTables,
      ...cartTables,
      ...settingTables,
      ...staffTables,
      ...syncTables,
      ...downTables,
      ...settledTables,
      ...feeTables,
    ],
  },
];
