import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { rupiah } from '../../../domain/money.ts';
import type { Tender } from '../../../domain/payments/tender.ts';
import { formatVoucher, VoucherCode } from '../../../domain/payments/voucher.ts';
import { milli, pcs } from '../../../domain/quantity.ts';
import type { RingUp } from '../../../domain/sales/order.ts';
import { MINUTE_MS } from '../../../domain/time.ts';
import type { Receipt } from '../../../domain/sales/receipt.ts';
import type { RefundOrder } from '../../../domain/sales/refund.ts';
import { endTestShift } from '../../../test/support/end-test-shift.ts';
import {
  anId,
  atDrawer,
  aUnit,
  bookPieces,
  bookRefund,
  openTestShift,
  openTestTill,
  stockProduct,
  type TestTill,
} from '../../../test/support/test-till.ts';
import { findBarcode } from '../catalog/procedures.ts';
import { closeTill } from '../open-till.ts';
import { read } from '../database/write.ts';
import { BOOK_FILE } from '../journal/folder.ts';
import { rebuildFolder } from '../journal/rebuild.ts';
import { recoverFolder } from '../journal/recover.ts';
import { verifyBook } from '../journal/verify.ts';
import { readGivenVouchers, readVoucher } from '../payments/vouchers.ts';
import { sumFlows, sumShift } from '../shifts/shift-sums-store.ts';
import { allowExchange } from './give-leave.ts';
import { readTotals } from './procedures.ts';
import { quoteRefund } from './quote-refund.ts';
import { refund } from './refund.ts';
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
const qris = (amount: number) => {
  return { kind: 'qris' as const, amountRupiah: rupiah(amount), state: 'verified' as const };
};
const onHand = (code: string) => findBarcode(book.till, { barcode: code }).product.onHandMilli;
const failsWith = (code: string, data: object) => expect.objectContaining({ code, data });
const span = { shift: 1, from: 0, to: Number.MAX_SAFE_INTEGER };
/** Somebody who may not refund. */
const asks = {
  permissions: new Set([...atDrawer.actor.permissions].filter((one) => one !== 'sale.refund')),
};
const shiftSums = () => read(book.till, (tx) => sumShift(tx, span));
const drawer = () => read(book.till, (tx) => sumFlows(tx, span, rupiah(0)));

function sell(lines: RingUp['lines'], total: number, change: Partial<RingUp> = {}): Receipt {
  const expectedTotalRupiah = rupiah(total);
  const tenders = [cash(total)];
  return ringUp(book.till, atDrawer, {
    id: anId(),
    lines,
    tenders,
    expectedTotalRupiah,
    ...change,
  });
}
const oneKopi = () => sell([{ ...kopi, quantityMilli: pcs(1) }], 45_000);
const oneTeh = () => [{ ...teh, quantityMilli: pcs(1) }];

/** The first line of a receipt, one of it, as a tender of another sale. */
function exchangeOf({ number }: Receipt, amount: number): Extract<Tender, { kind: 'exchange' }> {
  const lines = [{ at: 0, quantityMilli: pcs(1), isRestocked: true }];
  return { kind: 'exchange', amountRupiah: rupiah(amount), number, lines, reason: 'Tukar rasa' };
}

/** One of the first line of a receipt, for a voucher. */
function forVoucher({ number }: Receipt, amount: number): RefundOrder {
  const lines = [{ at: 0, quantityMilli: pcs(1), isRestocked: true }];
  const tenders = [{ kind: 'credit' as const, amountRupiah: rupiah(amount) }];
  return { id: anId(), number, lines, reason: 'Berubah pikiran', tenders };
}

function codeIn({ number }: Receipt): string {
  const [voucher] = readGivenVouchers(book.till, atDrawer.actor, { number });
  if (!voucher?.code) throw new Error('it gave a voucher out');
  return voucher.code;
}

const credit = (code: string, amount: number) => {
  return { kind: 'credit' as const, amountRupiah: rupiah(amount), code };
};

