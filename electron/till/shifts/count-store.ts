import { assert } from '../../../domain/assert.ts';
import { CashCount, sumCount } from '../../../domain/shifts/cash-count.ts';
import { rupiah, type Rupiah } from '../../../domain/money.ts';
import type { UtcMs } from '../../../domain/time.ts';
import { build } from '../database/build.ts';
import { damagedBook } from '../journal/check-placed.ts';
import { all, first, type Tx } from '../database/run.ts';

/** A count of a drawer, as it was kept. */
export interface KeptCount {
  readonly id: number;
  readonly shift: number;
  /** Of the newest record of the journal at that time. */
  readonly position: number;
  readonly atMs: UtcMs;
  readonly cashier: string;
  readonly count: CashCount;
  readonly totalRupiah: Rupiah;
}

/** Most counts of one shift: all of them stand in its Z, and nobody counts as often. */
export const COUNTS_MAX = 100;

/** Keeps a count; none is ever changed. @returns its id */
export function insertCount(tx: Tx, kept: Omit<KeptCount, 'id'>): number {
  const row = {
    shift: kept.shift,
    position: kept.position,
    counted_at_ms: kept.atMs,
    cashier: kept.cashier,
    pieces: JSON.stringify(kept.count),
    total_rupiah: kept.totalRupiah,
  };
  const inserted = first(tx, build.insertInto('drawer_count').values(row).returning('id'));
  assert(inserted !== undefined, 'a count that is kept has an id');
  return inserted.id;
}

/** The counts of a shift, the oldest first. @throws LapakError DATABASE_DAMAGED */
export function listCounts(tx: Tx, shift: number): KeptCount[] {
  const query = build
    .selectFrom('drawer_count')
    .selectAll()
    .where('shift', '=', shift)
    .orderBy('id')
    .limit(COUNTS_MAX);
  return all(tx, query).map((row) => {
    const count = CashCount.parse(JSON.parse(row.pieces));
    const totalRupiah = rupiah(row.total_rupiah);
    if (sumCount(count) !== totalRupiah) throw damagedBook(tx, `count ${row.id} does not add up`);
    const { position, cashier, counted_at_ms: atMs } = row;
    return { id: row.id, shift, position, atMs, cashier, count, totalRupiah };
  });
}
