import { LapakError } from '../../../domain/errors.ts';
import type { Person, RoleId } from '../../../domain/staff/staff.ts';
import type { Tx } from '../database/run.ts';
import type { TillNews } from '../news.ts';
import type { PrinterQueue } from '../printing/printer-queue.ts';
import type { GuessParts } from './guess.ts';
import type { Lines } from './lines.ts';
import { findRole } from './role-store.ts';
import { findPerson, type StoredPerson } from './staff-store.ts';

/** What the acts on people and roles use of the till. */
export interface StaffTill extends GuessParts {
  readonly lines: Lines;
  readonly printer: Pick<PrinterQueue, 'handPaperTo'>;
  readonly news: Pick<TillNews, 'staff'>;
}

/** A person as anybody at the till may see them. */
export function asPerson(till: StaffTill, tx: Tx, person: StoredPerson): Person {
  const { id, name, role, isActive, pin } = person;
  const roleName = findRole(tx, role)?.name ?? '';
  const lockedMs = Math.ceil(till.tryLocks.leftMs(id));
  return { id, name, role, roleName, hasPin: pin !== null, isActive, lockedMs };
}

/** @throws LapakError STAFF_UNKNOWN */
export function requirePerson(tx: Tx, staff: string): StoredPerson {
  const person = findPerson(tx, staff);
  if (!person) throw new LapakError('STAFF_UNKNOWN', { staff });
  return person;
}

/** A role that is there. @throws LapakError ROLE_UNKNOWN */
export function requireRole(tx: Tx, role: RoleId): NonNullable<ReturnType<typeof findRole>> {
  const found = findRole(tx, role);
  if (!found) throw new LapakError('ROLE_UNKNOWN', { role });
  return found;
}
