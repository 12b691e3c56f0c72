import { afterEach, beforeEach, expect, test } from 'vitest';
import { MINUTE_MS } from '../../../domain/time.ts';
import { type Calls, callsOf } from '../../../test/support/calls.ts';
import {
  actsOf,
  openStaffedTill,
  pins,
  signedIn,
  type StaffedTill,
} from '../../../test/support/staffed-till.ts';
import { anId, openTestTill } from '../../../test/support/test-till.ts';
import { openShift } from '../shifts/open-shift.ts';
import { actorFor } from './acting.ts';

let book: StaffedTill;
beforeEach(async () => {
  book = await openStaffedTill();
});
afterEach(() => book.close());

/** A call that only the owner may make. */
const guardedCall = (calls: Calls) => calls.settings.change({ zone: 'WIT' });

test('until the owner has a PIN, everybody is the owner, whatever the setting says', async () => {
  const fresh = await openTestTill();
  const calls = callsOf(fresh);
  await calls.settings.change({ pinUse: 'always' });

  expect(await signedIn(calls)).toMatchObject({
    state: 'unset',
    cashier: 'kasir-1',
    name: '',
    lockAfterMs: 0,
  });
  await guardedCall(calls);
  await fresh.close();
});

test('somebody is signed in on one line, and nowhere else', async () => {
  const [one, other] = [await book.page('kasir-1'), await book.page()];

  expect(await signedIn(one)).toMatchObject({ state: 'in', cashier: 'kasir-1', drawer: 1 });
  expect(await signedIn(other)).toMatchObject({ state: 'out' });
  await guardedCall(one);
  await expect(guardedCall(other)).rejects.toMatchObject({ code: 'NOT_PERMITTED' });
});

test('who signs in takes the place of who was, with their permissions and no others', async () => {
  const calls = await book.page('kasir-1');

  await calls.staff.signIn({ staff: 'kasir-3', pin: pins['kasir-3'] });

  expect(await signedIn(calls)).toMatchObject({ cashier: 'kasir-3', name: 'Citra' });
  await expect(guardedCall(calls)).rejects.toMatchObject({
    code: 'NOT_PERMITTED',
    data: { permission: 'settings.change' },
  });
});

test('where the rest is guarded, an unsigned line sells as nobody in particular', async () => {
  const calls = await book.page();

  const { cashier, permissions } = await signedIn(calls);

  expect(cashier).toBe('kasir-0');
  expect(permissions).toContain('sale.ring-up');
  for (const not of ['drawer.no-sale', 'drawer.move', 'shift.close', 'shift.open']) {
    expect(permissions).not.toContain(not);
  }
});

test('an unsigned line sells as the only person who works there', async () => {
  const owner = await book.page('kasir-1');
  for (const staff of ['kasir-2', 'kasir-3', 'kasir-4']) {
    await owner.staff.setActive({ staff, isActive: false });
  }

  const unsigned = await book.page();
  expect(await signedIn(unsigned)).toMatchObject({ state: 'out', cashier: 'kasir-1' });
  const opened = await unsigned.shifts.open({ id: anId(), drawer: 1, float: [] });
  expect(opened).toMatchObject({ cashier: 'kasir-1' }); // who else answers for the drawer?
});

test('where a PIN is always asked for, an unsigned line makes no call but open ones', async () => {
  await (await book.page('kasir-1')).settings.change({ pinUse: 'always' });
  const calls = await book.page();

  expect(await signedIn(calls)).toMatchObject({ state: 'out', cashier: '', permissions: [] });
  await expect(calls.sales.totals()).rejects.toMatchObject({ code: 'NOT_SIGNED_IN' });
  expect(await calls.staff.people()).toHaveLength(4);
});

