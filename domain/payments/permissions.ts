import type { PermissionTable } from '../role.ts';

/** What can be permitted in it, and the built-in roles that may. */
export const paymentsPermissions = {
  'payments.check-sticker': ['owner', 'supervisor', 'cashier'],
  'payments.verify': ['owner', 'supervisor'],
} as const satisfies PermissionTable;
