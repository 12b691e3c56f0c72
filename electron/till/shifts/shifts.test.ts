import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { theOwner } from '../../../domain/actor.ts';
import { rupiah } from '../../../domain/money.ts';
import { translator } from '../../../domain/translator.ts';
import { cashier, drawerHands, float } from '../../../test/support/drawer-hands.ts';
import {
  anId,
  atDrawer,
  aUnit,
  bookPieces,
  bookRefund,
  openTestTill,
  stockProduct,
  type TestTill,
} from '../../../test/support/test-till.ts';
import { changeSettings } from '../settings/stall-settings.ts';
import { write } from '../database/write.ts';
import { readExpected } from './count-drawer.ts';
import { readDrawers, watchDrawers } from './drawers.ts';
import { moveCash, openToCount, openWithoutSale } from './move-cash.ts';
import { openShift } from './open-shift.ts';
import { listShifts, readX, readZByNumber } from './procedures.ts';

let book: TestTill;
beforeEach(async () => {
  book = await openTestTill();
  const units = [aUnit('pcs', 1, 45_000)];
  stockProduct(book.till, { code: 'KOPI-01', name: 'Kopi Gayo', category: 'Kopi', units });
});
afterEach(() => book.close());

const failsWith = (code: string, data: object = {}) => expect.objectContaining({ code, data });
const { close, count, move, open } = drawerHands(() => book.till);

test('a shift opens with what was counted, and the same order opens it once', () => {
  const order = { id: anId(), drawer: 1, float };
  const opened = openShift(book.till, theOwner, order);

  expect(opened).toMatchObject({ shift: 1, drawer: 1, cashier: 'kasir-1' });
  expect(openShift(book.till, theOwner, order)).toEqual(opened);
  expect(readDrawers(book.till).open).toEqual([opened]);
});

test('an order that comes again with another float is refused', () => {
  const id = anId();
  openShift(book.till, theOwner, { id, drawer: 1, float });
  expect(() => openShift(book.till, theOwner, { id, drawer: 1, float: [] })).toThrow(
    failsWith('ACT_ID_REUSED'),
  );
});

test('a drawer has one open shift, and only as many drawers are there as the stall has', () => {
  open();
  expect(() => open()).toThrow(failsWith('SHIFT_OPEN', { shift: 1, drawer: 1 }));
  expect(() => open(2)).toThrow(failsWith('DRAWER_UNKNOWN', { drawer: 2 }));
  write(book.till, (tx) => changeSettings(tx, { drawers: 2 }));
  expect(open(2)).toBe(2);
});

test('lesson 33: in the drawer should be float, cash less change, and what was moved', () => {
  const shift = open();
  const tenders = [{ kind: 'cash', amountRupiah: rupiah(100_000) }] as const;
  bookRefund(book.till, bookPieces(book.till, 2, { tenders }).receipt, 1);
  move('safe-drop', 50_000);
  move('change', 20_000);
  openWithoutSale(book.till, atDrawer, { id: anId(), shift: null, reason: 'look', note: '' });

  // 200.000 + 100.000 − 10.000 − 45.000 + 20.000 − 50.000
  expect(readExpected(book.till, { shift }).expectedRupiah).toBe(215_000);
  const { cash, noSales, sums } = readX(book.till, atDrawer, { shift: null });
  expect(cash).toMatchObject({
    floatRupiah: 200_000,
    cashTakenRupiah: 100_000,
    changeRupiah: 10_000,
    cashRefundsRupiah: 45_000,
    inRupiah: 20_000,
    outRupiah: 50_000,
    expectedRupiah: 215_000,
  });
  expect(cash?.moves.map(({ reason, amountRupiah }) => [reason, amountRupiah])).toEqual([
    ['safe-drop', -50_000],
    ['change', 20_000],
    ['look', 0],
  ]);
  expect(noSales).toBe(1);
  expect(sums).toMatchObject({
    sales: { count: 1, totalRupiah: 90_000 },
    refunds: { count: 1, totalRupiah: 45_000 },
    netRupiah: 45_000,
    tenders: [{ kind: 'cash', netRupiah: 45_000 }],
    categories: [{ name: 'Kopi', netRupiah: 45_000 }],
  });
});

test('one who may not know what should be there sees the sums without the drawer', () => {
  open();
  const report = readX(book.till, { actor: cashier, drawer: 1 }, { shift: null });
  expect(report.cash).toBeNull();
});

