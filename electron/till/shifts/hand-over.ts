import type { Actor } from '../../../domain/actor.ts';
import { LapakError } from '../../../domain/errors.ts';
import type { OpenShift } from '../../../domain/shifts/contract.ts';
import type { ShiftReport } from '../../../domain/shifts/report.ts';
import { nameOf } from '../../../domain/staff/staff.ts';
import { assert } from '../../../domain/assert.ts';
import type { Tx } from '../database/run.ts';
import { type Append, writeJournal } from '../journal/write-journal.ts';
import { findActive, isOpenToAll, permissionsOfPerson, readPinMode } from '../staff/acting.ts';
import { type By, stillActing } from '../staff/admit.ts';
import {
  beginSession,
  type Claim,
  proveClaim,
  signInDraft,
  type SignInParts,
} from '../staff/sign-in.ts';
import { appendZ, type CloseOrder, findClosed, type ZAct } from './close-shift.ts';
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
 * Hands a drawer over to somebody who says so with a PIN, which is told in the same act; the line
 * of this page is theirs then.
 * @throws LapakError as proveClaim(), stillActing() and handOver()
 */
export async function handOverAt(
  till: ShiftsTill & SignInParts,
  by: By,
  { receiver, ...order }: HandOverInput,
): Promise<HandedOver & { readonly ticket: string }> {
  const isProven = await proveClaim(till, receiver);
  const { staff } = receiver;
  const handed = handOver(till, by.actor, { ...order, receiver: staff }, (tx, append) => {
    stillActing(tx, till, { by, permission: 'shift.close' });
    if (isProven) append(signInDraft(tx, staff, till.clock()));
  });
  return { ...handed, ...beginSession(till, by.page, { staff, isProven }) };
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
 * @param also belongs to the same act
 * @throws LapakError RECEIVER_SAME, RECEIVER_MAY_NOT, STAFF_UNKNOWN, and as closeShift()
 *   and `also`
 */
export function handOver(
  till: ShiftsTill,
  actor: Actor,
  order: HandOverOrder,
  also: (tx: Tx, append: Append) => void = () => undefined,
): HandedOver {
  const handed = writeJournal(till, (tx, append): HandedOver => {
    const done = handOverIn({ tx, append, actor, order, atMs: till.clock() });
    also(tx, append);
    return done;
  });
  till.printer.wake();
  publishDrawers(till);
  return handed;
}

function handOverIn(act: ZAct & { readonly order: HandOverOrder }): HandedOver {
  const { tx, append, actor, order, atMs } = act;
  const { id, receiver } = order;
  const first = findClosed(tx, order, receiver);
  if (first) return { closed: first, opened: openedBy(tx, id) };
  if (findShiftByUuid(tx, id)) throw new LapakError('ACT_ID_REUSED', {});
  const { cashier, drawer } = requireOpenShift(tx, order.shift);
  if (cashier === receiver) throw new LapakError('RECEIVER_SAME', {});
  assertMayHold(tx, receiver);
  const { position, last } = appendZ({ ...act, handedTo: receiver });
  const taker: Actor = { ...actor, cashier: receiver, approver: null };
  append(openingDraft(tx, taker, { id, drawer, float: last.count, atMs }));
  return { closed: readZReport(tx, position), opened: openedBy(tx, id) };
}

function openedBy(tx: Tx, id: string): OpenShift {
  const opened = findShiftByUuid(tx, id);
  assert(opened !== undefined, 'a handover opens a shift');
  return asOpenShift(opened);
}
