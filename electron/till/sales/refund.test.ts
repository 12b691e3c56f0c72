import { afterEach, beforeEach, expect, test } from 'vitest';
import { rupiah } from '../../../domain/money.ts';
import { milli, pcs } from '../../../domain/quantity.ts';
import { backDraft } from '../../../domain/sales/back-draft.ts';
import type { SaleRecord } from '../../../domain/journal/record.ts';
import type { RingUp } from '../../../domain/sales/order.ts';
import type { Receipt } from '../../../domain/sales/receipt.ts';
import type { RefundOrder } from '../../../domain/sales/refund.ts';
import { endTestShift } from '../../../test/support/end-test-shift.ts';
import {
  anId,
  atDrawer,
  aUnit,
  bookPieces,
  openTestShift,
  openTestTill,
  stockProduct,
  type TestTill,
} from '../../../test/support/test-till.ts';
import { findBarcode } from '../catalog/procedures.ts';
import { read, write } from '../database/write.ts';
import { verifyBook } from '../journal/verify.ts';
import { countJobs } from '../printing/print-job-store.ts';
import { sumFlows, sumShift } from '../shifts/shift-sums-store.ts';
import { bookNumbered } from './book-sale.ts';
import { readTotals } from './procedures.ts';
import { countOpen } from '../payments/claim-store.ts';
import { allLeft, linesBack } from '../../../domain/sales/standing.ts';
import { readStanding } from './read-standing.ts';
import { quoteRefund } from './quote-refund.ts';
import { refund } from './refund.ts';
import { voidSale } from './void-sale.ts';
import { ringUp } from './ring-up.ts';

let book: TestTill;
beforeEach(async () => {
  book = await openTestTill();
  openTestShift(book.till);
  stockProduct(book.till, { code: 'KOPI-01', name: 'Kopi Gayo', units: [aUnit('pcs', 1, 45_000)] });
  stockProduct(book.till, { code: 'TEH-01', name: 'Teh Poci', units: [aUnit('pcs', 1, 12_033)] });
});
afterEach(() => book.close());

const kopi = { code: 'KOPI-01', unit: 'pcs', priceRupiah: rupiah(45_000) };
const teh = { code: 'TEH-01', unit: 'pcs', priceRupiah: rupiah(12_033) };
const cash = (amount: number) => ({ kind: 'cash' as const, amountRupiah: rupiah(amount) });
const qris = (amount: number) =>
  ({ kind: 'qris', state: 'claimed', amountRupiah: rupiah(amount) }) as const;
const onHand = (code: string) => findBarcode(book.till, { barcode: code }).product.onHandMilli;
const failsWith = (code: string, data: object) => expect.objectContaining({ code, data });

/** Two coffees and a tea: Rp102.033, in cash Rp102.000. */
function sell(change: Partial<RingUp> = {}): Receipt {
  return ringUp(book.till, atDrawer, {
    id: anId(),
    lines: [
      { ...kopi, quantityMilli: pcs(2) },
      { ...teh, quantityMilli: pcs(1) },
    ],
    tenders: [cash(110_000)],
    expectedTotalRupiah: rupiah(102_000),
    ...change,
  });
}

/** One coffee of a sale. */
function aRefund(number: string, change: Partial<RefundOrder> = {}): RefundOrder {
  return {
    id: anId(),
    number,
    lines: [{ at: 0, quantityMilli: pcs(1), isRestocked: true }],
    reason: 'Salah ukuran',
    tenders: [cash(45_000)],
    ...change,
  };
}

test('a refund takes one of two back: goods, money, paper and a signed record', async () => {
  const sold = sell();
  const back = refund(book.till, atDrawer, aRefund(sold.number));

  expect(back).toMatchObject({
    kind: 'refund',
    original: sold.number,
    reason: 'Salah ukuran',
    totalRupiah: -45_000,
    lines: [{ name: 'Kopi Gayo', quantityMilli: -1_000, dueRupiah: -45_000 }],
    tenders: [{ kind: 'cash', amountRupiah: 45_000 }],
  });
  expect(onHand('KOPI-01')).toBe(pcs(-1));
  expect(read(book.till, countJobs).pending).toBe(2);
  expect(readTotals(book.till)).toMatchObject({ refunds: 1, refundsTotalRupiah: 45_000 });
  expect(quoteRefund(book.till, atDrawer, { number: sold.number, lines: [] })).toMatchObject({
    leftMilli: [1_000, 1_000],
    leftRupiah: 57_000,
    backs: [{ number: back.number, kind: 'refund', totalRupiah: -45_000 }],
    noVoid: 'refunded',
  });
  expect(await verifyBook(book.till)).toMatchObject({ ok: true, reason: '' });
});

