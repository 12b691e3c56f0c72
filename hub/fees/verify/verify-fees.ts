import type { HubDatabase } from '../../database/open-database.ts';
import { transact, type Tx } from '../../database/transact.ts';
import { hubRecordsFrom } from '../../journal/journal-store.ts';
import { lockHub } from '../../system/hub-store.ts';
import { type EffectRows, effectTables, type PlacedFee } from '../effect-rows.ts';
import { type FeeDifference, firstDifference } from './compare-rows.ts';
import { compareTable } from './compare-table.ts';
import {
  chargesAtEnd,
  creditsAtEnd,
  depositsAtEnd,
  type FeeFold,
  foldStep,
  openFold,
  reversedPayments,
  wrongRecord,
} from './fee-fold.ts';
import { type MatterFold, openMatterFold } from './matter-fold.ts';
import { differenceOfClaims, differenceOfPairs } from './pairs-store.ts';
import { type AnyRow, countActs, rowsOfActs } from './stored-store.ts';

/** Records read at a time. */
const STEP = 500;
/** More than the acts of one step can make. */
const ROWS_MAX = 10_000_000;

/** Whether the books of fees are what the hub's journal says. */
export interface FeesCheck {
  readonly ok: boolean;
  readonly acts: number;
  /** The first one; null for none. */
  readonly difference: FeeDifference | null;
}

/** What is held against the journal as it comes: rows that stay as they are. */
const staying = {
  fee_act: ['id'],
  fee_allocation: ['act', 'line'],
  fee_refund: ['id'],
  fee_deposit: ['id'],
  fee_posting: ['act', 'line'],
} as const satisfies Partial<Record<keyof EffectRows, readonly string[]>>;
type Staying = keyof typeof staying;

/**
 * Folds every act of fees of the hub's journal anew, and holds every column of the books against
 * it. What comes meanwhile waits at the end, while what changes is compared.
 * @throws LapakError HUB_BUSY
 */
export async function verifyFees(database: HubDatabase): Promise<FeesCheck> {
  const folds: Folds = { fold: openFold(), matters: await openMatterFold() };
  try {
    const difference = await differenceOf(database, folds);
    return { ok: difference === null, acts: folds.fold.acts, difference };
  } finally {
    await folds.matters.close();
  }
}

/** What the journal makes of money, and of all beside it. */
interface Folds {
  readonly fold: FeeFold;
  readonly matters: MatterFold;
}

/** A step is folded once, whatever its transactions meet: they only read. */
async function differenceOf(database: HubDatabase, folds: Folds): Promise<FeeDifference | null> {
  const reading = <T>(read: (trx: Tx) => Promise<T>) => transact(database, 'every-stall', read);
  let position = 0;
  for (;;) {
    const behind = position + 1;
    const records = await reading((trx) => hubRecordsFrom(trx, behind, STEP));
    const last = records.at(-1);
    if (last) {
      const { rows, fees, wrong } = foldStep(folds.fold, records);
      const difference =
        (await reading((trx) => compareStep(trx, rows))) ??
        (await addMatters(folds, fees)) ??
        wrong;
      if (difference) return difference;
      position = last.position;
      continue;
    }
    const end = await reading(async (trx) => {
      await lockHub(trx);
      const isMore = (await hubRecordsFrom(trx, behind, 1)).length > 0;
      return isMore ? 'more' : compareEnd(trx, folds);
    });
    if (end !== 'more') return end;
  }
}

async function compareStep(trx: Tx, rows: EffectRows): Promise<FeeDifference | null> {
  const acts = rows.fee_act.map((act) => act.id);
  const tables = Object.keys(staying) as Staying[]; // its own keys
  for (const table of tables) {
    const key = staying[table];
    const wanted = { table, columns: columnsOf(table), order: key, limit: ROWS_MAX };
    const column = table === 'fee_act' ? 'id' : 'act';
    const stored = await rowsOfActs(trx, wanted, { column, acts });
    const made: readonly object[] = rows[table];
    const found = made.map((row): AnyRow => ({ ...row }));
    const difference = firstDifference(table, key, { stored, found });
    if (difference) return difference;
  }
  return null;
}

/** @returns the record that cannot be; null for none */
async function addMatters(
  { fold, matters }: Folds,
  fees: readonly PlacedFee[],
): Promise<FeeDifference | null> {
  for (const fee of fees) {
    try {
      await matters.add(fee, reversedPayments(fold, fee.body));
    } catch (error) {
      return wrongRecord(fee.position, error);
    }
  }
  return null;
}

/** What changes: how much is settled, used and posted, and that no act is without its record. */
async function compareEnd(trx: Tx, { fold, matters }: Folds): Promise<FeeDifference | null> {
  const acts = await countActs(trx);
  if (acts !== fold.acts) {
    return { table: 'fee_act', id: '', column: 'row', stored: acts, found: fold.acts };
  }
  const sumColumns = ['mall', 'month', 'account', 'debit', 'credit'];
  const sums = [...fold.sums.values()].map((sum): AnyRow => ({ ...sum }));
  const ofDeposits = {
    table: 'fee_deposit_sum',
    key: ['stall'],
    columns: ['stall', 'amount'],
  } as const;
  const ofBooks = {
    table: 'fee_book_sum',
    key: sumColumns.slice(0, 3),
    columns: sumColumns,
  } as const;
  return (
    (await compareAll(trx, 'fee_charge', chargesAtEnd(fold))) ??
    (await compareAll(trx, 'fee_credit', creditsAtEnd(fold))) ??
    (await compareTable(trx, ofDeposits, depositsAtEnd(fold))) ??
    (await compareTable(trx, ofBooks, sums)) ??
    (await matters.compare(trx)) ??
    (await differenceOfPairs(trx)) ??
    (await differenceOfClaims(trx))
  );
}

function compareAll(
  trx: Tx,
  table: 'fee_charge' | 'fee_credit',
  found: readonly AnyRow[],
): Promise<FeeDifference | null> {
  return compareTable(trx, { table, key: ['id'], columns: columnsOf(table) }, found);
}

function columnsOf(table: keyof typeof effectTables): string[] {
  return Object.keys(effectTables[table].columns);
}
