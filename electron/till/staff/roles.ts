import type { Actor } from '../../../domain/actor.ts';
import { LapakError } from '../../../domain/errors.ts';
import { type RolePermission, rolePermissions } from '../../../domain/permissions.ts';
import { type Role, type RoleId, ROLES_MAX } from '../../../domain/staff/staff.ts';
import type { Tx } from '../database/run.ts';
import { read } from '../database/write.ts';
import { type Append, actDraft, writeJournal } from '../journal/write-journal.ts';
import { assertWithin, boundsOf } from './bounds.ts';
import { insertRole, isBuiltin, listRoles, removeRole, updateRole } from './role-store.ts';
import { requireRole, type StaffTill } from './staff-till.ts';
import { countPeopleOfRole } from './staff-store.ts';

/** A role as it is wanted; a new one has no id. */
export interface RoleDraft {
  readonly id: RoleId | null;
  readonly name: string;
  readonly permissions: readonly RolePermission[];
}

/** Every role and what it may. */
export function readRoles(till: StaffTill): Role[] {
  return read(till, listRoles);
}

/**
 * Keeps a role of the stall's own.
 * @throws LapakError ROLE_UNKNOWN, ROLE_BUILTIN, ROLES_FULL, BEYOND_OWN
 */
export function saveRole(till: StaffTill, actor: Actor, draft: RoleDraft): Role {
  const role = writeJournal(till, (tx, append) => {
    assertWithin(boundsOf(tx, actor), draft.permissions);
    const before = draft.id === null ? undefined : ownRole(tx, actor, draft.id);
    // Each once, in the order in which a person reads them.
    const permissions = rolePermissions.filter((one) => draft.permissions.includes(one));
    const fields = { name: draft.name, isBuiltin: false, permissions };
    const after: Role = { ...fields, id: before?.id ?? addRole(tx, fields) };
    if (before) updateRole(tx, after);
    tellChange(till, { tx, append, actor, before, after });
    return after;
  });
  till.news.staff.publish(true);
  return role;
}

/**
 * Deletes a role that nobody has.
 * @throws LapakError ROLE_UNKNOWN, ROLE_BUILTIN, ROLE_IN_USE, BEYOND_OWN
 */
export function deleteRole(till: StaffTill, actor: Actor, { id }: { readonly id: RoleId }): void {
  writeJournal(till, (tx, append) => {
    ownRole(tx, actor, id);
    const people = countPeopleOfRole(tx, id);
    if (people > 0) throw new LapakError('ROLE_IN_USE', { people });
    removeRole(tx, id);
    append(actDraft(tx, actor, till.clock(), { act: 'role-delete', subject: id }));
  });
  till.news.staff.publish(true);
}

/** A role of the stall's own that may be touched. */
function ownRole(tx: Tx, actor: Actor, id: RoleId): Role {
  if (isBuiltin(id)) throw new LapakError('ROLE_BUILTIN', {});
  const role = requireRole(tx, id);
  assertWithin(boundsOf(tx, actor), role.permissions);
  return role;
}

function addRole(tx: Tx, role: Omit<Role, 'id'>): RoleId {
  const owned = listRoles(tx).filter(({ isBuiltin: has }) => !has);
  if (owned.length >= ROLES_MAX) throw new LapakError('ROLES_FULL', { maxRoles: ROLES_MAX });
  return insertRole(tx, role);
}

interface Saved {
  readonly tx: Tx;
  readonly append: Append;
  readonly actor: Actor;
  readonly before: Role | undefined;
  readonly after: Role;
}

/** What a role may is in the journal; its name is not, since it may be that of a person. */
function tellChange(till: StaffTill, { tx, append, actor, before, after }: Saved): void {
  const [from, to] = [before?.permissions.join(' ') ?? '', after.permissions.join(' ')];
  const isRenamed = before?.name !== after.name;
  const changes = [
    ...(isRenamed ? [{ field: 'name', from: '', to: '' }] : []),
    ...(from === to ? [] : [{ field: 'permissions', from, to }]),
  ];
  if (changes.length === 0) return;
  append(actDraft(tx, actor, till.clock(), { act: 'role-save', subject: after.id, changes }));
}
