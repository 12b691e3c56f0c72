import type { Actor } from '../../../domain/actor.ts';
import { LapakError } from '../../../domain/errors.ts';
import type { RecordDraft } from '../../../domain/journal/record.ts';
import { rupiah } from '../../../domain/money.ts';
import { expectedCash } from '../../../domain/shifts/drawer.ts';
import { type DifferenceReason, needsNote } from '../../../domain/shifts/movement.ts';
import type { ShiftReport } from '../../../domain/shifts/report.ts';
import { zDraft } from '../../../domain/shifts/z-draft.ts';
import type { UtcMs } from '../../../domain/time.ts';
import type { Tx } from '../database/run.ts';
import { stampOf } from '../journal/notice-clock.ts';
import { countUnsent } from '../journal/unsent.ts';
import { type Append, approverOf, writeJournal } from '../journal/write-journal.ts';
import { queuePaper } from '../printing/print-job-store.ts';
import { listCarts } from '../sales/cart-store.ts';
import { findUnfinished } from '../sales/read-kept.ts';
import { type Count, countCounts, findNewestCount } from './count-store.ts';
import { publishDrawers } from './drawers.ts';
import { readZReport } from './read-report.ts';
import { findZByUuid, newestNumbers, openShifts } from './shift-store.ts';
import {
  countActs,
  countNoSales,
  type ShiftSpan,
  spanSoFar,
  sumFlows,
  sumShift,
} from './shift-sums-store.ts';
import type { ShiftTable } from './shift-tables.ts';
import { requireOpenShift, type ShiftsTill } from './shifts-till.ts';

export interface CloseOrder {
  readonly id: string;
  readonly shift: number;
  /** The count that is meant; null is the newest. */
  readonly count: number | null;
  readonly reason: DifferenceReason | null;
  readonly note: string;
  readonly carts: 'refuse' | 'carry';
}

/**
 * Closes a shift with the newest count of its drawer: the Z record, its rows and its paper, all or
 * nothing. The same order again answers the first Z.
 * @throws LapakError SHIFT_ENDED, COUNT_NEEDED, COUNT_STALE, COUNT_OTHER, REASON_NEEDED,
 *   NOTE_NEEDED, CARTS_HELD, ACT_ID_REUSED, CLOCK_WRONG
 */
export function closeShift(till: ShiftsTill, actor: Actor, order: CloseOrder): ShiftReport {
  const report = writeJournal(till, (tx, append) => {
    const first = findClosed(tx, order, null);
    if (first) return first;
    if (order.carts === 'refuse') refuseCarts(tx, order.shift, till.clock());
    const { position } = appendZ({ tx, append, actor, order, atMs: till.clock() });
    return readZReport(tx, position);
  });
  till.printer.wake();
  publishDrawers(till);
  return report;
}

/**
 * The report of an order that came again.
 * @param handedTo who takes the drawer over in the same act; null where it is closed
 * @throws LapakError ACT_ID_REUSED
 */
export function findClosed(
  tx: Tx,
  { id, shift, reason, note }: Omit<CloseOrder, 'carts'>,
  handedTo: string | null,
): ShiftReport | undefined {
  const first = findZByUuid(tx, id);
  if (!first) return undefined;
  const report = readZReport(tx, first.record);
  const { closing } = report;
  const isSame =
    first.shift === shift &&
    closing?.note === note &&
    closing.handedTo === handedTo &&
    (closing.differenceRupiah === 0 || closing.reason === reason);
  if (!isSame) throw new LapakError('ACT_ID_REUSED', {});
  return report;
}

/** What appending a Z needs. */
export interface ZAct {
  readonly tx: Tx;
  readonly append: Append;
  readonly actor: Actor;
  readonly order: Omit<CloseOrder, 'carts'>;
  readonly atMs: UtcMs;
  /** Who takes the drawer over in the same act. */
  readonly handedTo?: string;
}

/**
 * Appends the Z of a shift and queues its paper.
 * @returns the position of its record, and what was counted
 * @throws LapakError as closeShift()
 */
export function appendZ(act: ZAct): { position: number; last: Count } {
  const { tx, append, order, atMs } = act;
  const shift = requireOpenShift(tx, order.shift);
  const span = spanSoFar(shift);
  const last = findNewestCount(tx, span);
  if (!last) throw new LapakError('COUNT_NEEDED', {});
  if (order.count !== null && order.count !== last.record) throw new LapakError('COUNT_OTHER', {});
  const acts = countActs(tx, { ...span, from: last.record });
  if (acts > 0) throw new LapakError('COUNT_STALE', { acts });
  const { position } = append(draftOf(act, { shift, span, last }));
  queuePaper(tx, position, { copy: false, atMs });
  return { position, last };
}

interface Ending {
  readonly shift: ShiftTable;
  readonly span: ShiftSpan;
  /** Its newest count. */
  readonly last: Count;
}

function draftOf(act: ZAct, { shift, span, last }: Ending): RecordDraft {
  const { tx, actor, order, atMs, handedTo } = act;
  const flows = sumFlows(tx, span, rupiah(shift.float_rupiah));
  const differenceRupiah = rupiah(last.totalRupiah - expectedCash(flows));
  return zDraft({
    stamp: stampOf(tx, actor.cashier, atMs),
    id: order.id,
    number: newestNumbers(tx).z + 1,
    shift: shift.number,
    drawer: shift.drawer,
    opened: shift.business_date,
    sums: sumShift(tx, span),
    flows,
    counted: last.count,
    counts: countCounts(tx, span),
    differenceRupiah,
    reason: reasonOf(order, differenceRupiah),
    note: order.note,
    noSales: countNoSales(tx, span),
    unsent: countUnsent(tx),
    ...(handedTo === undefined ? {} : { handedTo }),
    ...approverOf(actor),
  });
}

/** @throws LapakError REASON_NEEDED, NOTE_NEEDED */
function reasonOf(
  { reason, note }: Pick<CloseOrder, 'reason' | 'note'>,
  differenceRupiah: number,
): string {
  if (differenceRupiah === 0) return '';
  if (reason === null) throw new LapakError('REASON_NEEDED', { differenceRupiah });
  if (needsNote(reason) && note === '') throw new LapakError('NOTE_NEEDED', {});
  return reason;
}

/**
 * Carts are of no drawer: only the last close of a till leaves them behind. Those of training are
 * of no shift either.
 */
function refuseCarts(tx: Tx, shift: number, nowMs: UtcMs): void {
  if (openShifts(tx).some((open) => open.shift !== shift)) return;
  const carts = listCarts(tx).filter(
    (kept) => !kept.isTraining && findUnfinished(tx, kept, nowMs).hasContent,
  ).length;
  if (carts > 0) throw new LapakError('CARTS_HELD', { carts });
}