test('what is broken comes back without going on the shelf again', async () => {
  const sold = sell();
  const lines = [{ at: 0, quantityMilli: pcs(2), isRestocked: false }];
  refund(book.till, atDrawer, aRefund(sold.number, { lines, tenders: [cash(90_000)] }));

  expect(onHand('KOPI-01')).toBe(pcs(-2));
  expect(await verifyBook(book.till)).toMatchObject({ ok: true });
});

test('lesson 42: a sale comes back in parts for exactly what was paid', () => {
  const sold = sell();
  const tea = [{ at: 1, quantityMilli: pcs(1), isRestocked: true }];
  const { cashRupiah, dueRupiah } = quoteRefund(book.till, atDrawer, {
    number: sold.number,
    lines: tea,
  });
  expect({ cashRupiah, dueRupiah }).toEqual({ cashRupiah: 12_000, dueRupiah: 12_033 });
  refund(book.till, atDrawer, aRefund(sold.number, { lines: tea, tenders: [cash(12_000)] }));
  refund(book.till, atDrawer, aRefund(sold.number));
  const last = refund(book.till, atDrawer, aRefund(sold.number));

  expect(last.totalRupiah).toBe(-45_000);
  expect(readTotals(book.till)).toMatchObject({
    salesTotalRupiah: 102_000,
    refundsTotalRupiah: 102_000,
  });
  expect(() => refund(book.till, atDrawer, aRefund(sold.number))).toThrow(
    failsWith('REFUND_ABOVE_SOLD', { name: 'Kopi Gayo', leftMilli: 0 }),
  );
});

test('a refund sent twice is booked once, and its id is taken for no other', () => {
  const sold = sell();
  const order = aRefund(sold.number);
  const first = refund(book.till, atDrawer, order);

  expect(refund(book.till, atDrawer, order)).toEqual(first);
  expect(readTotals(book.till).refunds).toBe(1);
  const other = { ...order, reason: 'Rusak' };
  expect(() => refund(book.till, atDrawer, other)).toThrow(
    failsWith('SALE_ID_REUSED', { number: first.number }),
  );
});

test('lesson 43: money goes back by the means that paid it, and what it comes to', () => {
  const sold = sell({ tenders: [qris(102_033)], expectedTotalRupiah: rupiah(102_033) });
  const order = aRefund(sold.number);

  expect(() => refund(book.till, atDrawer, order)).toThrow(
    failsWith('REFUND_TENDER', { kind: 'cash', leftRupiah: 0 }),
  );
  const tooMuch = { ...order, tenders: [{ kind: 'qris' as const, amountRupiah: rupiah(45_001) }] };
  expect(() => refund(book.till, atDrawer, tooMuch)).toThrow(
    failsWith('REFUND_SUM', { dueRupiah: 45_000, cashRupiah: 45_000 }),
  );
  const back = refund(book.till, atDrawer, { ...order, changesTender: true });
  expect(back.tenders).toEqual([{ kind: 'cash', amountRupiah: 45_000 }]);
});

test('a refund needs an open shift and a sale, and is none of a refund', async () => {
  const sold = sell();
  const back = refund(book.till, atDrawer, aRefund(sold.number));

  expect(() => refund(book.till, atDrawer, aRefund(back.number))).toThrow(
    failsWith('REFUND_OF_REFUND', { number: back.number }),
  );
  expect(() => refund(book.till, atDrawer, aRefund('XYZ-000009'))).toThrow(
    failsWith('RECEIPT_UNKNOWN', { number: 'XYZ-000009' }),
  );
  endTestShift(book.till);
  expect(() => refund(book.till, atDrawer, aRefund(sold.number))).toThrow(
    failsWith('SHIFT_CLOSED', { drawer: 1 }),
  );
});

test('a sale of an earlier shift comes back in that of today, with its discount', async () => {
  const discount = { kind: 'percent', rateBp: 1_000 } as const;
  const sold = sell({ discount, expectedTotalRupiah: rupiah(91_800), tenders: [cash(91_800)] });
  endTestShift(book.till);
  openTestShift(book.till);
  const lines = [{ at: 0, quantityMilli: pcs(2), isRestocked: true }];
  const { dueRupiah, noVoid } = quoteRefund(book.till, atDrawer, { number: sold.number, lines });
  const back = refund(
    book.till,
    atDrawer,
    aRefund(sold.number, { lines, tenders: [cash(81_000)] }),
  );

  expect({ dueRupiah, noVoid }).toEqual({ dueRupiah: 81_000, noVoid: 'shift' });
  expect(back.discount).toEqual({ rateBp: null, amountRupiah: -9_000 });
  expect(back.taxedOn).toBe(sold.businessDate);
  endTestShift(book.till);
  expect(await verifyBook(book.till)).toMatchObject({ ok: true });
});

