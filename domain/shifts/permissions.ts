import type { PermissionTable } from '../role.ts';

/** What can be permitted in it, and the built-in roles that may. */
export const shiftsPermissions = {
  'shift.open': ['owner', 'supervisor', 'cashier'],
  'shift.close': ['owner', 'supervisor', 'cashier'],
  'shift.report': ['owner', 'supervisor'],
  // What should be in the drawer, before it is counted.
  'shift.see-expected': ['owner', 'supervisor'],
  'drawer.move': ['owner', 'supervisor', 'cashier'],
  'drawer.no-sale': ['owner', 'supervisor'],
} as const satisfies PermissionTable;
