import { type CashCount, countOfPieces } from '../../../domain/shifts/cash-count.ts';
import { rupiah, type Rupiah } from '../../../domain/money.ts';
import { build } from '../database/build.ts';
import { first, type Tx } from '../database/run.ts';
import { readRecord } from '../journal/read-record.ts';
import type { ShiftSpan } from './shift-sums-store.ts';

/** A count of a drawer, as its record has it. */
export interface Count {
  /** Position of its record: what is sold after it makes it old. */
  readonly record: number;
  readonly cashier: string;
  readonly count: CashCount;
  readonly totalRupiah: Rupiah;
}

/** The newest count of a shift, with its pieces as its record has them. */
export function findNewestCount(tx: Tx, span: ShiftSpan): Count | undefined {
  const query = countsOf(span).selectAll().orderBy('record', 'desc').limit(1);
  const found = first(tx, query);
  if (!found) return undefined;
  const { record, total_rupiah } = found;
  const { head, body } = readRecord(tx, record, 'count');
  const count = countOfPieces(body.counted);
  return { record, cashier: head.cashier, count, totalRupiah: rupiah(total_rupiah) };
}

/** How often the drawer of a shift was counted. */
export function countCounts(tx: Tx, span: ShiftSpan): number {
  const query = countsOf(span).select((e) => e.fn.countAll<number>().as('counts'));
  return first(tx, query)?.counts ?? 0;
}

const countsOf = ({ shift, to }: ShiftSpan) =>
  build.selectFrom('drawer_count').where('shift', '=', shift).where('record', '<', to);
