import type { PermissionTable } from '../role.ts';

/** What can be permitted in it, and the roles that may. */
export const settingsPermissions = {
  'settings.read': ['owner'],
  'settings.change': ['owner'],
} as const satisfies PermissionTable;
