import {
  rolePermissions,
  permissionsOf,
  type RolePermission,
} from '../../../domain/permissions.ts';
import { type BuiltinRole, builtinRoles } from '../../../domain/role.ts';
import type { Role, RoleId } from '../../../domain/staff/staff.ts';
import { build } from '../database/build.ts';
import { prepare, run, type Tx } from '../database/run.ts';

/** Every role that a person can have: the built-in ones, then the stall's own by age. */
export function listRoles(tx: Tx): Role[] {
  return [...builtinRoles.map(builtinRole), ...owned.all(tx, {}).map(toRole)];
}

/** The role with this id; undefined when it never was, or is gone. */
export function findRole(tx: Tx, id: string): Role | undefined {
  if (isBuiltin(id)) return builtinRole(id);
  const row = byNumber.first(tx, { number: numberOf(id) });
  return row && toRole(row);
}

/** Adds a role of the stall's own. @returns its id, which no role had before */
export function insertRole(tx: Tx, role: Pick<Role, 'name' | 'permissions'>): RoleId {
  const { name, permissions } = role;
  return `role-${insert.run(tx, { name, permissions: JSON.stringify(permissions) })}`;
}

/** Changes a role of the stall's own. */
export function updateRole(tx: Tx, { id, name, permissions }: Role): void {
  const query = build
    .updateTable('role')
    .set({ name, permissions: JSON.stringify(permissions) })
    .where('number', '=', numberOf(id));
  run(tx, query);
}

/** Takes a role of the stall's own out of every list; its id stays taken. */
export function removeRole(tx: Tx, id: RoleId): void {
  run(tx, build.updateTable('role').set({ is_deleted: 1 }).where('number', '=', numberOf(id)));
}

/** Whether a role is one that every stall has. */
export function isBuiltin(id: string): id is BuiltinRole {
  const names: readonly string[] = builtinRoles;
  return names.includes(id);
}

function builtinRole(id: BuiltinRole): Role {
  return { id, name: '', isBuiltin: true, permissions: permissionsOf(id) };
}

interface RoleRow {
  readonly number: number;
  readonly name: string;
  readonly permissions: string;
}

/** A permission that this program does not know is none. */
function toRole({ number, name, permissions }: RoleRow): Role {
  const kept: unknown = JSON.parse(permissions);
  const has = (permission: RolePermission) => Array.isArray(kept) && kept.includes(permission);
  const id = `role-${number}` as const;
  return { id, name, isBuiltin: false, permissions: rolePermissions.filter(has) };
}

function numberOf(id: string): number {
  return Number(id.slice('role-'.length));
}

const known = () =>
  build.selectFrom('role').select(['number', 'name', 'permissions']).where('is_deleted', '=', 0);

const owned = prepare<object, RoleRow>(() => known().orderBy('number'));

const byNumber = prepare<{ number: number }, RoleRow>((given) =>
  known().where('number', '=', given('number')),
);

const insert = prepare<{ name: string; permissions: string }>((given) =>
  build
    .insertInto('role')
    .values({ name: given('name'), permissions: given('permissions'), is_deleted: 0 }),
);
