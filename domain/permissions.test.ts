import { expect, test } from 'vitest';
import { may, permissionsOf, rolePermissions } from './permissions.ts';

const owner = new Set(permissionsOf('owner'));
const supervisor = new Set(permissionsOf('supervisor'));
const cashier = new Set(permissionsOf('cashier'));

test("a call without a permission is nobody's", () => {
  expect(may(owner, undefined)).toBe(false);
});

test('the owner may ring up a sale, and all else that a role can have', () => {
  expect(may(owner, 'sale.ring-up')).toBe(true);
  expect(rolePermissions.filter((permission) => !may(owner, permission))).toEqual([]);
});

test('a cashier sells, and neither opens the drawer without a sale nor changes the staff', () => {
  expect(may(cashier, 'sale.ring-up')).toBe(true);
  expect(may(cashier, 'drawer.no-sale')).toBe(false);
  expect(may(cashier, 'staff.change')).toBe(false);
});

test('a supervisor may what a cashier may, and no more than the owner', () => {
  expect([...cashier].filter((permission) => !may(supervisor, permission))).toEqual([]);
  expect([...supervisor].filter((permission) => !may(owner, permission))).toEqual([]);
  expect(may(supervisor, 'drawer.no-sale')).toBe(true);
  expect(may(supervisor, 'settings.change')).toBe(false);
});

test('one who has no permission may what is open to everybody, and nothing else', () => {
  expect(may(new Set(), 'open')).toBe(true);
  expect(rolePermissions.filter((permission) => may(new Set(), permission))).toEqual([]);
});