test('an exchange is a refund and a sale in one act, without money for the same sum', async () => {
  const first = oneKopi();
  const second = sell([{ ...kopi, quantityMilli: pcs(1) }], 45_000, {
    tenders: [exchangeOf(first, 45_000)],
  });

  expect(second.tenders).toEqual([
    { kind: 'exchange', amountRupiah: 45_000, reference: first.number.replace(/1$/, '2') },
  ]);
  expect(onHand('KOPI-01')).toBe(pcs(-1));
  expect(shiftSums()).toMatchObject({ netRupiah: 45_000, refunds: { count: 1 } });
  expect(shiftSums().tenders).toEqual([
    { kind: 'cash', netRupiah: 45_000 },
    { kind: 'exchange', netRupiah: 0 },
  ]);
  expect(drawer()).toMatchObject({ cashTakenRupiah: 45_000, cashRefundsRupiah: 0 });
  endTestShift(book.till);
  expect(await verifyBook(book.till)).toMatchObject({ ok: true, reason: '' });
});

test('what the other goods cost more is paid, and what they cost less goes back', async () => {
  const paid = sell([{ ...kopi, quantityMilli: pcs(2) }], 90_000, {
    tenders: [exchangeOf(oneKopi(), 45_000), cash(50_000)],
  });
  expect(paid).toMatchObject({ changeRupiah: 5_000, roundingRupiah: 0 });
  const back = sell(oneTeh(), 12_000, {
    tenders: [exchangeOf(paid, 45_000)],
    givesCashBack: true,
  });

  // Rp32.967 goes back in cash: Rp33.000, to the customer's good.
  expect(back).toMatchObject({ changeRupiah: 33_000, roundingRupiah: -33 });
  expect(drawer()).toMatchObject({ cashTakenRupiah: 95_000, changeRupiah: 38_000 });
  endTestShift(book.till);
  expect(await verifyBook(book.till)).toMatchObject({ ok: true, reason: '' });
});

test('an exchange that cannot be is no half of one', () => {
  const first = oneKopi();
  const before = readTotals(book.till);
  const order = { tenders: [exchangeOf(first, 45_001)], givesCashBack: true };
  expect(() => sell(oneTeh(), 12_000, order)).toThrow(
    failsWith('REFUND_SUM', { dueRupiah: 45_000, cashRupiah: 45_000 }),
  );
  const short = { tenders: [exchangeOf(first, 45_000)] };
  expect(() => sell([{ ...kopi, quantityMilli: pcs(2) }], 90_000, short)).toThrow('TENDER_SHORT');
  expect(() => sell(oneTeh(), 12_000, short)).toThrow('TENDER_OVER');
  const twice = { tenders: [exchangeOf(first, 45_000), exchangeOf(first, 45_000)] };
  expect(() => sell([{ ...kopi, quantityMilli: pcs(2) }], 90_000, twice)).toThrow(
    failsWith('REFUND_ABOVE_SOLD', { name: 'Kopi Gayo', leftMilli: 0 }),
  );

  expect(readTotals(book.till)).toEqual(before);
  expect(onHand('KOPI-01')).toBe(pcs(-1));
});

test('two lines of a rounded receipt are exchanged together, for what was paid', async () => {
  const lines = [
    { ...teh, quantityMilli: pcs(1) },
    { ...teh, quantityMilli: pcs(1) },
  ];
  const first = sell(lines, 24_100); // 24.066 in cash
  const two = [0, 1].map((at) => ({ at, quantityMilli: pcs(1), isRestocked: true }));
  const returned = { number: first.number, lines: two, reason: 'Tukar rasa' };
  const id = anId();
  const { amountRupiah } = allowExchange(book.till, atDrawer.actor, { id, ...returned });
  expect(amountRupiah).toBe(24_100);
  const exchange = { kind: 'exchange' as const, amountRupiah: rupiah(24_100), ...returned };
  const tenders = [exchange, cash(20_900)];
  const paid = sell([{ ...kopi, quantityMilli: pcs(1) }], 45_000, { id, tenders });
  expect(paid).toMatchObject({ totalRupiah: 45_000, changeRupiah: 0 });
  expect(await verifyBook(book.till)).toMatchObject({ ok: true });
});

