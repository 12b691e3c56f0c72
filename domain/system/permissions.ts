import type { PermissionTable } from '../role.ts';

/** What can be permitted in it, and the roles that may. */
export const systemPermissions = {
  // For calls that are made before the till is ready.
  open: ['owner'],
} as const satisfies PermissionTable;
