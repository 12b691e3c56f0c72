import { catalogPermissions } from './catalog/permissions.ts';
import { inventoryPermissions } from './inventory/permissions.ts';
import { printingPermissions } from './printing/permissions.ts';
import type { Role } from './role.ts';
import { salesPermissions } from './sales/permissions.ts';
import { settingsPermissions } from './settings/permissions.ts';
import { systemPermissions } from './system/permissions.ts';

/** Every permission, once: what a call of the contract asks of the one who makes it. */
export const permissions = {
  ...catalogPermissions,
  ...inventoryPermissions,
  ...printingPermissions,
  ...salesPermissions,
  ...settingsPermissions,
  ...systemPermissions,
} as const;

export type Permission = keyof typeof permissions;

/** Whether the role may make calls of this permission. A call without one is nobody's. */
export function may(role: Role, permission: Permission | undefined): boolean {
  if (permission === undefined) return false;
  const roles: readonly Role[] = permissions[permission];
  return roles.includes(role);
}