test('a movement that comes again is one, and with another amount it is refused', () => {
  const shift = open();
  const order = {
    id: anId(),
    shift: null,
    reason: 'safe-drop' as const,
    amountRupiah: 50_000,
    note: '',
  };
  moveCash(book.till, atDrawer, order);
  moveCash(book.till, atDrawer, order);

  expect(readExpected(book.till, { shift }).expectedRupiah).toBe(150_000);
  expect(() => moveCash(book.till, atDrawer, { ...order, amountRupiah: 60_000 })).toThrow(
    failsWith('ACT_ID_REUSED'),
  );
});

test('a movement that was meant for a shift that ended goes into no other one', () => {
  const shift = open();
  count(shift, 0);
  close(shift, { reason: 'unknown' });
  const next = open();
  const order = { id: anId(), shift, reason: 'fee' as const, amountRupiah: 5_000, note: '' };

  expect(() => moveCash(book.till, atDrawer, order)).toThrow(failsWith('SHIFT_ENDED', { shift }));
  const look = { id: anId(), shift, reason: 'look', note: '' };
  expect(() => openWithoutSale(book.till, atDrawer, look)).toThrow(
    failsWith('SHIFT_ENDED', { shift }),
  );
  moveCash(book.till, atDrawer, { ...order, shift: next });
  expect(readExpected(book.till, { shift: next }).expectedRupiah).toBe(195_000);
});

test('“other” says nothing without a note, in the drawer and at the close', () => {
  const shift = open();
  expect(() => move('other-out', 5_000)).toThrow(failsWith('NOTE_NEEDED'));
  move('other-out', 5_000, 'parkir');
  count(shift, 100_000);
  expect(() => close(shift, { reason: 'other' })).toThrow(failsWith('NOTE_NEEDED'));
  expect(close(shift, { reason: 'other', note: 'laci macet' }).closing?.note).toBe('laci macet');
});

test('without an open shift no cash moves and no drawer opens', () => {
  expect(() => move('change', 10_000)).toThrow(failsWith('SHIFT_CLOSED', { drawer: 1 }));
  const look = { id: anId(), shift: null, reason: 'look', note: '' };
  expect(() => openWithoutSale(book.till, atDrawer, look)).toThrow(
    failsWith('SHIFT_CLOSED', { drawer: 1 }),
  );
  expect(() => openToCount(book.till, theOwner, { id: anId(), shift: 1 })).toThrow(
    failsWith('SHIFT_ENDED', { shift: 1 }),
  );
});

test('a shift that never was is not said to be closed', () => {
  expect(() => readExpected(book.till, { shift: 9 })).toThrow(
    failsWith('SHIFT_ENDED', { shift: 9 }),
  );
  expect(translator('id').error('SHIFT_ENDED', { shift: 9 })).toBe(
    'Shift 9 tidak terbuka di sini.',
  );
  expect(translator('en').error('SHIFT_ENDED', { shift: 9 })).toBe('Shift 9 is not open here.');
});

test('sales are added up by hour of the stall and by who rang them up', () => {
  open();
  bookPieces(book.till, 1);
  book.clock.now += 59 * 60_000;
  bookPieces(book.till, 1, { cashier: 'kasir-2' });
  book.clock.now += 60_000;
  bookPieces(book.till, 2, { cashier: 'kasir-2' });

  const { hours, cashiers } = readX(book.till, atDrawer, { shift: null });
  const ten = Date.UTC(2026, 10, 23, 3);
  expect(hours).toEqual([
    { fromMs: ten, count: 2, netRupiah: 90_000 },
    { fromMs: ten + 3_600_000, count: 1, netRupiah: 90_000 },
  ]);
  expect(cashiers).toEqual([
    { cashier: 'kasir-1', count: 1, netRupiah: 45_000 },
    { cashier: 'kasir-2', count: 2, netRupiah: 135_000 },
  ]);
});

test('what was taken over from another system is in no shift', () => {
  const shift = open();
  bookPieces(book.till, 3, { source: 'INV-1' });
  expect(readX(book.till, atDrawer, { shift }).sums.netRupiah).toBe(0);
});

test('the last Z of a till that has closed no shift is not there yet', () => {
  expect(() => readZByNumber(book.till, { number: 'last' })).toThrow(failsWith('Z_NONE'));
});

