import { setTimeout as wait } from 'node:timers/promises';
import type { Actor, AtDrawer } from '../../../domain/actor.ts';
import { LapakError } from '../../../domain/errors.ts';
import { isIn, type MoveReason, needsNote } from '../../../domain/shifts/movement.ts';
import type { Tx } from '../database/run.ts';
import { stampOf } from '../journal/notice-clock.ts';
import { approverOf, writeJournal } from '../journal/write-journal.ts';
import { openDrawer } from '../printing/open-drawer.ts';
import { findNewestCount } from './count-store.ts';
import { countOpenings, spanSoFar } from './shift-sums-store.ts';
import type { ShiftTable } from './shift-tables.ts';
import { findMoveByUuid } from './shift-store.ts';
import {
  meantShiftAt,
  requireOpenShift,
  type ShiftChoice,
  type ShiftsTill,
} from './shifts-till.ts';

export interface MoveOrder extends ShiftChoice {
  readonly id: string;
  readonly reason: MoveReason;
  /** More than nothing, whichever way it goes. */
  readonly amountRupiah: number;
  readonly note: string;
}

/** An act that is written down by now; whether the drawer has opened is heard soon after. */
export interface AtTheDrawer {
  readonly isOpened: Promise<boolean>;
}

export type LookOrder = Pick<MoveOrder, 'id' | 'shift' | 'note'> & { readonly reason: string };

/**
 * Cash into a drawer or out of it, beside sales; then the drawer opens. The same order again is
 * one movement.
 * @throws LapakError SHIFT_CLOSED, SHIFT_ENDED, NOTE_NEEDED, ACT_ID_REUSED, CLOCK_WRONG
 */
export function moveCash(till: ShiftsTill, at: AtDrawer, order: MoveOrder): AtTheDrawer {
  const { reason, amountRupiah } = order;
  const amount = isIn(reason) ? amountRupiah : -amountRupiah;
  const shiftOf = (tx: Tx) => meantShiftAt(tx, at.drawer, order);
  return bookMove(till, at.actor, { ...order, amount, shiftOf });
}

/**
 * Opens a drawer without a sale, which is written down first.
 * @throws LapakError SHIFT_CLOSED, SHIFT_ENDED, NOTE_NEEDED, ACT_ID_REUSED, CLOCK_WRONG
 */
export function openWithoutSale(till: ShiftsTill, at: AtDrawer, order: LookOrder): AtTheDrawer {
  const shiftOf = (tx: Tx) => meantShiftAt(tx, at.drawer, order);
  return bookMove(till, at.actor, { ...order, amount: 0, shiftOf });
}

/** How often a drawer opens to be counted before its count is given. */
const OPENINGS_MAX = 3;

/**
 * Opens the drawer of a shift to be counted.
 * @throws LapakError SHIFT_ENDED, COUNT_FIRST, ACT_ID_REUSED, CLOCK_WRONG
 */
export function openToCount(
  till: ShiftsTill,
  actor: Actor,
  { id, shift }: { readonly id: string; readonly shift: number },
): AtTheDrawer {
  const order = { id, shift, reason: 'count', note: '', amount: 0 };
  return bookMove(till, actor, { ...order, shiftOf: (tx) => shiftToCount(tx, shift) });
}

/** @throws LapakError SHIFT_ENDED, COUNT_FIRST */
function shiftToCount(tx: Tx, number: number): ShiftTable {
  const shift = requireOpenShift(tx, number);
  const span = spanSoFar(shift);
  const since = findNewestCount(tx, span)?.record ?? shift.record;
  if (countOpenings(tx, { ...span, from: since }) >= OPENINGS_MAX) {
    throw new LapakError('COUNT_FIRST', { maxOpenings: OPENINGS_MAX });
  }
  return shift;
}

interface Move extends ShiftChoice {
  readonly id: string;
  readonly reason: string;
  readonly note: string;
  /** Into the drawer; negative out of it, 0 where it is only opened. Rupiah. */
  readonly amount: number;
  readonly shiftOf: (tx: Tx) => ShiftTable;
}

function bookMove(till: ShiftsTill, actor: Actor, move: Move): AtTheDrawer {
  const { id, reason, note, amount } = move;
  if (needsNote(reason) && note === '') throw new LapakError('NOTE_NEEDED', {});
  const isNew = writeJournal(till, (tx, append) => {
    const first = findMoveByUuid(tx, id);
    if (first) {
      const isThere = move.shift === null || move.shift === first.shift;
      const isSame =
        isThere && first.reason === reason && first.amount_rupiah === amount && first.note === note;
      if (!isSame) throw new LapakError('ACT_ID_REUSED', {});
      return false;
    }
    const shift = move.shiftOf(tx).number;
    append({
      type: 'drawer',
      head: { ...stampOf(tx, actor.cashier, till.clock()), shift },
      body: { id, reason, amount, note, ...approverOf(actor) },
    });
    return true;
  });
  return { isOpened: isNew ? opensAfter(till) : Promise.resolve(true) };
}

/** A printer that says nothing for so long is not waited for: the act is written down. */
const OPENS_MS = 700;

/** Opens a drawer after what was written down; whether it does, as far as is said in time. */
export async function opensAfter(till: ShiftsTill): Promise<boolean> {
  const silent = wait(OPENS_MS, undefined, { ref: false });
  const opened = await Promise.race([openDrawer(till), silent]);
  return opened ?? till.printer.status().state !== 'waiting';
}
