import type { Actor } from '../../../domain/actor.ts';
import { LapakError } from '../../../domain/errors.ts';
import type { RecordDraft } from '../../../domain/journal/record.ts';
import { formatRupiah, rupiah, type Rupiah } from '../../../domain/money.ts';
import { type CashCount, normalizeCount, sumCount } from '../../../domain/shifts/cash-count.ts';
import type { CountResult } from '../../../domain/shifts/contract.ts';
import { expectedCash } from '../../../domain/shifts/drawer.ts';
import type { UtcMs } from '../../../domain/time.ts';
import type { Tx } from '../database/run.ts';
import { read } from '../database/write.ts';
import type { Appended } from '../journal/append-record.ts';
import { actDraft, writeJournal } from '../journal/write-journal.ts';
import { COUNTS_MAX, insertCount, type KeptCount, listCounts } from './count-store.ts';
import { countActsSince, sumFlows } from './shift-sums-store.ts';
import type { ShiftTable } from './shift-tables.ts';
import { requireOpenShift, type ShiftsTill } from './shifts-till.ts';

type NewCount = Omit<KeptCount, 'atMs' | 'id' | 'position'>;

/**
 * Keeps what was counted in a drawer, for good, and holds it against what should be there. The same
 * count again, with no cash in between, is one.
 * @throws LapakError SHIFT_ENDED, COUNTS_FULL, CLOCK_WRONG
 */
export function countDrawer(
  till: ShiftsTill,
  actor: Actor,
  { shift: number, count }: { readonly shift: number; readonly count: CashCount },
): CountResult {
  return writeJournal(till, (tx, append) => {
    const shift = requireOpenShift(tx, number);
    const totalRupiah = sumCount(count);
    const { cashier } = actor;
    const kept = { shift: number, cashier, count: normalizeCount(count), totalRupiah };
    const before = listCounts(tx, number);
    const again = before.find((one, at) => at === before.length - 1 && isSame(tx, one, kept));
    if (!again && before.length >= COUNTS_MAX) {
      throw new LapakError('COUNTS_FULL', { maxCounts: COUNTS_MAX });
    }
    const id =
      again?.id ?? keepCount(tx, append(countedDraft(tx, actor, kept, till.clock())), kept);
    const expectedRupiah = expectedAt(tx, shift);
    const differenceRupiah = rupiah(totalRupiah - expectedRupiah);
    const counts = before.length + (again ? 0 : 1);
    return { count: id, countedRupiah: totalRupiah, expectedRupiah, differenceRupiah, counts };
  });
}

/** @param appended its record: from there on what is sold makes it old */
function keepCount(tx: Tx, { position, record }: Appended, kept: NewCount): number {
  return insertCount(tx, { ...kept, position, atMs: record.head.at });
}

/** The journal has each count as well: none can be taken out before the Z tells it. */
function countedDraft(tx: Tx, actor: Actor, kept: NewCount, atMs: UtcMs): RecordDraft {
  const { shift, totalRupiah } = kept;
  const changes = [{ field: 'found', from: '', to: formatRupiah(totalRupiah) }];
  return actDraft(tx, actor, atMs, { act: 'drawer-count', subject: String(shift), changes });
}

/** Whether the same was just found by the same person: sent again, it is no second count. */
function isSame(tx: Tx, last: KeptCount, { shift, cashier, count }: NewCount): boolean {
  if (last.cashier !== cashier || countActsSince(tx, shift, last.position) > 0) return false;
  return JSON.stringify(last.count) === JSON.stringify(count);
}

/** What should be in the drawer of a shift now. @throws LapakError SHIFT_ENDED */
export function readExpected(
  till: ShiftsTill,
  { shift }: { readonly shift: number },
): { expectedRupiah: Rupiah } {
  return read(till, (tx) => ({ expectedRupiah: expectedAt(tx, requireOpenShift(tx, shift)) }));
}

function expectedAt(tx: Tx, { number, record, float_rupiah }: ShiftTable): Rupiah {
  const span = { shift: number, from: record, to: Number.MAX_SAFE_INTEGER };
  return expectedCash(sumFlows(tx, span, rupiah(float_rupiah)));
}
