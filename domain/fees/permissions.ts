import type { PermissionTable } from '../role.ts';

/** What can be permitted in it, and the built-in roles that may. Cash moves by `drawer.move`. */
export const feesPermissions = {
  'fees.read': ['owner', 'supervisor'],
  /** Payments, claims, disputes and closures. */
  'fees.pay': ['owner', 'supervisor'],
  /** Counting what is set aside, and taking of it. */
  'fees.set-aside': ['owner', 'supervisor'],
} as const satisfies PermissionTable;
