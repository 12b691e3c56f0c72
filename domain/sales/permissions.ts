import type { PermissionTable } from '../role.ts';

/** What can be permitted in it, and the built-in roles that may. */
export const salesPermissions = {
  'sale.ring-up': ['owner', 'supervisor', 'cashier'],
  'sale.quick': ['owner', 'supervisor', 'cashier'],
  'sale.price': ['owner', 'supervisor'],
  'sale.discount': ['owner', 'supervisor'],
  'sale.below-floor': ['owner', 'supervisor'],
  'sale.cash-back': ['owner', 'supervisor'],
  'sale.refund': ['owner', 'supervisor'],
  'sale.void': ['owner', 'supervisor'],
  'sale.train': ['owner', 'supervisor', 'cashier'],
  'sale.read': ['owner', 'supervisor', 'cashier'],
  'sale.reprint': ['owner', 'supervisor', 'cashier'],
} as const satisfies PermissionTable;
