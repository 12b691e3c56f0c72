import type { PermissionTable } from '../role.ts';

/** What can be permitted in it, and the built-in roles that may. */
export const systemPermissions = {
  // Anybody may, also who is not signed in, and before the till is ready.
  open: ['owner', 'supervisor', 'cashier'],
} as const satisfies PermissionTable;