test('what an exchange and a QRIS paid goes back as it is proposed', async () => {
  const first = sell(oneTeh(), 12_033, { tenders: [qris(12_033)] });
  const tenders = [exchangeOf(first, 12_033), qris(32_967)];
  const sold = sell([{ ...kopi, quantityMilli: pcs(1) }], 45_000, { tenders });
  const part = { at: 0, quantityMilli: milli(733), isRestocked: true }; // Rp32.985
  const wish = { number: sold.number, lines: [part] };
  const { asPaid } = quoteRefund(book.till, atDrawer, wish);
  expect(asPaid.tenders).toEqual([{ kind: 'qris', amountRupiah: 32_967 }]);
  refund(book.till, atDrawer, { id: anId(), ...wish, reason: 'Cacat', ...asPaid });

  const rest = { number: sold.number, lines: [{ ...part, quantityMilli: milli(267) }] };
  const { asPaid: last } = quoteRefund(book.till, atDrawer, rest);
  expect(last.tenders).toEqual([{ kind: 'cash', amountRupiah: 12_000 }]);
  refund(book.till, atDrawer, { id: anId(), ...rest, reason: 'Cacat', ...last });
  expect(await verifyBook(book.till)).toMatchObject({ ok: true });
});

test('who may not refund exchanges with leave, which the refund tells', async () => {
  const first = oneKopi();
  const { actor } = atDrawer;
  const permissions = new Set([...actor.permissions].filter((one) => one !== 'sale.refund'));
  const cashier = { ...atDrawer, actor: { ...actor, cashier: 'kasir-3', permissions } };
  const exchange = exchangeOf(first, 45_000);
  const order = {
    id: anId(),
    lines: [{ ...kopi, quantityMilli: pcs(1) }],
    tenders: [exchange],
    expectedTotalRupiah: rupiah(45_000),
  };

  expect(() => ringUp(book.till, cashier, order)).toThrow(
    failsWith('NOT_ALLOWED', { name: first.number, permission: 'sale.refund' }),
  );
  const { kind: _, amountRupiah: __, ...returned } = exchange;
  const allowed = { ...cashier.actor, approver: 'kasir-2' };
  expect(allowExchange(book.till, allowed, { id: order.id, ...returned })).toEqual({
    amountRupiah: 45_000,
  });
  expect(ringUp(book.till, cashier, order).totalRupiah).toBe(45_000);
  const rows = read(book.till, (tx) =>
    tx.db.prepare(`SELECT cashier, approver FROM sale WHERE kind = 'refund'`).all(),
  );
  expect(rows).toEqual([{ cashier: 'kasir-3', approver: 'kasir-2' }]);
});

test('leave for an exchange is for those goods, once', () => {
  const two = sell([{ ...kopi, quantityMilli: pcs(2) }], 90_000);
  const { actor } = atDrawer;
  const permissions = new Set([...actor.permissions].filter((one) => one !== 'sale.refund'));
  const cashier = { ...atDrawer, actor: { ...actor, cashier: 'kasir-3', permissions } };
  const exchange = exchangeOf(two, 45_000);
  const { kind: _, amountRupiah: __, ...returned } = exchange;
  const id = anId();
  allowExchange(book.till, { ...cashier.actor, approver: 'kasir-2' }, { id, ...returned });
  const pay = (tenders: Tender[]) =>
    ringUp(book.till, cashier, {
      id,
      lines: [{ ...kopi, quantityMilli: pcs(1) }],
      tenders,
      givesCashBack: true,
      expectedTotalRupiah: rupiah(45_000),
    });
  const refused = failsWith('NOT_ALLOWED', { name: two.number, permission: 'sale.refund' });

  expect(() => pay([exchange, exchange])).toThrow(refused);
  const broken = exchange.lines.map((line) => ({ ...line, isRestocked: false }));
  expect(() => pay([{ ...exchange, lines: broken }])).toThrow(refused);
  expect(pay([exchange]).totalRupiah).toBe(45_000);
});

test('a voucher pays for goods and never for cash', () => {
  const code = codeIn(refund(book.till, atDrawer, forVoucher(oneKopi(), 45_000)));
  const order = { tenders: [credit(code, 45_000)], givesCashBack: true };

  expect(() => sell(oneTeh(), 12_000, order)).toThrow('TENDER_OVER');
});

test('the code of an older voucher is told to nobody who may not refund', () => {
  const back = refund(book.till, atDrawer, forVoucher(oneKopi(), 45_000));
  const told = () => readGivenVouchers(book.till, asks, { number: back.number });
  expect(told()[0]?.code).toHaveLength(12);
  book.clock.now += 11 * MINUTE_MS;

  expect(told()).toEqual([{ code: null, amountRupiah: 45_000, isUsed: false, isNew: false }]);
});

