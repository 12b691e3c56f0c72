import type { Actor } from '../../../domain/actor.ts';
import { LapakError } from '../../../domain/errors.ts';
import type { RolePermission } from '../../../domain/permissions.ts';
import type { Tx } from '../database/run.ts';
import { findActive, isOpenToAll, permissionsOfPerson, readPinMode } from './acting.ts';
import { findRole } from './role-store.ts';
import { findFirstOwner, hasOwnerPin, type StoredPerson } from './staff-store.ts';

/** How far somebody may change people and roles: no further than they may go themselves. */
export interface Bounds {
  readonly isOwner: boolean;
  readonly permissions: ReadonlySet<RolePermission>;
}

/** Those of who answers for the act: whoever allowed it, else whoever does it. */
export function boundsOf(tx: Tx, { cashier, approver, permissions }: Actor): Bounds {
  if (isOpenToAll(readPinMode(tx))) return { isOwner: true, permissions };
  const person = findActive(tx, approver ?? cashier);
  if (!person) return { isOwner: false, permissions: new Set() };
  return { isOwner: person.role === 'owner', permissions: permissionsOfPerson(tx, person) };
}

/** @throws LapakError BEYOND_OWN of anybody but an owner */
export function assertOwner(tx: Tx, actor: Actor): void {
  if (!boundsOf(tx, actor).isOwner) throw new LapakError('BEYOND_OWN', {});
}

/** @throws LapakError BEYOND_OWN where the permissions are not all their own */
export function assertWithin(bounds: Bounds, permissions: readonly RolePermission[]): void {
  if (bounds.isOwner || permissions.every((one) => bounds.permissions.has(one))) return;
  throw new LapakError('BEYOND_OWN', {});
}

/** Only an owner makes owners and touches them. @throws LapakError BEYOND_OWN */
export function assertMayGive(tx: Tx, bounds: Bounds, role: string): void {
  if (bounds.isOwner) return;
  if (role === 'owner') throw new LapakError('BEYOND_OWN', {});
  assertWithin(bounds, findRole(tx, role)?.permissions ?? []);
}

/** @throws LapakError BEYOND_OWN where the person may more than who answers for the act */
export function assertMayTouch(tx: Tx, actor: Actor, { role }: StoredPerson): void {
  assertMayGive(tx, boundsOf(tx, actor), role);
}

/** The act, after which there is still an owner; and one who can sign in, where there was one. */
export function keepingOwner<T>(tx: Tx, act: () => T): T {
  const couldSignIn = hasOwnerPin(tx);
  const result = act();
  const isKept = couldSignIn ? hasOwnerPin(tx) : findFirstOwner(tx) !== undefined;
  if (!isKept) throw new LapakError('OWNER_NEEDED', {});
  return result;
}