test('where no PIN is asked for, a person is chosen, and everybody may everything', async () => {
  await (await book.page('kasir-1')).settings.change({ pinUse: 'never' });
  const calls = await book.page();
  expect(await signedIn(calls)).toMatchObject({ state: 'out', cashier: 'kasir-1' });

  await calls.staff.signIn({ staff: 'kasir-3', pin: null });

  expect(await signedIn(calls)).toMatchObject({ state: 'in', cashier: 'kasir-3' });
  await guardedCall(calls);
});

test('who was only chosen is signed in no more once a PIN is asked for', async () => {
  const owner = await book.page('kasir-1');
  await owner.settings.change({ pinUse: 'never' });
  const calls = await book.page();
  await calls.staff.signIn({ staff: 'kasir-1', pin: null });

  await owner.settings.change({ pinUse: 'guarded' });

  expect(await signedIn(calls)).toMatchObject({ state: 'out', cashier: 'kasir-0' });
  expect(await signedIn(owner)).toMatchObject({ state: 'in', cashier: 'kasir-1' });
});

test('without a PIN nobody signs in where one is asked for', async () => {
  const signIn = (await book.page()).staff.signIn({ staff: 'kasir-1', pin: null });

  await expect(signIn).rejects.toMatchObject({ code: 'NOT_SIGNED_IN' });
});

test('somebody who is not there, or has no PIN, is told so', async () => {
  const calls = await book.page('kasir-1');
  await calls.staff.add({ name: 'Eka', role: 'cashier' });

  await expect(calls.staff.signIn({ staff: 'kasir-9', pin: '418260' })).rejects.toMatchObject({
    code: 'STAFF_UNKNOWN',
    data: { staff: 'kasir-9' },
  });
  await expect(calls.staff.signIn({ staff: 'kasir-5', pin: '418260' })).rejects.toMatchObject({
    code: 'PIN_UNSET',
    data: { name: 'Eka' },
  });
});

test('who leaves is signed out everywhere at once, and cannot come back', async () => {
  const [owner, citra] = [await book.page('kasir-1'), await book.page('kasir-3')];

  await owner.staff.setActive({ staff: 'kasir-3', isActive: false });

  expect(await signedIn(citra)).toMatchObject({ state: 'out' });
  await expect(
    citra.staff.signIn({ staff: 'kasir-3', pin: pins['kasir-3'] }),
  ).rejects.toMatchObject({ code: 'STAFF_UNKNOWN' });
});

test('a role that is changed is the one that counts from the next call on', async () => {
  const [owner, citra] = [await book.page('kasir-1'), await book.page('kasir-3')];
  await expect(citra.catalog.exportCatalog()).rejects.toMatchObject({ code: 'NOT_PERMITTED' });

  await owner.staff.change({ staff: 'kasir-3', name: 'Citra', role: 'supervisor' });

  await citra.catalog.exportCatalog();
});

test('the same person goes on over a new connection; the window says where', async () => {
  await (await book.page('kasir-1')).settings.change({ drawers: 2 });
  const lost = {};
  const before = callsOf(book, { page: lost });
  const { ticket } = await before.staff.signIn({ staff: 'kasir-2', pin: pins['kasir-2'] });
  await before.staff.chooseDrawer({ drawer: 2 });
  book.till.lines.leave(lost);

  const after = await book.page();
  expect(await after.staff.resume({ ticket })).toEqual({ isSignedIn: true });

  expect(await signedIn(after)).toMatchObject({ cashier: 'kasir-2', drawer: 1 });
  const thief = await book.page();
  await thief.staff.resume({ ticket }); // one session is on one line: it moves
  expect(await signedIn(after)).toMatchObject({ state: 'out' });
});

test('a ticket ends with a sign-out, another’s sign-in, the lock and a restart', async () => {
  const { staff } = await book.page();
  const person = { staff: 'kasir-2', pin: pins['kasir-2'] } as const;
  const isSignedIn = async (ticket: string) =>
    (await (await book.page()).staff.resume({ ticket })).isSignedIn;

  const first = await staff.signIn(person);
  await staff.signOut();
  expect(await isSignedIn(first.ticket)).toBe(false);

  const second = await staff.signIn(person);
  await staff.signIn({ staff: 'kasir-3', pin: pins['kasir-3'] });
  const third = await staff.signIn(person);
  expect(await isSignedIn(second.ticket)).toBe(false);
  book.uptime.now += 5 * MINUTE_MS;
  expect(await isSignedIn(third.ticket)).toBe(false);

  const fourth = await staff.signIn(person);
  await book.reopen();
  expect(await isSignedIn(fourth.ticket)).toBe(false);
});