test('a void takes a sale back whole by what paid it, and the Z tells it apart', async () => {
  const sold = sell({ tenders: [qris(50_000), cash(60_000)] });
  const order = { id: anId(), number: sold.number, reason: 'Salah ketik' };
  const taken = voidSale(book.till, atDrawer, order);

  expect(taken).toMatchObject({ kind: 'void', totalRupiah: -102_000, changeRupiah: 0 });
  expect(taken.tenders).toEqual([
    { kind: 'cash', amountRupiah: 52_000 },
    { kind: 'qris', amountRupiah: 50_000 },
  ]);
  expect(voidSale(book.till, atDrawer, order)).toEqual(taken);
  expect([onHand('KOPI-01'), onHand('TEH-01')]).toEqual([0, 0]);
  const span = { shift: 1, from: 0, to: Number.MAX_SAFE_INTEGER };
  expect(read(book.till, (tx) => sumShift(tx, span))).toMatchObject({
    sales: { count: 1, totalRupiah: 102_000 },
    refunds: { count: 1, totalRupiah: 102_000 },
    voids: { count: 1, totalRupiah: 102_000 },
    netRupiah: 0,
    roundingRupiah: 0,
  });
  endTestShift(book.till);
  expect(await verifyBook(book.till)).toMatchObject({ ok: true });
});

test('what a card gave too much, and went back in cash, comes back into the drawer', async () => {
  const card = { kind: 'card', bank: 'BCA', approval: '012345', last: '1234' } as const;
  const sold = sell({
    tenders: [{ ...card, amountRupiah: rupiah(110_033) }],
    givesCashBack: true,
    expectedTotalRupiah: rupiah(102_033),
  });
  expect(sold.changeRupiah).toBe(8_000);
  const taken = voidSale(book.till, atDrawer, { id: anId(), number: sold.number, reason: 'Batal' });

  expect(taken).toMatchObject({ totalRupiah: -102_033, changeRupiah: 8_000 });
  const span = { shift: 1, from: 0, to: Number.MAX_SAFE_INTEGER };
  const flows = read(book.till, (tx) => sumFlows(tx, span, rupiah(0)));
  expect(flows).toMatchObject({ cashTakenRupiah: 0, changeRupiah: 0, cashRefundsRupiah: 0 });
  endTestShift(book.till);
  expect(await verifyBook(book.till)).toMatchObject({ ok: true });
});

test('only a whole sale of this very shift is voided', () => {
  const first = sell();
  const order = (number: string) => ({ id: anId(), number, reason: 'Batal' });
  const back = refund(book.till, atDrawer, aRefund(first.number));
  expect(() => voidSale(book.till, atDrawer, order(first.number))).toThrow(
    failsWith('VOID_REFUNDED', { number: first.number }),
  );
  expect(() => voidSale(book.till, atDrawer, order(back.number))).toThrow(
    failsWith('REFUND_OF_REFUND', { number: back.number }),
  );
  const second = sell();
  const taken = voidSale(book.till, atDrawer, order(second.number));
  expect(() => voidSale(book.till, atDrawer, order(second.number))).toThrow(
    failsWith('VOID_REFUNDED', { number: second.number }),
  );
  expect(() => refund(book.till, atDrawer, aRefund(taken.number))).toThrow('REFUND_OF_REFUND');
  expect(() => refund(book.till, atDrawer, aRefund(second.number))).toThrow('REFUND_ABOVE_SOLD');
  const third = sell();
  endTestShift(book.till);
  openTestShift(book.till);
  expect(() => voidSale(book.till, atDrawer, order(third.number))).toThrow(
    failsWith('VOID_SHIFT_OVER', { number: third.number }),
  );
});

test('a sale that was paid by an exchange is refunded, not voided', () => {
  const tenders = [{ kind: 'exchange', amountRupiah: rupiah(45_000) }];
  const { receipt } = bookPieces(book.till, 1, { tenders });
  const order = { id: anId(), number: receipt.number, reason: 'Batal' };

  expect(() => voidSale(book.till, atDrawer, order)).toThrow(
    failsWith('VOID_EXCHANGED', { number: receipt.number }),
  );
});

