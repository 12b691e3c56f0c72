import type { Actor, AtDrawer } from '../../../domain/actor.ts';
import { LapakError } from '../../../domain/errors.ts';
import { may, type RolePermission } from '../../../domain/permissions.ts';
import type { Approval } from '../../../domain/staff/approval.ts';
import { nameOf, NOBODY } from '../../../domain/staff/staff.ts';
import type { Tx } from '../database/run.ts';
import { read } from '../database/write.ts';
import { actingAt, actingIn, findActive, permissionsOfPerson } from './acting.ts';
import { checkPin } from './check-pin.ts';
import type { GuessParts } from './guess.ts';
import type { Lines } from './lines.ts';

/** What letting a call in uses of the till. */
export interface AdmitParts extends GuessParts {
  readonly lines: Lines;
}

/** A call that asks to be let in. */
export interface Caller {
  readonly page: object;
  /** `sales.ringUp` */
  readonly path: string;
  /** What it needs; a call without one is nobody's. */
  readonly permission: RolePermission | undefined;
  /** Who allows it where its maker may not; undefined where nobody was asked. */
  readonly approval: Approval | undefined;
}

/** Whoever makes a call that anybody may make, also where the till did not open. */
export const anybody: AtDrawer = {
  actor: { cashier: NOBODY, permissions: new Set(), approver: null },
  drawer: 1,
};

/**
 * Who makes this call: the only place where a permission is asked for.
 * @throws LapakError NOT_SIGNED_IN, NOT_PERMITTED, APPROVER_MAY_NOT, and as checkPin()
 */
export async function admit(till: AdmitParts, caller: Caller): Promise<AtDrawer> {
  const { page, permission, approval } = caller;
  const { actor, drawer } = actingAt(till, page);
  const refusal = refusalOf(actor, caller);
  if (!refusal && actor) return { actor, drawer };
  if (!actor || !approval || permission === undefined) throw refusal ?? notSignedIn();
  await checkPin(till, approval);
  const by = { page, actor: { ...actor, approver: approval.staff } };
  return { actor: read(till, (tx) => stillActing(tx, till, { by, permission })), drawer };
}

/** Who makes a call, and the line that it came from. */
export interface By {
  readonly page: object;
  readonly actor: Actor;
}

/** A call that was let in, and had to wait since. */
interface Waited {
  readonly by: By;
  readonly permission: RolePermission;
}

/**
 * Who makes a call that had to wait, where they and whoever allowed it still may.
 * @throws LapakError what the line is refused with by now; STAFF_UNKNOWN, APPROVER_MAY_NOT
 */
export function stillActing(
  tx: Tx,
  till: Pick<AdmitParts, 'lines'>,
  { by, permission }: Waited,
): Actor {
  const { cashier, approver } = by.actor;
  const { actor } = actingIn(tx, till, by.page);
  const refusal = refusalOf(actor, { permission, path: permission });
  if (actor?.cashier !== cashier) throw refusal ?? notSignedIn();
  if (approver !== null) return withApproval(tx, { ...actor, approver }, permission);
  if (refusal) throw refusal;
  return actor;
}

/** Whether the line of this page may still hear what it once asked for. */
export function assertStillAdmitted(till: AdmitParts, caller: Omit<Caller, 'approval'>): void {
  const refusal = refusalOf(actingAt(till, caller.page).actor, caller);
  if (refusal) throw refusal;
}

function refusalOf(
  actor: Actor | null,
  { permission, path }: Pick<Caller, 'permission' | 'path'>,
): LapakError | undefined {
  if (!actor) return notSignedIn();
  if (may(actor.permissions, permission)) return undefined;
  return new LapakError('NOT_PERMITTED', { permission: permission ?? path });
}

function notSignedIn(): LapakError {
  return new LapakError('NOT_SIGNED_IN', {});
}

/** Who acts, with the one permission more that the approver has. */
function withApproval(
  tx: Tx,
  actor: Actor & { readonly approver: string },
  permission: RolePermission,
): Actor {
  const { approver } = actor;
  const person = findActive(tx, approver);
  if (!person) throw new LapakError('STAFF_UNKNOWN', { staff: approver });
  if (!permissionsOfPerson(tx, person).has(permission)) {
    throw new LapakError('APPROVER_MAY_NOT', { name: nameOf(person), permission });
  }
  return { ...actor, permissions: new Set([...actor.permissions, permission]) };
}