test('who gives no sign of life for the lock time is signed out, and a call is none', async () => {
  const calls = await book.page('kasir-1');
  book.uptime.now += 4 * MINUTE_MS;
  await calls.staff.stay();
  book.uptime.now += 4 * MINUTE_MS;
  await guardedCall(calls);
  expect(await signedIn(calls)).toMatchObject({ state: 'in', lockAfterMs: 5 * MINUTE_MS });

  book.uptime.now += MINUTE_MS;

  await expect(guardedCall(calls)).rejects.toMatchObject({ code: 'NOT_PERMITTED' });
  await calls.staff.stay(); // too late
  expect(await signedIn(calls)).toMatchObject({ state: 'out' });
});

test('no setting of the clock signs anybody out, or keeps them in', async () => {
  const calls = await book.page('kasir-1');
  book.clock.now += 400 * 24 * 60 * MINUTE_MS;
  expect(await signedIn(calls)).toMatchObject({ state: 'in' });

  book.clock.now -= 800 * 24 * 60 * MINUTE_MS;
  book.uptime.now += 5 * MINUTE_MS;

  expect(await signedIn(calls)).toMatchObject({ state: 'out' });
});

test('where nobody is locked, who signed in stays', async () => {
  const calls = await book.page('kasir-1');
  await calls.settings.change({ lockAfterMinutes: 0 });
  book.uptime.now += 24 * 60 * MINUTE_MS;

  expect(await signedIn(calls)).toMatchObject({ state: 'in', lockAfterMs: 0 });
});

test('a line works at the drawer that was chosen, of those that there are', async () => {
  const calls = await book.page('kasir-1');
  await expect(calls.staff.chooseDrawer({ drawer: 2 })).rejects.toMatchObject({
    code: 'DRAWER_UNKNOWN',
    data: { drawer: 2 },
  });
  await calls.settings.change({ drawers: 2 });
  await calls.staff.chooseDrawer({ drawer: 2 });
  expect(await signedIn(calls)).toMatchObject({ drawer: 2 });

  await calls.settings.change({ drawers: 1 });

  expect(await signedIn(calls)).toMatchObject({ drawer: 1 });
});

test('a window keeps its drawer, whoever signs in there and wherever their shift is', async () => {
  const owner = await book.page('kasir-1');
  await owner.settings.change({ drawers: 2 });
  openShift(book.till, actorFor('kasir-2'), { id: anId(), drawer: 2, float: [] });
  const drawerOf = async (calls: Calls) => (await signedIn(calls)).drawer;
  const [first, second] = [await book.page('kasir-2'), await book.page('kasir-1')];
  await second.staff.chooseDrawer({ drawer: 2 });

  expect(await drawerOf(first)).toBe(1);
  await second.staff.signIn({ staff: 'kasir-3', pin: pins['kasir-3'] });
  expect(await drawerOf(second)).toBe(2);
  await second.staff.signOut();
  expect(await drawerOf(second)).toBe(2);
});

test('signing in and out is in the journal, by pseudonym; choosing a person is not', async () => {
  const calls = await book.page('kasir-2');
  await calls.staff.signOut();
  await calls.staff.signOut(); // nobody is

  const found = actsOf(book).filter(({ act }) => act.startsWith('sign'));

  expect(found).toMatchObject([
    { act: 'sign-in', cashier: 'kasir-2', subject: 'kasir-2' },
    { act: 'sign-out', cashier: 'kasir-2', subject: 'kasir-2' },
  ]);
});
