import type { PermissionTable } from '../role.ts';

/** What can be permitted in it, and the built-in roles that may. */
export const staffPermissions = {
  'staff.change': ['owner'],
} as const satisfies PermissionTable;
