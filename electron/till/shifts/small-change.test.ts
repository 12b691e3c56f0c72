import { afterEach, beforeEach, expect, test } from 'vitest';
import { theOwner } from '../../../domain/actor.ts';
import { assert } from '../../../domain/assert.ts';
import { rupiah } from '../../../domain/money.ts';
import type { CashCount } from '../../../domain/shifts/cash-count.ts';
import { HOUR_MS } from '../../../domain/time.ts';
import {
  anId,
  atDrawer,
  bookPieces,
  bookRefund,
  openTestTill,
  type TestTill,
} from '../../../test/support/test-till.ts';
import { read, write } from '../database/write.ts';
import type { BookedSale } from '../sales/book-sale.ts';
import { changeSettings } from '../settings/stall-settings.ts';
import { closeShift } from './close-shift.ts';
import { countDrawer, readExpected } from './count-drawer.ts';
import { moveCash } from './move-cash.ts';
import { openShift } from './open-shift.ts';
import { readSmallChange } from './small-change.ts';
import { listCashDays } from './small-change-store.ts';

let book: TestTill;
beforeEach(async () => {
  book = await openTestTill();
});
afterEach(() => book.close());

const failsWith = (code: string, data: object = {}) => expect.objectContaining({ code, data });

/** 23 November 2026, 03:00 in Jakarta: when its business day begins at a cut-off of 3. */
const DAY_BEGAN_MS = Date.UTC(2026, 10, 22, 20);
const DAY_MS = 24 * HOUR_MS;

/** Sets the clock to an hour of a day so many days after the first. */
function clockTo(day: number, hour: number): void {
  book.clock.now = DAY_BEGAN_MS + day * DAY_MS + (hour - 3) * HOUR_MS;
}

function open(float: CashCount = [], drawer = 1): number {
  return openShift(book.till, theOwner, { id: anId(), drawer, float }).shift;
}

function close(shift: number): void {
  const { expectedRupiah } = readExpected(book.till, { shift });
  const count: CashCount = [{ valueRupiah: 100, pieces: expectedRupiah / 100 }];
  countDrawer(book.till, theOwner, { shift, count });
  const order = { id: anId(), shift, count: null, reason: null, note: '', carts: 'carry' } as const;
  closeShift(book.till, theOwner, order);
}

/** Rings up one piece of Rp45.000. */
function sell(cash: number, shift?: number): BookedSale {
  const tenders = [{ kind: 'cash', amountRupiah: rupiah(cash) } as const];
  return bookPieces(book.till, 1, { tenders, ...(shift === undefined ? {} : { shift }) });
}

/**
 * A day on which three customers pay with a note of Rp50.000, at 9, 12 and 15 o'clock.
 * @returns what they bought
 */
function aDay(day: number): BookedSale[] {
  clockTo(day, 8);
  const shift = open();
  const sold = [9, 12, 15].map((hour) => {
    clockTo(day, hour);
    return sell(50_000);
  });
  close(shift);
  return sold;
}

const ask = () => readSmallChange(book.till, atDrawer, { shift: null });

test('notes that run out on most days are told with their time, and prepared for tomorrow', () => {
  for (const day of [0, 1, 2]) aDay(day);
  clockTo(3, 8);
  open([{ valueRupiah: 5_000, pieces: 2 }]);

  expect(ask()).toEqual({
    days: 3,
    forecast: [
      {
        valueRupiah: 5_000,
        pieces: 2,
        needed: 3,
        runsOutAtMs: DAY_BEGAN_MS + 3 * DAY_MS + 12 * HOUR_MS,
      },
    ],
    float: [{ valueRupiah: 5_000, pieces: 3 }],
    floatRupiah: 15_000,
  });
});

test('what was sold and moved since the opening changes what is there', () => {
  aDay(0);
  clockTo(1, 8);
  open([{ valueRupiah: 5_000, pieces: 2 }]);
  clockTo(1, 10);
  sell(50_000);
  expect(ask().forecast).toMatchObject([{ pieces: 1, needed: 2 }]);

  const change = {
    id: anId(),
    shift: null,
    reason: 'change',
    amountRupiah: 50_000,
    note: '',
  } as const;
  moveCash(book.till, atDrawer, change);
  expect(ask().forecast).toMatchObject([{ pieces: 11, needed: 2, runsOutAtMs: null }]);
});

test('a count of the drawer is believed, whatever was estimated before it', () => {
  aDay(0);
  clockTo(1, 8);
  const shift = open([{ valueRupiah: 5_000, pieces: 2 }]);
  sell(50_000);
  const counted: CashCount = [{ valueRupiah: 5_000, pieces: 7 }];
  countDrawer(book.till, theOwner, { shift, count: counted });
  sell(50_000);
  expect(ask().forecast).toMatchObject([{ valueRupiah: 5_000, pieces: 6 }]);
});

test('a refund takes cash out; sales of another drawer or of long ago are not looked at', () => {
  write(book.till, (tx) => changeSettings(tx, { drawers: 2 }));
  const [sold] = aDay(0); // 29 days before
  assert(sold !== undefined, 'something was sold');
  clockTo(28, 8);
  const [first, second] = [open([{ valueRupiah: 50_000, pieces: 1 }]), open([], 2)];
  bookRefund(book.till, sold.receipt, 1); // 45.000 out of the first
  sell(100_000, second);
  for (const shift of [first, second]) close(shift);
  clockTo(29, 8);
  open();

  const { days, float } = ask();
  expect(days).toBe(1);
  expect(float.map(({ valueRupiah, pieces }) => [valueRupiah, pieces])).toEqual([
    [20_000, 2],
    [5_000, 1],
  ]);
});

test('on the first day there is no forecast, and without a shift there is no drawer', () => {
  expect(ask).toThrow(failsWith('SHIFT_CLOSED', { drawer: 1 }));
  clockTo(0, 8);
  open();
  sell(50_000);
  expect(ask()).toEqual({ days: 0, forecast: [], float: [], floatRupiah: 0 });
});

test('of more sales than are looked at the newest whole days are', () => {
  for (const day of [0, 1, 2]) aDay(day);
  const dates = (rowsMax: number) =>
    read(book.till, (tx) =>
      listCashDays(tx, {
        drawer: 1,
        from: '2026-11-01',
        before: '2026-12-01',
        cutOffHour: 3,
        rowsMax,
      }),
    ).map(({ date, sales }) => [date, sales.length]);

  expect(dates(9)).toEqual([
    ['2026-11-25', 3],
    ['2026-11-24', 3],
    ['2026-11-23', 3],
  ]);
  expect(dates(8)).toEqual([
    ['2026-11-25', 3],
    ['2026-11-24', 3],
  ]);
});
