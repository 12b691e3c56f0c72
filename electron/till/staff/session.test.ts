import { afterEach, beforeEach, expect, test } from 'vitest';
import { MINUTE_MS } from '../../../domain/time.ts';
import { callsOf } from '../../../test/support/calls.ts';
import {
  actsOf,
  checking,
  openStaffedTill,
  pins,
  signedIn,
  type StaffedTill,
} from '../../../test/support/staffed-till.ts';
import { beginSession } from './sign-in.ts';

let book: StaffedTill;
beforeEach(async () => {
  book = await openStaffedTill();
});
afterEach(() => book.close());

const owner = { staff: 'kasir-1', pin: pins['kasir-1'] } as const;

test('whoever signs out is out, though the book cannot be written', async () => {
  const calls = await book.page('kasir-2');
  book.till.db.pragma('query_only = ON');
  await calls.staff.signOut();
  book.till.db.pragma('query_only = OFF');

  expect(await signedIn(calls)).toMatchObject({ state: 'out' });
  expect(actsOf(book).at(-1)).toMatchObject({ act: 'sign-in', cashier: 'kasir-2' });
});

test('who gives themselves a PIN goes on with the ticket that they have', async () => {
  const { staff } = await book.page();
  const { ticket } = await staff.signIn(owner);
  await staff.setPin({ staff: 'kasir-1', pin: '620417' });
  await staff.changePin({ staff: 'kasir-1', pin: '620417', newPin: '735029' });

  const loadedAgain = await book.page();
  expect(await loadedAgain.staff.resume({ ticket })).toEqual({ isSignedIn: true });
  expect(await signedIn(loadedAgain)).toMatchObject({ cashier: 'kasir-1' });
});

test('a PIN from somebody else ends the ticket of who had the old one', async () => {
  const { ticket } = await (await book.page()).staff.signIn(owner);
  const other = await book.page('kasir-1');
  await other.staff.setPin({ staff: 'kasir-1', pin: '620417' });

  const { isSignedIn } = await (await book.page()).staff.resume({ ticket });
  expect(isSignedIn).toBe(false);
});

test('a page hears of the lock, though a call of it was refused before', async () => {
  book.till.lines.signOutElsewhere('kasir-1', null); // who set the stall up
  const calls = await book.page('kasir-1');
  const events = await calls.staff.watch();
  await events.next();
  book.uptime.now += 5 * MINUTE_MS;
  const change = calls.settings.change({ zone: 'WIT' });
  await expect(change).rejects.toMatchObject({ code: 'NOT_PERMITTED' });

  expect((await events.next()).value).toMatchObject({ state: 'out' });
});

test('a page that leaves while its PIN is checked signs nobody in', async () => {
  const page = {};
  const { staff } = callsOf(book, { page });
  const signIn = staff.signIn({ staff: 'kasir-2', pin: pins['kasir-2'] });
  await checking(book, 'kasir-2');
  book.till.lines.leave(page);

  await expect(signIn).rejects.toMatchObject({ code: 'NOT_SIGNED_IN' });
  expect(book.till.lines.sessionAt(page, 0)).toBeUndefined();
  expect(actsOf(book).at(-1)).toMatchObject({ act: 'pin-change' });
});

test('whatever a page that has left asked for, no session is on its line', async () => {
  const page = {};
  const { ticket } = await (await book.page()).staff.signIn(owner);
  book.till.lines.leave(page);
  beginSession(book.till, page, { staff: 'kasir-2', isProven: true }); // as a handover does
  expect(await callsOf(book, { page }).staff.resume({ ticket })).toEqual({ isSignedIn: false });

  expect(book.till.lines.sessionAt(page, 0)).toBeUndefined();
  const loadedAgain = await book.page();
  expect(await loadedAgain.staff.resume({ ticket })).toEqual({ isSignedIn: true });
});
