import type { PermissionTable } from '../role.ts';

/** What can be permitted in it, and the built-in roles that may. */
export const syncPermissions = {
  'sync.read': ['owner'],
  'sync.enrol': ['owner'],
} as const satisfies PermissionTable;
