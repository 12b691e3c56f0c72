import type { Actor } from '../../../domain/actor.ts';
import { LapakError } from '../../../domain/errors.ts';
import type { TrailChange } from '../../../domain/journal/trail.ts';
import {
  isLikePseudonym,
  type Person,
  type RoleId,
  STAFF_MAX,
} from '../../../domain/staff/staff.ts';
import { read } from '../database/write.ts';
import type { Tx } from '../database/run.ts';
import { type ActOf, actDraft, writeJournal } from '../journal/write-journal.ts';
import { assertMayGive, assertMayTouch, boundsOf, keepingOwner } from './bounds.ts';
import { asPerson, requirePerson, requireRole, type StaffTill } from './staff-till.ts';
import {
  erasePerson,
  findPerson,
  insertPerson,
  listPeople,
  type PersonChange,
  updatePerson,
} from './staff-store.ts';
import { forgetWrongTries } from './try-store.ts';

/** A person as the owner wants them. */
export interface StaffDraft {
  readonly name: string;
  readonly role: RoleId;
}

/** Who works here and who left, the oldest first. */
export function readPeople(till: StaffTill): Person[] {
  return read(till, (tx) => listPeople(tx).map((person) => asPerson(till, tx, person)));
}

/**
 * Adds somebody.
 * @throws LapakError STAFF_FULL, NAME_LIKE_PSEUDONYM, ROLE_UNKNOWN, BEYOND_OWN
 */
export function addPerson(till: StaffTill, actor: Actor, draft: StaffDraft): Person {
  refuseLikePseudonym(draft.name);
  return change(till, actor, (tx) => {
    requireRole(tx, draft.role);
    assertMayGive(tx, boundsOf(tx, actor), draft.role);
    if (listPeople(tx).length >= STAFF_MAX) {
      throw new LapakError('STAFF_FULL', { maxStaff: STAFF_MAX });
    }
    const subject = insertPerson(tx, { ...draft, createdAtMs: till.clock() });
    const changes = [{ field: 'role', from: '', to: draft.role }];
    return { act: 'staff-add', subject, changes };
  });
}

interface Of {
  readonly staff: string;
}

/**
 * @throws LapakError STAFF_UNKNOWN, NAME_LIKE_PSEUDONYM, ROLE_UNKNOWN, OWNER_NEEDED, BEYOND_OWN
 */
export function changePerson(
  till: StaffTill,
  actor: Actor,
  { staff, name, role }: StaffDraft & Of,
): Person {
  refuseLikePseudonym(name);
  const act = (tx: Tx): Change => {
    const before = requirePerson(tx, staff);
    requireRole(tx, role);
    assertMayTouch(tx, actor, before);
    assertMayGive(tx, boundsOf(tx, actor), role);
    keepingOwner(tx, () => updatePerson(tx, staff, { name, role }));
    const changes: TrailChange[] = [];
    // That a name was changed, never which.
    if (before.name !== name) changes.push({ field: 'name', from: '', to: '' });
    if (before.role !== role) changes.push({ field: 'role', from: before.role, to: role });
    return { act: 'staff-change', subject: staff, changes };
  };
  return change(till, actor, act);
}

/**
 * Somebody works here no longer, or again.
 * @throws LapakError STAFF_UNKNOWN, OWNER_NEEDED, BEYOND_OWN
 */
export function setActive(
  till: StaffTill,
  actor: Actor,
  { staff, isActive }: Of & Required<Pick<PersonChange, 'isActive'>>,
): Person {
  const person = change(till, actor, (tx) => {
    const before = requirePerson(tx, staff);
    assertMayTouch(tx, actor, before);
    keepingOwner(tx, () => updatePerson(tx, staff, { isActive }));
    const isSame = before.isActive === isActive;
    return { act: isActive ? 'staff-return' : 'staff-leave', subject: staff, isSame };
  });
  if (!isActive) till.lines.signOutElsewhere(staff, null);
  return person;
}

/** Whose name was erased. */
interface Erased {
  readonly person: Person;
  /** False while another program reads the book: its log has the name until that is over. */
  readonly isOutOfFiles: boolean;
}

/**
 * Takes somebody's name out of the till for good: out of the book, its log and its free pages.
 * @throws LapakError STAFF_UNKNOWN, OWNER_NEEDED, BEYOND_OWN
 */
export function erase(till: StaffTill, actor: Actor, { staff }: Of): Erased {
  const person = change(till, actor, (tx) => {
    assertMayTouch(tx, actor, requirePerson(tx, staff));
    keepingOwner(tx, () => erasePerson(tx, staff));
    forgetWrongTries(tx, staff);
    return { act: 'staff-erase', subject: staff };
  });
  till.lines.signOutElsewhere(staff, null);
  till.tryLocks.unlock(staff);
  // Else the log has the page as it was.
  return { person, isOutOfFiles: till.checkpointer.flush() };
}

/** @throws LapakError NAME_LIKE_PSEUDONYM */
function refuseLikePseudonym(name: string): void {
  if (isLikePseudonym(name)) throw new LapakError('NAME_LIKE_PSEUDONYM', {});
}

/** An act on one person; nothing is journaled where nothing changed. */
type Change = ActOf & { readonly subject: string; readonly isSame?: boolean };

function change(till: StaffTill, actor: Actor, act: (tx: Tx) => Change): Person {
  const person = writeJournal(till, (tx, append) => {
    const { isSame, ...done } = act(tx);
    const isNothing = isSame ?? done.changes?.length === 0;
    if (!isNothing) append(actDraft(tx, actor, till.clock(), done));
    const { subject } = done;
    const gone = { id: subject, name: '', role: 'cashier', pin: null, isActive: false };
    return asPerson(till, tx, findPerson(tx, subject) ?? gone);
  });
  till.news.staff.publish(true);
  return person;
}
