import { afterEach, beforeEach, expect, test } from 'vitest';
import { theOwner } from '../../../domain/actor.ts';
import type { Approval } from '../../../domain/staff/approval.ts';
import { MINUTE_MS } from '../../../domain/time.ts';
import { type Calls, callsOf } from '../../../test/support/calls.ts';
import { collect } from '../../../test/support/collect.ts';
import {
  actsOf,
  checking,
  openStaffedTill,
  pins,
  type StaffedTill,
} from '../../../test/support/staffed-till.ts';
import { aUnit, stockProduct } from '../../../test/support/test-till.ts';
import { setActive } from './people.ts';

let book: StaffedTill;
beforeEach(async () => {
  book = await openStaffedTill();
});
afterEach(() => book.close());

const byOwner: Approval = { staff: 'kasir-1', pin: pins['kasir-1'] };
const change = (calls: Calls) => calls.settings.change({ zone: 'WIT' });

/** A page on which the cashier is signed in, and whose calls all come with this approval. */
async function approved(approval: Approval | 'unreadable', page: object = {}): Promise<Calls> {
  await callsOf(book, { page }).staff.signIn({ staff: 'kasir-3', pin: pins['kasir-3'] });
  return callsOf(book, { page, approval });
}

test('the PIN of somebody who may lets one call in, and both are in the journal', async () => {
  const page = {};
  await change(await approved(byOwner, page));

  expect(actsOf(book).at(-1)).toMatchObject({
    act: 'settings-change',
    cashier: 'kasir-3',
    approver: 'kasir-1',
  });
  const next = change(callsOf(book, { page }));
  await expect(next).rejects.toMatchObject({ code: 'NOT_PERMITTED' });
});

test('an approval that nobody needs is not looked at, and not recorded', async () => {
  const page = {};
  const owner = callsOf(book, { page, approval: { staff: 'kasir-2', pin: '246813' } });
  await owner.staff.signIn({ staff: 'kasir-1', pin: pins['kasir-1'] });

  await change(owner);

  expect(actsOf(book).at(-1)).toMatchObject({ cashier: 'kasir-1', approver: null });
});

test('a wrong PIN approves nothing, and counts like any other', async () => {
  const calls = await approved({ ...byOwner, pin: '246813' });
  for (const triesLeft of [4, 3, 2, 1]) {
    await expect(change(calls)).rejects.toMatchObject({ code: 'PIN_WRONG', data: { triesLeft } });
  }

  await expect(change(calls)).rejects.toMatchObject({ code: 'PIN_LOCKED' });
  await expect(change(await approved(byOwner))).rejects.toMatchObject({ code: 'PIN_LOCKED' });
  await expect(book.page('kasir-1')).rejects.toMatchObject({ code: 'PIN_LOCKED' });
});

test('who may not do it allows nobody to', async () => {
  const calls = await approved({ staff: 'kasir-2', pin: pins['kasir-2'] });

  await expect(change(calls)).rejects.toMatchObject({
    code: 'APPROVER_MAY_NOT',
    data: { name: 'Budi', permission: 'settings.change' },
  });
});

test('who works there no longer, or has no PIN, approves nothing', async () => {
  const owner = await book.page('kasir-1');
  await owner.staff.add({ name: 'Eka', role: 'owner' });
  await owner.staff.setActive({ staff: 'kasir-2', isActive: false });

  await expect(
    change(await approved({ staff: 'kasir-2', pin: pins['kasir-2'] })),
  ).rejects.toMatchObject({ code: 'STAFF_UNKNOWN' });
  await expect(change(await approved({ staff: 'kasir-5', pin: '620417' }))).rejects.toMatchObject({
    code: 'PIN_UNSET',
  });
});

test.each([
  [
    'leaves',
    async () => setActive(book.till, theOwner, { staff: 'kasir-3', isActive: false }),
    'NOT_PERMITTED',
  ],
  ['signs out', (calls: Calls) => calls.staff.signOut(), 'NOT_PERMITTED'],
  [
    'is followed by somebody who may',
    async (_: Calls, page: object) => {
      book.till.lines.signIn(page, { staff: 'kasir-1', isProven: true });
    },
    'NOT_SIGNED_IN',
  ],
])('who %s while the PIN of who allows it is checked does nothing', async (_, happens, code) => {
  const page = {};
  const calls = await approved(byOwner, page);
  const changed = change(calls);
  await checking(book, 'kasir-1');
  await happens(calls, page);

  await expect(changed).rejects.toMatchObject({ code });
  expect(actsOf(book).filter(({ approver }) => approver !== null)).toEqual([]);
});

test('an approval signs nobody in where a PIN is always asked for', async () => {
  await (await book.page('kasir-1')).settings.change({ pinUse: 'always' });
  const calls = callsOf(book, { approval: byOwner });

  await expect(change(calls)).rejects.toMatchObject({ code: 'NOT_SIGNED_IN' });
});

test('an unsigned line does a guarded act with an approval, as nobody in particular', async () => {
  await change(callsOf(book, { approval: byOwner }));

  expect(actsOf(book).at(-1)).toMatchObject({ cashier: 'kasir-0', approver: 'kasir-1' });
});

test('an approval that cannot be read lets nothing in', async () => {
  const calls = await approved('unreadable');

  await expect(change(calls)).rejects.toMatchObject({ code: 'INPUT_INVALID' });
});

test('what a page watches it hears no more once its person is signed out', async () => {
  await (await book.page('kasir-1')).settings.change({ pinUse: 'always' });
  const calls = await book.page('kasir-3');
  const news = await calls.catalog.watch();
  stockProduct(book.till, { code: 'A', name: 'Madu', units: [aUnit('pcs', 1, 1000)] });
  book.till.news.catalog.catalogChanged();
  await news.next();

  await calls.staff.signOut();
  book.till.news.catalog.catalogChanged();

  await expect(news.next()).rejects.toMatchObject({ code: 'NOT_SIGNED_IN' });
});

/** Six hundred products: more than a file takes in one step. */
const content = [
  'kode;nama;harga',
  ...Array.from({ length: 600 }, (_, at) => `B-${at};Barang ${at};1500`),
].join('\n');

test('a file that is coming in comes in whole, though its person is locked meanwhile', async () => {
  await (await book.page('kasir-1')).settings.change({ pinUse: 'always' });
  const calls = await book.page('kasir-2');
  const events = await calls.catalog.importCatalog({ content, mode: 'apply' });
  await events.next();
  book.uptime.now += 5 * MINUTE_MS;

  let last: unknown;
  for await (const event of events) last = event;

  expect(last).toMatchObject({ type: 'done' });
  await expect(calls.sales.totals()).rejects.toMatchObject({ code: 'NOT_SIGNED_IN' });
});

test('a file that is going out goes whole, though its person is signed out meanwhile', async () => {
  await (await book.page('kasir-1')).settings.change({ pinUse: 'always' });
  const calls = await book.page('kasir-2');
  await collect(await calls.catalog.importCatalog({ content, mode: 'apply' }));
  const events = await calls.catalog.exportCatalog();
  await events.next();
  await calls.staff.signOut();

  const text = (await collect(events)).map((piece) => piece.text).join('');

  expect(text).toContain('B-599;Barang 599;');
});
