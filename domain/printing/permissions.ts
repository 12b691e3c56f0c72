import type { PermissionTable } from '../role.ts';

/** What can be permitted in it, and the roles that may. */
export const printingPermissions = {
  'printing.read': ['owner'],
  'printing.reprint': ['owner'],
  'printing.decide': ['owner'],
  'printing.configure': ['owner'],
} as const satisfies PermissionTable;
