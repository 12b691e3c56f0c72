import { afterEach, beforeEach, expect, test } from 'vitest';
import { theOwner } from '../../../domain/actor.ts';
import { callsOf } from '../../../test/support/calls.ts';
import { drawerHands, float, hundreds } from '../../../test/support/drawer-hands.ts';
import { anId, atDrawer, openTestTill, type TestTill } from '../../../test/support/test-till.ts';
import { countDrawer } from './count-drawer.ts';
import { moveCash, openToCount } from './move-cash.ts';
import { readX } from './procedures.ts';

let book: TestTill;
beforeEach(async () => {
  book = await openTestTill();
});
afterEach(() => book.close());

const failsWith = (code: string, data: object = {}) => expect.objectContaining({ code, data });
const { close, open } = drawerHands(() => book.till);

test('a drawer opens a few times to be counted, then its count is due', () => {
  const shift = open();
  const opens = () => openToCount(book.till, theOwner, { id: anId(), shift });
  for (let at = 0; at < 3; at += 1) opens();
  expect(opens).toThrow(failsWith('COUNT_FIRST', { maxOpenings: 3 }));
  countDrawer(book.till, theOwner, { shift, count: float });
  opens();
});

test('a movement of one shift that comes again for another is refused, not answered', () => {
  const order = { id: anId(), reason: 'fee', amountRupiah: 5_000, note: '' } as const;
  const first = open();
  moveCash(book.till, atDrawer, { ...order, shift: first });
  const toCount = { id: anId(), shift: first };
  openToCount(book.till, theOwner, toCount);
  countDrawer(book.till, theOwner, { shift: first, count: hundreds(195_000) });
  close(first);
  const next = open();
  const again = failsWith('ACT_ID_REUSED');
  expect(() => moveCash(book.till, atDrawer, { ...order, shift: next })).toThrow(again);
  expect(() => openToCount(book.till, theOwner, { ...toCount, shift: next })).toThrow(again);
  moveCash(book.till, atDrawer, { ...order, shift: first }); // the answer was lost
});

test('a drawer that the printer does not open is told, and the act is written down', async () => {
  const calls = callsOf(book);
  const shift = open();
  const look = { shift, reason: 'look', note: '' } as const;
  expect(await calls.shifts.noSale({ id: anId(), ...look })).toEqual({ isOpened: false });
  const toSafe = { shift, reason: 'safe-drop', amountRupiah: 5_000, note: '' } as const;
  expect(await calls.shifts.move({ id: anId(), ...toSafe })).toEqual({ isOpened: false });
  book.till.printer.start();
  await book.till.printer.idle();
  expect(await calls.shifts.openToCount({ id: anId(), shift })).toEqual({ isOpened: true });
  expect(readX(book.till, atDrawer, { shift })).toMatchObject({
    noSales: 2,
    cash: { outRupiah: 5_000 },
  });
});
