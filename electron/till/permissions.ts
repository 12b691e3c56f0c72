import type { Permission } from '../../domain/contract-base.ts';

/** Who sits at the till. Until people sign in by PIN, the stall's owner. */
export type Role = 'owner';

const allowed: ReadonlyMap<Role, ReadonlySet<Permission>> = new Map([
  [
    'owner',
    new Set<Permission>([
      'open',
      'catalog.read',
      'catalog.import',
      'sale.ring-up',
      'sale.read',
      'printing.read',
      'printing.reprint',
      'printing.configure',
      'settings.read',
      'settings.change',
    ]),
  ],
]);

/** Whether the role may make calls of this permission. A call without one is nobody's. */
export function may(role: Role, permission: Permission | undefined): boolean {
  return permission !== undefined && (allowed.get(role)?.has(permission) ?? false);
}
