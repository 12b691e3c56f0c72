import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Settings } from '../../../domain/settings/settings.ts';
import { callsOf } from '../../../test/support/calls.ts';
import {
  actsOf,
  openStaffedTill,
  pins,
  type StaffedTill,
} from '../../../test/support/staffed-till.ts';
import { readStallSettings } from './procedures.ts';

/** Only an owner changes when a PIN is asked for; other settings, who may change settings. */

let book: StaffedTill;
beforeEach(async () => {
  book = await openStaffedTill();
  const owner = await book.page('kasir-1');
  const permissions = ['settings.change', 'sale.ring-up'] as const;
  await owner.staff.saveRole({ id: 'role-1', name: 'Kepala', permissions: [...permissions] });
});
afterEach(() => book.close());

test.each<[string, Partial<Settings>]>([
  ['whether a PIN is asked for', { pinUse: 'never' }],
  ['after how long it is asked for again', { lockAfterMinutes: 0 }],
  ['either of them among other settings', { zone: 'WIT', lockAfterMinutes: 60 }],
])('who may change settings, but is no owner, does not change %s', async (_, change) => {
  const { settings } = await book.page('kasir-4');
  const before = readStallSettings(book.till);

  await expect(settings.change(change)).rejects.toMatchObject({ code: 'BEYOND_OWN' });
  expect(readStallSettings(book.till)).toEqual(before);
});

test('the rest they change, also where the form says again how a PIN is asked for', async () => {
  const { settings } = await book.page('kasir-4');
  const { pinUse, lockAfterMinutes } = readStallSettings(book.till);

  const changed = await settings.change({ pinUse, lockAfterMinutes, zone: 'WIT' });

  expect(changed).toMatchObject({ pinUse: 'guarded', zone: 'WIT' });
});

test('an owner’s leave changes it for them, and another’s does not', async () => {
  const by = async (approver: 'kasir-1' | 'kasir-4') => {
    const calls = callsOf(book, { approval: { staff: approver, pin: pins[approver] } });
    await calls.staff.signIn({ staff: 'kasir-3', pin: pins['kasir-3'] });
    return calls.settings.change({ pinUse: 'always' });
  };

  await expect(by('kasir-4')).rejects.toMatchObject({ code: 'BEYOND_OWN' });
  expect(await by('kasir-1')).toMatchObject({ pinUse: 'always' });
  expect(actsOf(book).at(-1)).toMatchObject({
    act: 'settings-change',
    cashier: 'kasir-3',
    approver: 'kasir-1',
  });
});