test('an id is of one act: a void with that of a refund, or another refund, is refused', () => {
  const sold = sell();
  const order = aRefund(sold.number);
  const first = refund(book.till, atDrawer, order);
  const reused = failsWith('SALE_ID_REUSED', { number: first.number });
  const { id, number, reason } = order;

  expect(() => voidSale(book.till, atDrawer, { id, number, reason })).toThrow(reused);
  const lines = [{ at: 0, quantityMilli: pcs(1), isRestocked: false }];
  expect(() => refund(book.till, atDrawer, { ...order, lines })).toThrow(reused);
  const tenders = [{ kind: 'credit' as const, amountRupiah: rupiah(45_000) }];
  expect(() => refund(book.till, atDrawer, { ...order, tenders })).toThrow(reused);
});

test('a sale of another system is not refunded here, nor one in parts without end', () => {
  const { receipt } = bookPieces(book.till, 1, { source: 'INV-1' });
  expect(() => refund(book.till, atDrawer, aRefund(receipt.number))).toThrow(
    failsWith('REFUND_TAKEN_OVER', { number: receipt.number }),
  );
  const sold = sell();
  refund(book.till, atDrawer, aRefund(sold.number));
  const { sale, backs } = read(book.till, (tx) => readStanding(tx, sold.number));
  const [back] = backs;
  if (!back) throw new Error('it came back');
  const standing = { sale, backs: Array.from({ length: 500 }, () => back) };
  expect(() => linesBack(standing, allLeft(standing))).toThrow(
    failsWith('REFUND_TOO_MANY', { refunds: 500 }),
  );
});

test('money that nobody saw come is told before it goes back, and a void asks for none', () => {
  const sold = sell({ tenders: [qris(102_033)], expectedTotalRupiah: rupiah(102_033) });
  const quoted = () => quoteRefund(book.till, atDrawer, { number: sold.number, lines: [] });
  expect(quoted().unverifiedRupiah).toBe(102_033);
  const open = () => read(book.till, (tx) => countOpen(tx).count);
  expect(open()).toBe(1);
  voidSale(book.till, atDrawer, { id: anId(), number: sold.number, reason: 'Batal bayar' });

  expect(open()).toBe(0);
});

test('half of a weighed thing comes back, and not a thousandth more than there was', () => {
  const sold = sell({
    lines: [{ ...teh, quantityMilli: milli(333) }],
    tenders: [cash(4_000)],
    expectedTotalRupiah: rupiah(4_000),
  });
  const of = (quantity: number) => [{ at: 0, quantityMilli: milli(quantity), isRestocked: true }];
  const quoted = (quantity: number) =>
    quoteRefund(book.till, atDrawer, { number: sold.number, lines: of(quantity) });

  expect(quoted(166)).toMatchObject({ dueRupiah: 1_997, cashRupiah: 2_000 });
  expect(quoted(333)).toMatchObject({ dueRupiah: 4_000, cashRupiah: 4_000 });
  expect(() => quoted(334)).toThrow(
    failsWith('REFUND_ABOVE_SOLD', { name: 'Teh Poci', leftMilli: 333 }),
  );
});

/** Puts a refund of so many coffees into the book that no call would take. */
function bookWrongly(
  number: string,
  pieces: number,
  change: Partial<SaleRecord['body']>,
  ofLine: Partial<SaleRecord['body']['lines'][number]> = {},
): void {
  const { till } = book;
  write(till, (tx) => {
    const { sale } = readStanding(tx, number);
    const amount = pieces * 45_000;
    const lines = sale.body.lines.slice(0, 1).map((line) => {
      return { ...line, quantity: pcs(-pieces), amount: -amount, of: 0, ...ofLine };
    });
    const about = { row: 'own', atMs: till.clock(), totalRupiah: rupiah(amount) } as const;
    bookNumbered(tx, till.device, about, (to) => {
      const draft = backDraft({
        type: 'refund',
        id: anId(),
        ...to,
        sale,
        atMs: till.clock(),
        businessDate: sale.head.businessDate,
        cashier: 'kasir-1',
        approver: null,
        shift: 1,
        lines,
        tenders: [{ kind: 'cash', amount }],
        change: 0,
        reason: 'x',
      });
      return { ...draft, body: { ...draft.body, ...change } } as typeof draft;
    });
  });
}

