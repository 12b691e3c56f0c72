import type { PermissionTable } from '../role.ts';

/** What can be permitted in it, and the built-in roles that may. */
export const inventoryPermissions = {
  'inventory.read': ['owner', 'supervisor', 'cashier'],
  'inventory.correct': ['owner', 'supervisor'],
} as const satisfies PermissionTable;
