import type { HubTables } from '../../database/tables.ts';
import type { Tx } from '../../database/transact.ts';
import { type ReversedPayment, insertUses } from '../bank/use-store.ts';
import type { PlacedFee } from '../effect-rows.ts';
import { saveMatter } from '../matter-store.ts';
import type { FeeDifference } from './compare-rows.ts';
import { type Compared, compareTable } from './compare-table.ts';
import { openMatterTables } from './matter-tables-store.ts';
import { rowsAfter } from './stored-store.ts';

/** Most rows of one table. */
const ROWS_MAX = 10_000_000;

/** What acts leave beside the money: every column, and by which a row is found. */
const compared: readonly Compared[] = [
  ofTable('fee_plan', ['mall', 'from_period'], ['details', 'act']),
  ofTable('fee_code', ['mall', 'code'], ['stall', 'act']),
  ofTable(
    'fee_account',
    ['code'],
    ['mall', 'holds', 'label', 'qris', 'profile', 'is_closed', 'act'],
  ),
  ofTable('fee_month', ['mall', 'month'], ['is_closed', 'act']),
  ofTable(
    'fee_reading',
    ['act'],
    ['mall', 'stall', 'period', 'meter', 'from_milli', 'to_milli', 'used_milli'],
    ['is_estimate', 'photo', 'is_reversed'],
  ),
  ofTable('fee_meter_bill', ['mall', 'period'], ['used_milli', 'amount', 'act']),
  ofTable(
    'fee_notice',
    ['act'],
    ['mall', 'stall', 'level', 'year', 'number', 'owed', 'on_date', 'until_date'],
    ['delivered_on', 'delivered_how', 'delivered_photo'],
  ),
  ofTable(
    'fee_dispute',
    ['act'],
    ['mall', 'stall', 'about', 'opened_on', 'photo'],
    ['outcome', 'settled_by'],
  ),
  ofTable('fee_closure', ['act'], ['mall', 'stall', 'why', 'from_date', 'to_date', 'is_ended']),
  ofTable('fee_instalments', ['act'], ['mall', 'stall', 'from_date', 'parts', 'is_ended']),
  ofTable('fee_relief', ['act'], ['stall', 'of_act']),
  ofTable('fee_seen', ['of_act', 'stall'], ['act', 'on_date']),
  ofTable('bank_use', ['act', 'line'], ['bank_row', 'amount', 'of_act', 'undoes']),
];

function ofTable(
  table: keyof HubTables,
  key: readonly string[],
  ...columns: readonly (readonly string[])[]
): Compared {
  return { table, key, columns: [...key, ...columns.flat()] };
}

/** Plans, letters, readings and the rest, as the acts of a journal make them. */
export interface MatterFold {
  /** @throws SqliteError, InvariantError where an act cannot be */
  add(fee: PlacedFee, reversed: readonly ReversedPayment[]): Promise<void>;
  /** The first difference of what is stored; null for none. */
  compare(trx: Tx): Promise<FeeDifference | null>;
  close(): Promise<void>;
}

/** Tables of their own in memory, which acts are saved to anew as they were to the hub's. */
export async function openMatterFold(): Promise<MatterFold> {
  const db = await openMatterTables();
  return {
    add: (fee, reversed) =>
      db.transaction().execute(async (trx) => {
        await insertUses(trx, fee.body, reversed);
        await saveMatter(trx, fee);
      }),
    compare: async (trx) => {
      for (const one of compared) {
        const found = await rowsAfter(db, { ...one, order: one.key, limit: ROWS_MAX }, null);
        const difference = await compareTable(trx, one, found);
        if (difference) return difference;
      }
      return null;
    },
    close: () => db.destroy(),
  };
}
