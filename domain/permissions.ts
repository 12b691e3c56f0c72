import { z } from 'zod';
import { catalogPermissions } from './catalog/permissions.ts';
import { feesPermissions } from './fees/permissions.ts';
import { inventoryPermissions } from './inventory/permissions.ts';
import { journalPermissions } from './journal/permissions.ts';
import { paymentsPermissions } from './payments/permissions.ts';
import { printingPermissions } from './printing/permissions.ts';
import type { BuiltinRole } from './role.ts';
import { salesPermissions } from './sales/permissions.ts';
import { settingsPermissions } from './settings/permissions.ts';
import { shiftsPermissions } from './shifts/permissions.ts';
import { staffPermissions } from './staff/permissions.ts';
import { syncPermissions } from './sync/permissions.ts';
import { systemPermissions } from './system/permissions.ts';

/** What a role can be given, in the order in which a person reads it. */
const given = {
  ...salesPermissions,
  ...paymentsPermissions,
  ...shiftsPermissions,
  ...printingPermissions,
  ...catalogPermissions,
  ...inventoryPermissions,
  ...settingsPermissions,
  ...staffPermissions,
  ...journalPermissions,
  ...syncPermissions,
  ...feesPermissions,
} as const;

/** Every permission, once: what a call of the contract asks of the one who makes it. */
const permissions = { ...given, ...systemPermissions } as const;

export type Permission = keyof typeof permissions;
/** One that a role has or has not; `open` is everybody's. */
export type RolePermission = keyof typeof given;

/** Every permission that a role can have. */
export const rolePermissions = Object.keys(given) as RolePermission[]; // its own keys

export const RolePermission = z.enum(rolePermissions);

/** What a built-in role may. */
export function permissionsOf(role: BuiltinRole): RolePermission[] {
  return rolePermissions.filter((name) => {
    const roles: readonly BuiltinRole[] = given[name];
    return roles.includes(role);
  });
}

/** Whether one who has these may make calls of this permission. A call without one is nobody's. */
export function may(has: ReadonlySet<RolePermission>, permission: Permission | undefined): boolean {
  if (permission === undefined) return false;
  return permission === 'open' || has.has(permission);
}
