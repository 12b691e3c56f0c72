import type { PermissionTable } from '../role.ts';

/** What can be permitted in it, and the built-in roles that may. */
export const printingPermissions = {
  'printing.read': ['owner', 'supervisor', 'cashier'],
  'printing.decide': ['owner', 'supervisor', 'cashier'],
  'printing.configure': ['owner', 'supervisor'],
} as const satisfies PermissionTable;
