import type { PermissionTable } from '../role.ts';

/** What can be permitted in it, and the built-in roles that may. */
export const journalPermissions = {
  'journal.read': ['owner'],
  'journal.export': ['owner'],
} as const satisfies PermissionTable;
