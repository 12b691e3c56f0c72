import type { PermissionTable } from '../role.ts';

/** What can be permitted in it, and the roles that may. */
export const inventoryPermissions = {
  'inventory.read': ['owner'],
  'inventory.correct': ['owner'],
} as const satisfies PermissionTable;