test('a clock that is set back tells the code of a voucher to nobody again', () => {
  const back = refund(book.till, atDrawer, forVoucher(oneKopi(), 45_000));
  const told = () => readGivenVouchers(book.till, asks, { number: back.number })[0]?.code;
  const givenAt = book.clock.now;
  book.clock.now = givenAt - 1;
  expect(told()).toBeNull(); // before it was given

  book.clock.now = givenAt + 5 * MINUTE_MS;
  expect(told()).toHaveLength(12);
  book.clock.now = givenAt + 11 * MINUTE_MS;
  sell(oneTeh(), 12_000);
  book.clock.now = givenAt + 5 * MINUTE_MS;
  expect(told()).toBeNull(); // before what was sold since

  sell(oneTeh(), 12_000); // the journal says first that the clock was set back
  expect(told()).toBeNull();
});

test('a refund for a voucher moves no money, and its code pays once', async () => {
  const back = refund(book.till, atDrawer, forVoucher(oneKopi(), 45_000));
  const code = codeIn(back);

  expect(VoucherCode.parse(formatVoucher(code))).toBe(code);
  expect(drawer()).toMatchObject({ cashRefundsRupiah: 0 });
  expect(readVoucher(book.till, { code })).toEqual({
    amountRupiah: 45_000,
    number: back.number,
    isBeforeRecovery: false,
  });
  const paid = sell([{ ...kopi, quantityMilli: pcs(1) }], 45_000, {
    tenders: [credit(code, 45_000)],
  });
  expect(readGivenVouchers(book.till, atDrawer.actor, { number: back.number })).toEqual([
    { code, amountRupiah: 45_000, isUsed: true, isNew: true },
  ]);
  const used = failsWith('VOUCHER_USED', { number: paid.number });
  expect(() => readVoucher(book.till, { code })).toThrow(used);
  expect(() =>
    sell([{ ...kopi, quantityMilli: pcs(1) }], 45_000, { tenders: [credit(code, 45_000)] }),
  ).toThrow(used);
  endTestShift(book.till);
  expect(await verifyBook(book.till)).toMatchObject({ ok: true, reason: '' });
});

test('what a voucher has left is a voucher of its own', async () => {
  const code = codeIn(refund(book.till, atDrawer, forVoucher(oneKopi(), 45_000)));
  const paid = sell(oneTeh(), 12_033, { tenders: [credit(code, 12_033)] });
  expect(paid.tenders).toEqual([{ kind: 'credit', amountRupiah: 12_033, restRupiah: 32_967 }]);
  const rest = codeIn(paid);

  expect(rest).not.toBe(code);
  expect(readVoucher(book.till, { code: rest })).toMatchObject({ amountRupiah: 32_967 });
  expect(shiftSums().tenders).toEqual([
    { kind: 'cash', netRupiah: 45_000 },
    { kind: 'credit', netRupiah: -32_967 },
  ]);
  const over = { tenders: [credit(rest, 33_000)], givesCashBack: true };
  expect(() => sell(oneTeh(), 12_000, over)).toThrow(
    failsWith('VOUCHER_AMOUNT', { amountRupiah: 32_967 }),
  );
  expect(await verifyBook(book.till)).toMatchObject({ ok: true, reason: '' });
});

test('a code that was never given out, or twice in one cart, pays nothing', () => {
  const code = codeIn(refund(book.till, atDrawer, forVoucher(oneKopi(), 45_000)));
  const twice = { tenders: [credit(code, 22_500), credit(code, 22_500)] };

  expect(() => sell([{ ...kopi, quantityMilli: pcs(1) }], 45_000, twice)).toThrow(
    failsWith('VOUCHER_TWICE', {}),
  );
  const unknown = { tenders: [credit('000000000000', 45_000)] };
  expect(() => sell([{ ...kopi, quantityMilli: pcs(1) }], 45_000, unknown)).toThrow(
    failsWith('VOUCHER_UNKNOWN', {}),
  );
});

