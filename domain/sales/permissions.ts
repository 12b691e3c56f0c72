import type { PermissionTable } from '../role.ts';

/** What can be permitted in it, and the roles that may. */
export const salesPermissions = {
  'sale.ring-up': ['owner'],
  'sale.read': ['owner'],
} as const satisfies PermissionTable;
