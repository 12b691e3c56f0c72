import { afterEach, beforeEach, expect, test } from 'vitest';
import { theOwner } from '../../../domain/actor.ts';
import type { RecordDraft } from '../../../domain/journal/record.ts';
import { rupiah } from '../../../domain/money.ts';
import { expectedCash } from '../../../domain/shifts/drawer.ts';
import { zDraft } from '../../../domain/shifts/z-draft.ts';
import {
  anId,
  atDrawer,
  bookPieces,
  bookRefund,
  openTestShift,
  openTestTill,
  type TestTill,
} from '../../../test/support/test-till.ts';
import { stampOf } from '../journal/notice-clock.ts';
import { verifyBook } from '../journal/verify.ts';
import { writeJournal } from '../journal/write-journal.ts';
import { countDrawer } from './count-drawer.ts';
import { moveCash, openWithoutSale } from './move-cash.ts';
import { openingDraft } from './open-shift.ts';
import { sumFlows, sumShift } from './shift-sums-store.ts';

/** What only somebody with the device's own key could forge: each record adds up by itself. */

type Draft<T> = Extract<RecordDraft, { type: T }>;

let book: TestTill;
beforeEach(async () => {
  book = await openTestTill();
  openTestShift(book.till, [{ valueRupiah: 50_000, pieces: 4 }]);
  bookRefund(book.till, bookPieces(book.till, 2).receipt, 1);
  moveCash(book.till, atDrawer, {
    id: anId(),
    shift: null,
    reason: 'fee',
    amountRupiah: 5_000,
    note: '',
  });
  openWithoutSale(book.till, atDrawer, { id: anId(), shift: null, reason: 'look', note: '' });
  countDrawer(book.till, theOwner, { shift: 1, count: [{ valueRupiah: 100, pieces: 2_400 }] });
});
afterEach(() => book.close());

/** Signs the Z of the open shift, after `forge` has put other figures in. */
function signZ(forge: (z: Draft<'z'>) => void): void {
  const { till } = book;
  till.db.pragma('foreign_keys = OFF'); // so that it can name a shift that there is not
  writeJournal(till, (tx, append) => {
    const span = { shift: 1, from: 2, to: Number.MAX_SAFE_INTEGER };
    const flows = sumFlows(tx, span, rupiah(200_000));
    const draft = zDraft({
      stamp: stampOf(tx, 'kasir-1', till.clock()),
      id: anId(),
      number: 1,
      shift: 1,
      drawer: 1,
      opened: '2026-11-23',
      sums: sumShift(tx, span),
      flows,
      counted: [{ valueRupiah: 100, pieces: expectedCash(flows) / 100 }],
      counts: 1,
      differenceRupiah: rupiah(0),
      reason: '',
      note: '',
      noSales: 1,
      unsent: 6,
    });
    if (draft.type !== 'z') throw new Error('the draft of a Z is one');
    forge(draft);
    append(draft);
  });
  till.db.pragma('foreign_keys = ON');
}

test('a Z that says what its records say is whole', async () => {
  signZ(() => undefined);

  expect(await verifyBook(book.till)).toMatchObject({ ok: true, records: 8 });
});

test.each<[string, string, (z: Draft<'z'>) => void]>([
  ['with a number left out', 'its number does not follow', ({ head }) => (head.number = 2)],
  ['of no shift', 'its shift was never opened', ({ head }) => (head.shift = 2)],
  [
    'with a sale more',
    'its sums are not those of its sales',
    ({ head }) => (head.sales = { ...head.sales, count: 2 }),
  ],
  [
    'that hides a sale in its sums and its drawer',
    'its sums are not those of its sales',
    ({ head, body }) => {
      head.sales = { count: 1, total: 45_000 };
      head.tenders = { cash: 0 };
      head.categories = [{ name: 'Kopi', total: 0 }];
      head.taxes = [{ kind: 'none', base: 0, tax: 0 }];
      body.cash = { ...body.cash, taken: 45_000, expected: 195_000 };
      body.counted = [{ value: 5_000, pieces: 39 }];
    },
  ],
  [
    'that hides a refund between cash taken and cash given back',
    'its drawer is not that of its records',
    ({ body }) => (body.cash = { ...body.cash, taken: 45_000, refunds: 0 }),
  ],
  [
    'of another float',
    'its drawer is not that of its records',
    ({ body }) => (body.cash = { ...body.cash, float: 150_000, in: 50_000 }),
  ],
  [
    'of other pieces that come to the same',
    'its count is not the newest of the journal',
    ({ body }) => (body.counted = [{ value: 1_000, pieces: 240 }]),
  ],
  [
    'at another drawer',
    'its drawer or day is not that of its shift',
    ({ head }) => (head.drawer = 2),
  ],
  [
    'of another day',
    'its drawer or day is not that of its shift',
    ({ head }) => (head.opened = '2026-11-22'),
  ],
  [
    'that hides a count',
    'its count is not the newest of the journal',
    ({ body }) => (body.counts = 2),
  ],
  [
    'that hides an opening without a sale',
    'its openings are not counted right',
    ({ body }) => (body.noSales = 0),
  ],
])('a Z %s is named, though the device itself had signed it', async (_, reason, forge) => {
  signZ(forge);

  expect(await verifyBook(book.till)).toMatchObject({ ok: false, firstBad: 8, reason });
});

test('a Z whose count is older than its last sale is named', async () => {
  bookRefund(book.till, bookPieces(book.till, 1).receipt, 1);
  signZ(() => undefined);

  const reason = 'its count is older than its last sale or movement';
  expect(await verifyBook(book.till)).toMatchObject({ ok: false, firstBad: 10, reason });
});

test('a shift whose number does not follow is named, though the device had signed it', async () => {
  writeJournal(book.till, (tx, append) => {
    const order = { id: anId(), drawer: 2, float: [], atMs: book.till.clock() };
    const draft = openingDraft(tx, theOwner, order);
    if (draft.type !== 'shift-open') throw new Error('the draft of an opening is one');
    append({ ...draft, head: { ...draft.head, shift: 3 } });
  });

  const reason = 'its shift does not follow the one before';
  expect(await verifyBook(book.till)).toMatchObject({ ok: false, firstBad: 8, reason });
});

test.each([
  ['that is closed', 1],
  ['that was never opened', 9],
])('a sale signed into a shift %s is named', async (_, shift) => {
  signZ(() => undefined);
  bookPieces(book.till, 1, { shift });

  expect(await verifyBook(book.till)).toMatchObject({
    ok: false,
    firstBad: 10, // behind the opening of another shift
    reason: 'its shift was not open',
  });
});