test('the journal knows no code, and gives lost tables of vouchers back', async () => {
  const code = codeIn(refund(book.till, atDrawer, forVoucher(oneKopi(), 45_000)));
  const paid = sell(oneTeh(), 12_033, { tenders: [credit(code, 12_033)] });
  const bodies = read(book.till, (tx) =>
    tx.db.prepare<[], { body: Buffer }>('SELECT body FROM journal_record').all(),
  );
  expect(bodies.some(({ body }) => body.includes(code))).toBe(false);
  const rest = codeIn(paid);
  await closeTill(book.till);
  const db = new Database(join(book.dataDir, BOOK_FILE));
  db.exec('DROP TABLE voucher_use; DROP TABLE voucher');
  db.close();
  expect(rebuildFolder(book.dataDir).changed).toEqual(
    expect.arrayContaining(['voucher', 'voucher_use']),
  );
  await book.reopen();

  expect(readVoucher(book.till, { code: rest })).toMatchObject({ amountRupiah: 32_967 });
  expect(() => readVoucher(book.till, { code })).toThrow('VOUCHER_USED');
  expect(await verifyBook(book.till)).toMatchObject({ ok: true, reason: '' });
});

test('a voucher of a book that was set back may have been used in what was lost', async () => {
  const code = codeIn(refund(book.till, atDrawer, forVoucher(oneKopi(), 45_000)));
  const [now, older] = [join(book.dataDir, BOOK_FILE), join(book.dataDir, 'older.db')];
  await closeTill(book.till);
  copyFileSync(now, older);
  await book.reopen();
  sell([{ ...kopi, quantityMilli: pcs(1) }], 45_000, { tenders: [credit(code, 45_000)] });
  await closeTill(book.till);
  copyFileSync(older, now);
  recoverFolder(book.dataDir, book.clock.now);
  await book.reopen();

  expect(readVoucher(book.till, { code })).toMatchObject({ isBeforeRecovery: true });
});

test('a book in which one exchange pays for two sales is not whole', async () => {
  const paid = sell([{ ...kopi, quantityMilli: pcs(1) }], 45_000, {
    tenders: [exchangeOf(oneKopi(), 45_000)],
  });
  const [tender] = paid.tenders;
  const again = { kind: 'exchange' as const, amountRupiah: rupiah(45_000) };
  bookPieces(book.till, 1, { tenders: [{ ...again, reference: tender?.reference ?? '' }] });

  expect(await verifyBook(book.till)).toMatchObject({
    ok: false,
    reason: 'it is paid with goods that did not come back for it',
  });
});

test('a book in which the same goods pay twice for one sale is not whole', async () => {
  const { receipt } = bookPieces(book.till, 1);
  const tenders = [{ kind: 'exchange' as const, amount: 45_000 }];
  const { receipt: back } = bookRefund(book.till, receipt, 1, { tenders });
  const paid = { kind: 'exchange' as const, amountRupiah: rupiah(45_000), reference: back.number };
  bookPieces(book.till, 2, { tenders: [paid, paid] });

  expect(await verifyBook(book.till)).toMatchObject({
    ok: false,
    firstBad: 5,
    reason: 'it is paid twice with the same goods',
  });
});

test('a book in which goods come back in exchange for nothing is not whole', async () => {
  const { receipt } = bookPieces(book.till, 1);
  bookRefund(book.till, receipt, 1, { tenders: [{ kind: 'exchange', amount: 45_000 }] });
  oneKopi(); // paid in cash

  expect(await verifyBook(book.till)).toMatchObject({
    ok: false,
    firstBad: 4,
    reason: 'it was exchanged for nothing',
  });
});

test('in training nothing real is exchanged or used up', () => {
  const sold = oneKopi();
  const code = codeIn(refund(book.till, atDrawer, forVoucher(sold, 45_000)));
  const before = readTotals(book.till);
  for (const tender of [credit(code, 45_000), exchangeOf(sold, 45_000)]) {
    const order = {
      id: anId(),
      lines: [{ ...kopi, quantityMilli: pcs(1) }],
      tenders: [tender],
      expectedTotalRupiah: rupiah(45_000),
    };
    expect(() => ringUp(book.till, { ...atDrawer, kind: 'training' }, order)).toThrow(
      failsWith('TRAINING_TENDER', {}),
    );
  }

  expect(readTotals(book.till)).toEqual(before);
  expect(readVoucher(book.till, { code })).toMatchObject({ amountRupiah: 45_000 });
});