/** A line of a refund that says something else than the line of the sale. */
test.each([{ code: 'TEH-01' }, { factor: 1_000_000 }, { unit: 'lusin' }, { price: 1 }])(
  'a book in which a line comes back as %o is not whole',
  async (change) => {
    bookWrongly(sell().number, 1, {}, change);
    expect(await verifyBook(book.till)).toMatchObject({
      ok: false,
      reason: 'a line of it is not that of its sale',
    });
  },
);

test.each([
  ['a line is paid back that did not come', 1, { quantity: -1 }],
  ['a piece is paid back for less than it was sold for', 2, { amount: -89_999 }],
])('a book in which %s is not whole', async (_, pieces, change) => {
  bookWrongly(sell().number, pieces, {}, change);
  expect(await verifyBook(book.till)).toMatchObject({
    ok: false,
    reason: 'a line of it is not the part that came back',
  });
});

test.each([
  ['more comes back than was sold', 'more came back than was sold', 3, {}],
  [
    'a refund has the tax rates of another day',
    'it tells another day of its sale',
    1,
    { originalOn: '2021-11-23' },
  ],
  [
    'a refund names another sale than it answers',
    'it tells another number of its sale',
    1,
    { original: 'ABC-000999' },
  ],
  [
    'other means are in the head than were paid out',
    'its payments are not those of its head',
    1,
    { tenders: [{ kind: 'qris', amount: 45_000 }] },
  ],
  [
    'a refund has a tax that no line has',
    'its taxes are not those of its lines',
    1,
    { taxes: [{ kind: 'ppn', added: false, base: -40_541, tax: -4_459 }] },
  ],
])('a book in which %s is not whole', async (_, reason, pieces, change) => {
  bookWrongly(sell().number, pieces, change);
  expect(await verifyBook(book.till)).toMatchObject({ ok: false, reason });
});

/** Puts all of a sale into the book as it comes back, otherwise than any call would. */
function bookBack(type: 'refund' | 'void', edit: (draft: SaleDraft) => SaleDraft): void {
  const { number } = sell();
  const { till } = book;
  const standing = read(till, (tx) => readStanding(tx, number));
  const { sale } = standing;
  const stamp = { atMs: till.clock(), businessDate: sale.head.businessDate } as const;
  const paid = { tenders: [{ kind: 'cash', amount: 102_000 }], change: 0 } as const;
  const lines = linesBack(standing, allLeft(standing));
  const by = { cashier: 'kasir-1', approver: null, shift: 1, reason: 'x' } as const;
  const about = { row: 'own', atMs: stamp.atMs, totalRupiah: rupiah(102_000) } as const;
  write(till, (tx) =>
    bookNumbered(tx, till.device, about, (to) =>
      edit(backDraft({ type, id: anId(), ...to, ...stamp, ...by, ...paid, sale, lines })),
    ),
  );
}
type SaleDraft = ReturnType<typeof backDraft>;

function ofNoSale(draft: SaleDraft): SaleDraft {
  if (!('ref' in draft.head)) throw new Error('what comes back names its sale');
  const { ref: _, ...head } = draft.head;
  return { ...draft, head } as SaleDraft; // of the same type
}

function ofOnePiece(draft: SaleDraft): SaleDraft {
  if (!('lines' in draft.body)) throw new Error('it is a sale');
  const [first, ...others] = draft.body.lines;
  if (!first) throw new Error('it has a line');
  const lines = [{ ...first, quantity: pcs(-1) }, ...others];
  return { ...draft, body: { ...draft.body, lines } } as SaleDraft;
}

function roundedOff(draft: SaleDraft): SaleDraft {
  const sums = { total: -1, rounding: 102_032, tenders: { cash: -1 } };
  const tenders = [{ kind: 'cash', amount: 1 }];
  const { head, body } = draft;
  return { ...draft, head: { ...head, ...sums }, body: { ...body, tenders } } as SaleDraft;
}

test.each([
  ['a refund answers no sale', 'refund', ofNoSale, 'what comes back answers a sale'],
  ['a void answers no sale', 'void', ofNoSale, 'what comes back answers a sale'],
  ['a void is of one piece of two', 'void', ofOnePiece, 'it voids less or more than its sale'],
  ['all of a refund is rounded away', 'refund', roundedOff, 'its amounts are not those of a stall'],
] as const)(
  'a book in which %s is not whole, though its till had signed it',
  async (_, type, edit, reason) => {
    bookBack(type, edit);
    expect(await verifyBook(book.till)).toEqual({ ok: false, records: 3, firstBad: 4, reason });
  },
);
