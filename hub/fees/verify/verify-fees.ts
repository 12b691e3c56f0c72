import type { HubDatabase } from '../../database/open-database.ts';
import { transact, type Tx } from '../../database/transact.ts';
import { type HubRecord, hubRecordsFrom } from '../../journal/journal-store.ts';
import { lockHub } from '../../system/hub-store.ts';
import { type EffectRows, effectTables } from '../effect-rows.ts';
import { type FeeDifference, firstDifference, keyOf } from './compare-rows.ts';
import {
  chargesAtEnd,
  creditsAtEnd,
  depositsAtEnd,
  type FeeFold,
  foldStep,
  openFold,
} from './fee-fold.ts';
import { type AnyRow, countActs, rowsAfter, rowsOfActs } from './stored-store.ts';

/** Records read at a time. */
const STEP = 500;
/** Rows read at a time at the end. */
const PAGE = 1_000;
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
  const fold = openFold();
  let position = 0;
  for (;;) {
    const step = await transact(database, 'every-stall', (trx) => next(trx, fold, position));
    if (step.difference) return failed(fold, step.difference);
    position = step.position;
    if (step.isLast) break;
  }
  const difference = await transact(database, 'every-stall', async (trx) => {
    await lockHub(trx);
    const last = await rest(trx, fold, position);
    return last ?? (await compareEnd(trx, fold));
  });
  return difference ? failed(fold, difference) : { ok: true, acts: fold.acts, difference: null };
}

function failed({ acts }: FeeFold, difference: FeeDifference): FeesCheck {
  return { ok: false, acts, difference };
}

interface Step {
  readonly position: number;
  readonly isLast: boolean;
  readonly difference: FeeDifference | null;
}

async function next(trx: Tx, fold: FeeFold, position: number): Promise<Step> {
  const records = await hubRecordsFrom(trx, position + 1, STEP);
  const difference = await compareStep(trx, fold, records);
  const last = records.at(-1)?.position ?? position;
  return { position: last, isLast: records.length < STEP, difference };
}

/** What came since, with the hub locked. */
async function rest(trx: Tx, fold: FeeFold, from: number): Promise<FeeDifference | null> {
  let position = from;
  for (;;) {
    const step = await next(trx, fold, position);
    if (step.difference || step.isLast) return step.difference;
    position = step.position;
  }
}

async function compareStep(
  trx: Tx,
  fold: FeeFold,
  records: readonly HubRecord[],
): Promise<FeeDifference | null> {
  const { rows, wrong } = foldStep(fold, records);
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
  return wrong;
}

/** What changes: how much is settled, used and posted, and that no act is without its record. */
async function compareEnd(trx: Tx, fold: FeeFold): Promise<FeeDifference | null> {
  const acts = await countActs(trx);
  if (acts !== fold.acts) {
    return { table: 'fee_act', id: '', column: 'row', stored: acts, found: fold.acts };
  }
  const sumColumns = ['mall', 'month', 'account', 'debit', 'credit'];
  const sums = [...fold.sums.values()].map((sum): AnyRow => ({ ...sum }));
  return (
    (await compareAll(trx, 'fee_charge', chargesAtEnd(fold))) ??
    (await compareAll(trx, 'fee_credit', creditsAtEnd(fold))) ??
    (await compareTable(trx, { table: 'fee_deposit_sum', key: ['stall'] }, depositsAtEnd(fold))) ??
    (await compareTable(
      trx,
      { table: 'fee_book_sum', key: sumColumns.slice(0, 3), columns: sumColumns },
      sums,
    ))
  );
}

function compareAll(
  trx: Tx,
  table: 'fee_charge' | 'fee_credit',
  found: readonly AnyRow[],
): Promise<FeeDifference | null> {
  return compareTable(trx, { table, key: ['id'], columns: columnsOf(table) }, found);
}

interface Compared {
  readonly table: 'fee_charge' | 'fee_credit' | 'fee_deposit_sum' | 'fee_book_sum';
  readonly key: readonly string[];
  readonly columns?: readonly string[];
}

/** All rows of a table, page by page; those that are missing are told at the end. */
async function compareTable(
  trx: Tx,
  { table, key, columns = ['stall', 'amount'] }: Compared,
  found: readonly AnyRow[],
): Promise<FeeDifference | null> {
  const expected = new Map(found.map((row): [string, AnyRow] => [keyOf(row, key), row]));
  let after: readonly unknown[] | null = null;
  for (;;) {
    const wanted = { table, columns, order: key, limit: PAGE };
    const stored: AnyRow[] = await rowsAfter(trx, wanted, after);
    const page = stored.filter((row) => table !== 'fee_deposit_sum' || row['amount'] !== 0);
    const beside = page.flatMap((row): AnyRow[] => {
      const found = expected.get(keyOf(row, key));
      return found ? [found] : [];
    });
    const difference = firstDifference(table, key, { stored: page, found: beside });
    if (difference) return difference;
    for (const row of page) expected.delete(keyOf(row, key));
    const last: AnyRow | undefined = stored.at(-1);
    if (!last || stored.length < PAGE) break;
    after = key.map((column) => last[column]);
  }
  const [gone] = expected.keys();
  return gone === undefined ? null : { table, id: gone, column: 'row', stored: '', found: gone };
}

function columnsOf(table: keyof typeof effectTables): string[] {
  return Object.keys(effectTables[table].columns);
}
