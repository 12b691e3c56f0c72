import type { PermissionTable } from '../role.ts';

/** What can be permitted in it, and the built-in roles that may. */
export const catalogPermissions = {
  'catalog.read': ['owner', 'supervisor', 'cashier'],
  'catalog.import': ['owner', 'supervisor'],
  'catalog.change': ['owner', 'supervisor'],
  'catalog.export': ['owner', 'supervisor'],
} as const satisfies PermissionTable;
