import type { Actor } from '../../../domain/actor.ts';
import { rupiah, type Rupiah } from '../../../domain/money.ts';
import {
  type CashCount,
  normalizeCount,
  recordedPieces,
  sumCount,
} from '../../../domain/shifts/cash-count.ts';
import type { CountResult } from '../../../domain/shifts/contract.ts';
import { expectedCash } from '../../../domain/shifts/drawer.ts';
import type { Tx } from '../database/run.ts';
import { read } from '../database/write.ts';
import { stampOf } from '../journal/notice-clock.ts';
import { approverOf, writeJournal } from '../journal/write-journal.ts';
import { type Count, countCounts, findNewestCount } from './count-store.ts';
import { countActs, type ShiftSpan, spanSoFar, sumFlows } from './shift-sums-store.ts';
import type { ShiftTable } from './shift-tables.ts';
import { requireOpenShift, type ShiftsTill } from './shifts-till.ts';

/**
 * Writes down what was counted in a drawer, and holds it against what should be there. The same
 * count again, with no cash in between, is one.
 * @throws LapakError SHIFT_ENDED, CLOCK_WRONG
 */
export function countDrawer(
  till: ShiftsTill,
  actor: Actor,
  { shift: number, count }: { readonly shift: number; readonly count: CashCount },
): CountResult {
  return writeJournal(till, (tx, append) => {
    const shift = requireOpenShift(tx, number);
    const span = spanSoFar(shift);
    const last = findNewestCount(tx, span);
    const isAgain = last !== undefined && isSame(tx, last, { span, actor, count });
    const record = isAgain
      ? last.record
      : append({
          type: 'count',
          head: { ...stampOf(tx, actor.cashier, till.clock()), shift: number },
          body: { counted: recordedPieces(count), ...approverOf(actor) },
        }).position;
    const countedRupiah = sumCount(count);
    const expectedRupiah = expectedAt(tx, shift, span);
    const differenceRupiah = rupiah(countedRupiah - expectedRupiah);
    const counts = countCounts(tx, span);
    return { count: record, countedRupiah, expectedRupiah, differenceRupiah, counts };
  });
}

interface Counted {
  readonly span: ShiftSpan;
  readonly actor: Actor;
  readonly count: CashCount;
}

/** Whether the same was just found by the same person: sent again, it is no second count. */
function isSame(tx: Tx, last: Count, { span, actor, count }: Counted): boolean {
  if (last.cashier !== actor.cashier) return false;
  if (countActs(tx, { ...span, from: last.record }) > 0) return false;
  return JSON.stringify(last.count) === JSON.stringify(normalizeCount(count));
}

/** What should be in the drawer of a shift now. @throws LapakError SHIFT_ENDED */
export function readExpected(
  till: ShiftsTill,
  { shift: number }: { readonly shift: number },
): { expectedRupiah: Rupiah } {
  return read(till, (tx) => {
    const shift = requireOpenShift(tx, number);
    return { expectedRupiah: expectedAt(tx, shift, spanSoFar(shift)) };
  });
}

function expectedAt(tx: Tx, { float_rupiah }: ShiftTable, span: ShiftSpan): Rupiah {
  return expectedCash(sumFlows(tx, span, rupiah(float_rupiah)));
}
