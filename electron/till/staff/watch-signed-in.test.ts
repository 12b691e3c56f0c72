import { afterEach, beforeEach, expect, test } from 'vitest';
import { MINUTE_MS } from '../../../domain/time.ts';
import { openStaffedTill, pins, type StaffedTill } from '../../../test/support/staffed-till.ts';

let book: StaffedTill;
beforeEach(async () => {
  book = await openStaffedTill();
});
afterEach(() => book.close());

test('a page hears who acts on it, now and after each change', async () => {
  const [calls, owner] = [await book.page(), await book.page('kasir-1')];
  const events = await calls.staff.watch();
  const next = async () => (await events.next()).value;

  expect(await next()).toMatchObject({ state: 'out', cashier: 'kasir-0' });
  await calls.staff.signIn({ staff: 'kasir-3', pin: pins['kasir-3'] });
  expect(await next()).toMatchObject({ state: 'in', cashier: 'kasir-3', name: 'Citra' });
  await owner.staff.change({ staff: 'kasir-3', name: 'Citra Dewi', role: 'supervisor' });
  const promoted = await next();
  expect(promoted).toMatchObject({
    name: 'Citra Dewi',
    permissions: expect.arrayContaining(['drawer.no-sale']),
  });
  await owner.settings.change({ drawers: 2, lockAfterMinutes: 15 });
  expect(await next()).toMatchObject({ lockAfterMs: 15 * MINUTE_MS, drawer: 1 });
  await calls.staff.chooseDrawer({ drawer: 2 });
  expect(await next()).toMatchObject({ drawer: 2 });
  await calls.staff.signOut();
  expect(await next()).toMatchObject({ state: 'out', drawer: 2 });
});

test('what happens on another line is no news', async () => {
  const calls = await book.page('kasir-1');
  const events = await calls.staff.watch();
  await events.next();
  const heard = events.next();

  await book.page('kasir-2');
  await (await book.page('kasir-3')).staff.signOut();
  await new Promise((resolve) => setImmediate(resolve)); // all of that is heard, and passed over
  await calls.staff.signOut();

  expect((await heard).value).toMatchObject({ state: 'out' });
});

test('a page hears within a second that its person was signed out by the lock', async () => {
  const events = await (await book.page('kasir-1')).staff.watch();
  await events.next();

  book.uptime.now += 5 * MINUTE_MS;

  expect((await events.next()).value).toMatchObject({ state: 'out' });
});
