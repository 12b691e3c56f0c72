import type { PermissionTable } from '../role.ts';

/** What can be permitted in it, and the roles that may. */
export const catalogPermissions = {
  'catalog.read': ['owner'],
  'catalog.import': ['owner'],
  'catalog.change': ['owner'],
} as const satisfies PermissionTable;
