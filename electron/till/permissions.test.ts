import { ORPCError } from '@orpc/server';
import { afterEach, expect, test } from 'vitest';
import { type Permission, permissionsOf, rolePermissions } from '../../domain/permissions.ts';
import type { BuiltinRole } from '../../domain/role.ts';
import type { Calls } from '../../test/support/calls.ts';
import { callAt, everyCall, isStream } from '../../test/support/every-call.ts';
import {
  type Hand,
  openStaffedTill,
  ownPermissions,
  type StaffedTill,
} from '../../test/support/staffed-till.ts';

/** Every call of the contract is made as every role: what the table says is what happens. */

let book: StaffedTill | undefined;
afterEach(async () => {
  await book?.close();
  book = undefined;
});

/** As no call takes it: a permission is asked for before the input is looked at. */
const NO_INPUT = { ofNoCall: true };

/** What stops a call: the code of a refusal; `let in` whatever else becomes of it. */
async function outcomeOf(calls: Calls, path: string): Promise<string> {
  const call = callAt(calls, path);
  if (!call) return 'not served';
  try {
    const answer = await call(NO_INPUT);
    if (isStream(answer)) await answer.return(undefined);
    return 'let in';
  } catch (error) {
    const code = error instanceof ORPCError ? error.code : String(error);
    return ['NOT_PERMITTED', 'NOT_SIGNED_IN', 'FAULT'].includes(code) ? code : 'let in';
  }
}

async function outcomes(calls: () => Promise<Calls>): Promise<Record<string, string>> {
  const found: Record<string, string> = {};
  // Each on a page of its own: one of them signs out.
  for (const { path } of everyCall) found[path] = await outcomeOf(await calls(), path);
  return found;
}

/** What the table says of somebody who may this much. */
function expected(
  may: readonly Permission[],
  refusal: 'NOT_PERMITTED' | 'NOT_SIGNED_IN' = 'NOT_PERMITTED',
): Record<string, string> {
  const isLetIn = (permission: Permission) => permission === 'open' || may.includes(permission);
  return Object.fromEntries(
    everyCall.map(({ path, permission }) => [path, isLetIn(permission) ? 'let in' : refusal]),
  );
}

const hands: readonly (readonly [Hand, string, readonly Permission[]])[] = [
  ['kasir-1', 'the owner', permissionsOf('owner')],
  ['kasir-2', 'a supervisor', permissionsOf('supervisor')],
  ['kasir-3', 'a cashier', permissionsOf('cashier')],
  ['kasir-4', 'somebody with a role of the stall’s own', ownPermissions],
];

test.each(hands)('%s, %s, makes exactly the calls of the table', async (staff, _, may) => {
  book = await openStaffedTill('always');
  const { page } = book;
  const signedInOnce = await page(staff);
  const isOpen = new Map(everyCall.map(({ path, permission }) => [path, permission === 'open']));
  const found: Record<string, string> = {};
  for (const { path } of everyCall) {
    // Signing out is one of the open calls: those are made where nobody is signed in.
    found[path] = await outcomeOf(isOpen.get(path) ? await page() : signedInOnce, path);
  }

  expect(found).toEqual(expected(may));
});

test('where the rest is guarded, an unsigned line sells, but answers for no money', async () => {
  book = await openStaffedTill('guarded');

  const answeredFor: readonly Permission[] = ['drawer.move', 'shift.close', 'shift.open'];
  const sells = permissionsOf('cashier').filter((one) => !answeredFor.includes(one));
  expect(await outcomes(book.page)).toEqual(expected(sells));
});

test('an unsigned line makes open calls only where a PIN is always asked for', async () => {
  book = await openStaffedTill('always');

  expect(await outcomes(book.page)).toEqual(expected([], 'NOT_SIGNED_IN'));
});

test('everybody may everything where no PIN is asked for', async () => {
  book = await openStaffedTill('never');

  expect(await outcomes(book.page)).toEqual(expected(permissionsOf('owner')));
});

test('where the till did not open, open calls are answered and no other is let in', async () => {
  book = await openStaffedTill();
  const { LapakError } = await import('../../domain/errors.ts');
  const { callsOf } = await import('../../test/support/calls.ts');
  const failure = new LapakError('DISK_FULL', {});
  const calls = callsOf(book, { till: null, failure });

  expect(await calls.system.startup()).toMatchObject({ state: 'failed', code: 'DISK_FULL' });
  await calls.system.ping();
  await expect(calls.sales.totals()).rejects.toMatchObject({ code: 'DISK_FULL' });
});

test('the owner may everything, and each permission is one that a call asks for', () => {
  const asked = new Set(everyCall.map(({ permission }) => permission));
  const unasked = rolePermissions.filter((permission) => !asked.has(permission));

  expect(permissionsOf('owner')).toEqual(rolePermissions);
  expect(unasked).toEqual([]);
});

test.each<[BuiltinRole, string]>([
  ['supervisor', 'settings.change staff.change journal.read journal.export sync.read sync.enrol'],
  [
    'cashier',
    'sale.price sale.discount sale.below-floor sale.cash-back sale.refund sale.void ' +
      'payments.verify shift.report shift.see-expected ' +
      'drawer.no-sale printing.configure catalog.import ' +
      'catalog.change catalog.export inventory.correct settings.change staff.change ' +
      'journal.read journal.export sync.read sync.enrol fees.read fees.pay fees.set-aside',
  ],
])('a %s may all but this', (role, less) => {
  const has = permissionsOf(role);

  expect(rolePermissions.filter((permission) => !has.includes(permission)).join(' ')).toBe(less);
});
