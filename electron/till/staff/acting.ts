import type { Actor } from '../../../domain/actor.ts';
import { permissionsOf, type RolePermission } from '../../../domain/permissions.ts';
import type { BuiltinRole } from '../../../domain/role.ts';
import type { Settings } from '../../../domain/settings/settings.ts';
import type { SignedIn } from '../../../domain/staff/contract.ts';
import { NOBODY } from '../../../domain/staff/staff.ts';
import { MINUTE_MS } from '../../../domain/time.ts';
import type { Book } from '../database/book.ts';
import type { Tx } from '../database/run.ts';
import { read } from '../database/write.ts';
import { readSettings } from '../settings/stall-settings.ts';
import type { Lines } from './lines.ts';
import { findRole, isBuiltin } from './role-store.ts';
import {
  findFirstOwner,
  findOnlyPerson,
  findPerson,
  hasOwnerPin,
  type StoredPerson,
} from './staff-store.ts';

/** What finding out who acts uses of the till. */
export interface ActingParts extends Book {
  readonly lines: Lines;
}

/** Who acts on a line, and where. */
export interface Acting {
  readonly state: SignedIn['state'];
  /** Null where nobody may do anything before signing in. */
  readonly actor: Actor | null;
  /** Empty where none was given. */
  readonly name: string;
  readonly drawer: number;
  readonly lockAfterMs: number;
}

/** When a PIN is asked for. `unset`: no owner has one yet, so that nobody could give it. */
export type PinMode = 'unset' | Settings['pinUse'];

/** When a PIN is asked for, by the settings and whether an owner has one. */
export function readPinMode(tx: Tx): PinMode {
  return hasOwnerPin(tx) ? readSettings(tx).pinUse : 'unset';
}

/** Whether a person is only chosen, and everybody may everything. */
export function isOpenToAll(mode: PinMode): boolean {
  return mode === 'unset' || mode === 'never';
}

/** After how long without a sign of life somebody is signed out; 0 is never. */
export function readLockAfterMs(tx: Tx, mode: PinMode = readPinMode(tx)): number {
  return isOpenToAll(mode) ? 0 : readSettings(tx).lockAfterMinutes * MINUTE_MS;
}

/** Who acts on the line of this page. @throws LapakError as read() */
export function actingAt(till: ActingParts, page: object): Acting {
  return read(till, (tx) => actingIn(tx, till, page));
}

/** The same within an act. */
export function actingIn(tx: Tx, { lines }: Pick<ActingParts, 'lines'>, page: object): Acting {
  const mode = readPinMode(tx);
  const lockAfterMs = readLockAfterMs(tx, mode);
  const session = lines.sessionAt(page, lockAfterMs);
  const isValid = session && (session.isProven || isOpenToAll(mode));
  const person = isValid ? findActive(tx, session.staff) : undefined;
  const chosen = lines.drawerAt(page);
  const drawer = isDrawer(tx, chosen) ? chosen : 1;
  return { ...actingAs(tx, mode, person), drawer, lockAfterMs };
}

/** Whether whoever is on the line of this page now may do so. */
export function mayAt(till: ActingParts, page: object, permission: RolePermission): boolean {
  return actingAt(till, page).actor?.permissions.has(permission) ?? false;
}

/** The person with this pseudonym, if they work here. */
export function findActive(tx: Tx, staff: string): StoredPerson | undefined {
  const person = findPerson(tx, staff);
  return person?.isActive ? person : undefined;
}

/** One of the stall's drawers. */
export function isDrawer(tx: Tx, drawer: number): boolean {
  return drawer <= readSettings(tx).drawers;
}

/** Who does what needs no permission, and is known by a PIN that was just right. */
export function actorFor(staff: string): Actor {
  return { cashier: staff, permissions: new Set(), approver: null };
}

/** What somebody may by their role; nothing once it is gone. */
export function permissionsOfPerson(tx: Tx, { role }: StoredPerson): ReadonlySet<RolePermission> {
  return isBuiltin(role) ? builtin[role] : new Set(findRole(tx, role)?.permissions);
}

function actingAs(
  tx: Tx,
  mode: PinMode,
  person: StoredPerson | undefined,
): Pick<Acting, 'state' | 'actor' | 'name'> {
  switch (mode) {
    case 'unset':
      return { state: 'unset', ...actorOf(person ?? findFirstOwner(tx), everything) };
    case 'never': {
      const state = person ? 'in' : 'out';
      return { state, ...actorOf(person ?? findFirstOwner(tx), everything) };
    }
    case 'guarded':
      if (person) return { state: 'in', ...actorOf(person, permissionsOfPerson(tx, person)) };
      return { state: 'out', ...unsigned(findOnlyPerson(tx)) };
    case 'always':
      if (!person) return { state: 'out', actor: null, name: '' };
      return { state: 'in', ...actorOf(person, permissionsOfPerson(tx, person)) };
  }
}

/** Made once: every call asks. */
const builtin: Readonly<Record<BuiltinRole, ReadonlySet<RolePermission>>> = {
  owner: new Set(permissionsOf('owner')),
  supervisor: new Set(permissionsOf('supervisor')),
  cashier: new Set(permissionsOf('cashier')),
};
const everything = builtin.owner;
/** What somebody has to answer for: money that leaves the drawer, and its close. */
const answeredFor: readonly RolePermission[] = ['drawer.move', 'shift.close'];
/** What may be done while nobody is signed in, where a PIN is asked for the rest. */
const sellingAlone = new Set([...builtin.cashier].filter((one) => !answeredFor.includes(one)));
/** The same where several people work: who opens a shift answers for its drawer. */
const selling = new Set([...sellingAlone].filter((one) => one !== 'shift.open'));

function unsigned(only: StoredPerson | undefined): Pick<Acting, 'actor' | 'name'> {
  return actorOf(only, only ? sellingAlone : selling);
}

function actorOf(
  person: StoredPerson | undefined,
  permissions: Actor['permissions'],
): { readonly actor: Actor; readonly name: string } {
  const cashier = person?.id ?? NOBODY;
  return { actor: { cashier, permissions, approver: null }, name: person?.name ?? '' };
}

/** The same for a screen. */
export function signedInAt(till: ActingParts, page: object): SignedIn {
  const { state, actor, name, drawer, lockAfterMs } = actingAt(till, page);
  const permissions = [...(actor?.permissions ?? [])];
  return { state, cashier: actor?.cashier ?? '', name, permissions, drawer, lockAfterMs };
}
