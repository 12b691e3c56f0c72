import type { Actor, AtDrawer } from '../../../domain/actor.ts';
import { LapakError } from '../../../domain/errors.ts';
import { may, type Permission } from '../../../domain/permissions.ts';
import type { Approval } from '../../../domain/staff/approval.ts';
import { nameOf, NOBODY } from '../../../domain/staff/staff.ts';
import { read } from '../database/write.ts';
import { type Acting, actingAt, findActive, permissionsOfPerson } from './acting.ts';
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
  readonly permission: Exclude<Permission, 'open'> | undefined;
  /** Who allows it where its maker may not; undefined where nobody was asked. */
  readonly approval: Approval | undefined;
}

/** Whoever makes a call that anybody may make, also where the till did not open. */
export const anybody: AtDrawer = {
  actor: { cashier: NOBODY, permissions: new Set(), approver: null },
  drawer: 1,
};

/**
 * Who makes this call: found once, and the only place where a permission is asked for.
 * @throws LapakError NOT_SIGNED_IN, NOT_PERMITTED, APPROVER_MAY_NOT, and as checkPin()
 */
export async function admit(till: AdmitParts, caller: Caller): Promise<AtDrawer> {
  const { permission, approval } = caller;
  const acting = actingAt(till, caller.page);
  const refusal = refusalOf(acting, caller);
  const { actor, drawer } = acting;
  if (!refusal && actor) return { actor, drawer };
  if (!actor || !approval || permission === undefined) throw refusal ?? notSignedIn();
  await checkPin(till, approval);
  const approved = read(till, (tx) => {
    const person = findActive(tx, approval.staff);
    if (!person) throw new LapakError('STAFF_UNKNOWN', { staff: approval.staff });
    if (permissionsOfPerson(tx, person).has(permission)) return permission;
    throw new LapakError('APPROVER_MAY_NOT', { name: nameOf(person), permission });
  });
  return { actor: withApproval(actor, approval.staff, approved), drawer };
}

/** Whether the line of this page may still hear what it once asked for. */
export function assertStillAdmitted(till: AdmitParts, caller: Omit<Caller, 'approval'>): void {
  const refusal = refusalOf(actingAt(till, caller.page), caller);
  if (refusal) throw refusal;
}

function refusalOf(
  { actor }: Acting,
  { permission, path }: Omit<Caller, 'approval'>,
): LapakError | undefined {
  if (!actor) return notSignedIn();
  if (may(actor.permissions, permission)) return undefined;
  return new LapakError('NOT_PERMITTED', { permission: permission ?? path });
}

function notSignedIn(): LapakError {
  return new LapakError('NOT_SIGNED_IN', {});
}

/** Who acts, with the one permission more that was just given. */
function withApproval(
  actor: Actor,
  approver: string,
  permission: Exclude<Permission, 'open'>,
): Actor {
  return { ...actor, permissions: new Set([...actor.permissions, permission]), approver };
}
