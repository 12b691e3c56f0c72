import type { Actor } from '../../../domain/actor.ts';
import { LapakError } from '../../../domain/errors.ts';
import type { OpenShift } from '../../../domain/shifts/contract.ts';
import type { ShiftReport } from '../../../domain/shifts/report.ts';
import { nameOf } from '../../../domain/staff/staff.ts';
import { assert } from '../../../domain/assert.ts';
import type { Tx } from '../database/run.ts';
import { writeJournal } from '../journal/write-journal.ts';
import { readSettings } from '../settings/stall-settings.ts';
import { findActive, isOpenToAll, permissionsOfPerson, readPinMode } from '../staff/acting.ts';
import {
  beginSession,
  type Claim,
  proveClaim,
  type SignInParts,
  tellSignIn,
} from '../staff/sign-in.ts';
import { appendZ, type CloseOrder, findClosed } from './close-shift.ts';
import { publishDrawers } from './drawers.ts';
import { openingDraft } from './open-shift.ts';
import { readZReport } from './read-report.ts';
import { asOpenShift, findShiftByUuid } from './shift-store.ts';
import { requireOpenShift, type ShiftsTill } from './shifts-till.ts';

export interface HandOverOrder extends Omit<CloseOrder, 'carts'> {
  /** Pseudonym of who takes the drawer over; their PIN has been checked. */
  readonly receiver: string;
}

/** A handover with what proves who takes it over. */
export interface HandOverInput extends Omit<HandOverOrder, 'receiver'> {
  readonly receiver: Claim;
}

/** What a handover came to. */
export interface HandedOver {
  readonly closed: ShiftReport;
  readonly opened: OpenShift;
}

/**
 * Hands a drawer over to somebody who says so with a PIN; the line of this page is theirs then.
 * @throws LapakError as proveClaim() and handOver()
 */
export async function handOverAt(
  till: ShiftsTill & SignInParts,
  { actor, page }: { readonly actor: Actor; readonly page: object },
  { receiver, ...order }: HandOverInput,
): Promise<HandedOver & { readonly ticket: string }> {
  const isProven = await proveClaim(till, receiver);
  const { staff } = receiver;
  const handed = handOver(till, actor, { ...order, receiver: staff });
  if (isProven) tellSignIn(till, staff);
  return { ...handed, ...beginSession(till, page, { staff, isProven }) };
}

/** @throws LapakError STAFF_UNKNOWN of who left, RECEIVER_MAY_NOT of who may open no shift */
function assertMayHold(tx: Tx, staff: string): void {
  const person = findActive(tx, staff);
  if (!person) throw new LapakError('STAFF_UNKNOWN', { staff });
  const mayHold = isOpenToAll(readPinMode(tx)) || permissionsOfPerson(tx, person).has('shift.open');
  if (!mayHold) throw new LapakError('RECEIVER_MAY_NOT', { name: nameOf(person) });
}

/**
 * Closes a shift and opens the next at the same drawer, with what was counted as its float, all or
 * nothing. Carts go on. The same order again answers what the first did.
 * @throws LapakError RECEIVER_SAME, RECEIVER_MAY_NOT, STAFF_UNKNOWN, DRAWER_UNKNOWN, and as
 *   closeShift()
 */
export function handOver(till: ShiftsTill, actor: Actor, order: HandOverOrder): HandedOver {
  const { id, receiver } = order;
  const handed = writeJournal(till, (tx, append): HandedOver => {
    const first = findClosed(tx, order);
    if (first) return sameHandOver(tx, first, order);
    const { cashier, drawer } = requireOpenShift(tx, order.shift);
    if (cashier === receiver) throw new LapakError('RECEIVER_SAME', {});
    assertMayHold(tx, receiver);
    if (drawer > readSettings(tx).drawers) throw new LapakError('DRAWER_UNKNOWN', { drawer });
    const atMs = till.clock();
    const { position, last, shift } = appendZ({
      tx,
      append,
      actor,
      order,
      atMs,
      handedTo: receiver,
    });
    const taker: Actor = { ...actor, cashier: receiver, approver: null };
    append(openingDraft(tx, taker, { id, drawer: shift.drawer, float: last.count, atMs }));
    return { closed: readZReport(tx, position), opened: openedBy(tx, id) };
  });
  till.printer.wake();
  publishDrawers(till);
  return handed;
}

/** @throws LapakError ACT_ID_REUSED */
function sameHandOver(tx: Tx, closed: ShiftReport, order: HandOverOrder): HandedOver {
  if (closed.closing?.handedTo !== order.receiver) throw new LapakError('ACT_ID_REUSED', {});
  return { closed, opened: openedBy(tx, order.id) };
}

function openedBy(tx: Tx, id: string): OpenShift {
  const opened = findShiftByUuid(tx, id);
  assert(opened !== undefined, 'a handover opens a shift');
  return asOpenShift(opened);
}