test('a Z is found by its number as it is printed, typed short, or as the last', () => {
  for (let at = 0; at < 3; at += 1) {
    const shift = open();
    count(shift, 200_000);
    close(shift);
  }
  const z = (number: string) => readZByNumber(book.till, { number }).closing?.z;
  expect([z('2'), z('Z-000002'), z('z-2'), z('last')]).toEqual([2, 2, 2, 3]);
  expect(() => z('Z-000009')).toThrow(failsWith('Z_UNKNOWN', { number: 'Z-000009' }));
  expect(() => z('kemarin')).toThrow(failsWith('Z_UNKNOWN', { number: 'kemarin' }));
});

test('shifts are listed the newest first, a page at a time', () => {
  for (let at = 0; at < 3; at += 1) {
    const shift = open();
    count(shift, 200_000);
    if (at < 2) close(shift);
  }
  const first = listShifts(book.till, { cursor: '', limit: 2 });
  expect(first.shifts.map(({ shift, closing }) => [shift, closing?.z])).toEqual([
    [3, undefined],
    [2, 2],
  ]);
  const rest = listShifts(book.till, { cursor: first.nextCursor, limit: 2 });
  expect(rest.shifts.map(({ shift }) => shift)).toEqual([1]);
  expect(rest.nextCursor).toBe('');
});

test('a close is listed in the zone that the stall had by then', () => {
  const shift = open();
  write(book.till, (tx) => changeSettings(tx, { zone: 'WIT' }));
  count(shift, 200_000);
  close(shift);
  const [first] = listShifts(book.till, { cursor: '', limit: 1 }).shifts;
  expect(first).toMatchObject({ offsetMinutes: 420, closing: { offsetMinutes: 540 } });
});

test('an act that comes again with other words is refused', () => {
  const id = anId();
  openShift(book.till, theOwner, { id, drawer: 1, float: [{ valueRupiah: 1_000, pieces: 2 }] });
  const same = [{ valueRupiah: 2_000 as const, pieces: 1 }];
  expect(() => openShift(book.till, theOwner, { id, drawer: 1, float: same })).toThrow(
    failsWith('ACT_ID_REUSED'),
  );
  const order = {
    id: anId(),
    shift: null,
    reason: 'fee' as const,
    amountRupiah: 1_000,
    note: 'November',
  };
  moveCash(book.till, atDrawer, order);
  expect(() => moveCash(book.till, atDrawer, { ...order, note: 'Desember' })).toThrow(
    failsWith('ACT_ID_REUSED'),
  );
  count(1, 1_500);
  const closing = anId();
  close(1, { id: closing, reason: 'unknown' });
  expect(() => close(1, { id: closing, reason: 'miscounted' })).toThrow(failsWith('ACT_ID_REUSED'));
});

test('of more movements than a report lists it says how many there are', () => {
  const shift = open();
  for (let at = 0; at < 205; at += 1) move('safe-drop', 100);
  const { cash } = readX(book.till, atDrawer, { shift });
  expect([cash?.moves.length, cash?.moreMoves, cash?.outRupiah]).toEqual([200, 5, 20_500]);
});

test('an open page hears that another day has begun', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  onTestFinished(() => void vi.useRealTimers());
  const till = await book.reopen();
  const days = watchDrawers(till);
  expect((await days.next()).value).toMatchObject({ today: '2026-11-23' });
  book.clock.now += 24 * 3_600_000;
  vi.advanceTimersByTime(30_000);
  expect((await days.next()).value).toMatchObject({ today: '2026-11-24' });
  await days.return();
});

test('a clock that cannot be right is written to the log once, not at each look', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  onTestFinished(() => void vi.useRealTimers());
  const till = await book.reopen();
  const log = () => readFileSync(join(book.dataDir, 'lapak.log'), 'utf8');
  const right = book.clock.now;
  book.clock.now = Date.UTC(10_000, 0, 1);
  vi.advanceTimersByTime(600_000);
  expect(log().match(/CLOCK_WRONG/g)).toHaveLength(1);

  book.clock.now = right + 24 * 3_600_000;
  vi.advanceTimersByTime(30_000);
  expect((await watchDrawers(till).next()).value).toMatchObject({ today: '2026-11-24' });
  expect(log().match(/CLOCK_WRONG/g)).toHaveLength(1);
});
