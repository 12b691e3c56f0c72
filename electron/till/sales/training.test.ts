import { afterEach, beforeEach, expect, test } from 'vitest';
import { theOwner } from '../../../domain/actor.ts';
import type { ReceiptSettings } from '../../../domain/settings/settings.ts';
import { pcs } from '../../../domain/quantity.ts';
import { drawerHands } from '../../../test/support/drawer-hands.ts';
import { aPage, keptCart, payKopi, trainKopi } from '../../../test/support/kept-carts.ts';
import {
  anId,
  aUnit,
  openTestTill,
  stockProduct,
  type TestTill,
} from '../../../test/support/test-till.ts';
import { findBarcode } from '../catalog/procedures.ts';
import { read, write } from '../database/write.ts';
import { rebuildFolder } from '../journal/rebuild.ts';
import { listTrail } from '../journal/trail.ts';
import { verifyBook } from '../journal/verify.ts';
import { verifyFolder } from '../journal/verify-folder.ts';
import { closeTill } from '../open-till.ts';
import { reprint } from '../printing/procedures.ts';
import { changeStallSettings } from '../settings/procedures.ts';
import { openToCount } from '../shifts/move-cash.ts';
import { readReceiptByNumber, readTotals } from './procedures.ts';
import { readReceipt, requirePaperRecord } from './read-receipt.ts';

/** What is practised at the till changes none of its figures. */

let book: TestTill;
beforeEach(async () => {
  book = await openTestTill();
  stockProduct(book.till, { code: 'KOPI-01', name: 'Kopi Gayo', units: [aUnit('pcs', 1, 45_000)] });
});
afterEach(() => book.close());

const { open, count, close } = drawerHands(() => book.till);
const train = (id = anId()) => trainKopi(book.till, aPage(), id);
const sell = (id = anId()) => payKopi(book.till, aPage(), id);
const onHand = () => findBarcode(book.till, { barcode: 'KOPI-01' }).product.onHandMilli;
/** The receipt that is printed again by this number. */
const paperNumbered = (number: string) =>
  read(book.till, (tx) => readReceipt(tx, requirePaperRecord(tx, number)));
const rowsOf = (table: string) =>
  book.till.db.prepare(`SELECT count(*) FROM ${table}`).pluck().get();
const countersOf = () => {
  const sql = 'SELECT head FROM journal_record ORDER BY position DESC LIMIT 1';
  const head = book.till.db.prepare<[], Buffer>(sql).pluck().get();
  return (JSON.parse(String(head)) as { counters: object }).counters;
};
const tableNames = ['sale', 'sale_line', 'sale_tender', 'stock_move', 'sold_product'];
const figures = () => ({
  tables: tableNames.map(rowsOf),
  totals: readTotals(book.till),
  onHand: onHand(),
  counters: countersOf(),
});

test('training needs no shift, and changes no figure', async () => {
  const before = figures();
  const receipt = train();

  expect(receipt).toMatchObject({
    kind: 'training',
    totalRupiah: 90_000,
    changeRupiah: 10_000,
    lines: [{ name: 'Kopi Gayo', quantityMilli: 2_000 }],
    tenders: [{ kind: 'cash', amountRupiah: 100_000 }],
  });
  expect(receipt.number).toMatch(/^[2-9A-Z]{3}-LATIHAN-000001$/);
  expect(paperNumbered(receipt.number)).toEqual(receipt);
  expect(paperNumbered('last-training')).toEqual(receipt);
  expect(figures()).toEqual(before);
  expect(await verifyBook(book.till)).toMatchObject({ ok: true, reason: '' });
});

test('between real sales it leaves their numbers, their sums and the Z as they are', async () => {
  const shift = open();
  const first = sell();
  train();
  train();
  const second = sell();
  expect(first.number).toMatch(/-000001$/);
  expect(second.number).toMatch(/^[2-9A-Z]{3}-000002$/);
  expect(train().number).toMatch(/-LATIHAN-000003$/);
  expect(readTotals(book.till)).toMatchObject({ sales: 2, salesTotalRupiah: 180_000 });
  expect(onHand()).toBe(pcs(-4));

  openToCount(book.till, theOwner, { id: anId(), shift });
  expect(count(shift, 380_000)).toMatchObject({ differenceRupiah: 0 });
  train(); // no sale: the count holds
  expect(close(shift).closing).toMatchObject({
    differenceRupiah: 0,
    counters: { sales: 180_000, refunds: 0, count: 2 },
  });
  expect(await verifyBook(book.till)).toMatchObject({ ok: true, reason: '' });
});

test('a number of training is that of no receipt, and nothing can come back of it', () => {
  const none = expect.objectContaining({ code: 'RECEIPT_NONE' }) as Error;
  expect(() => reprint(book.till, theOwner, { number: 'last-training' })).toThrow(none);
  const { number } = train();
  expect(() => readReceiptByNumber(book.till, { number })).toThrow(
    expect.objectContaining({ code: 'RECEIPT_UNKNOWN', data: { number } }) as Error,
  );
  expect(() => readReceiptByNumber(book.till, { number: 'last' })).toThrow(none);
});

test('an order of training that comes again is answered its first receipt', () => {
  const id = anId();
  const first = train(id);
  expect(train(id)).toEqual(first);
  expect(rowsOf('training')).toBe(1);
});

test('the id of training is not taken for a sale, nor that of a sale for training', () => {
  const [practised, sold] = [anId(), anId()];
  const { number } = train(practised);
  sell(sold);
  const reused = expect.objectContaining({ code: 'SALE_ID_REUSED' }) as Error;
  expect(() => sell(practised)).toThrow(reused);
  expect(() => train(sold)).toThrow(reused);
  expect(number).toContain('LATIHAN');
});

test('the till does not book a kept cart as what it is not, nor keep it so', async () => {
  const { keepCart } = await import('./carts.ts');
  const page = aPage();
  const [practised, real] = [anId(), anId()];
  keepCart(book.till, page, keptCart(practised, { isTraining: true }));
  expect(() => payKopi(book.till, page, practised)).toThrow(/stays of training/);
  expect(() => keepCart(book.till, page, keptCart(practised))).toThrow(/stays of training/);
  keepCart(book.till, page, keptCart(real));
  expect(() => trainKopi(book.till, page, real)).toThrow(/stays of training/);
  expect(trainKopi(book.till, aPage(), practised).kind).toBe('training');
});

test('a lost table of it is made again from the journal, with nothing else changed', async () => {
  open();
  sell();
  const { number } = train();
  const before = figures();
  await closeTill(book.till);
  expect(await verifyFolder(book.dataDir)).toMatchObject({ ok: true });
  await book.reopen();
  write(book.till, ({ db }) => db.exec('DROP TABLE training'));
  await closeTill(book.till);
  expect(await verifyFolder(book.dataDir)).toMatchObject({ ok: false });
  rebuildFolder(book.dataDir);
  await book.reopen();

  expect(paperNumbered(number)).toMatchObject({ kind: 'training' });
  expect(figures()).toEqual(before);
  expect(await verifyBook(book.till)).toMatchObject({ ok: true });
});

test('the audit trail tells of it, and it is looked for among the sales there', () => {
  const { number } = train();
  const filter = {
    from: null,
    to: null,
    cashier: null,
    topic: 'sale',
    onlyApproved: false,
  } as const;
  const { entries } = listTrail(book.till, { ...filter, text: '', cursor: '', limit: 5 });
  expect(entries).toMatchObject([
    { act: 'training', subject: number, amountRupiah: 90_000, note: 'cash', cashier: 'kasir-1' },
  ]);
});

/** The newest paper of the virtual printer. */
async function paperOf(act: () => void) {
  const { printer } = book.till;
  printer.start();
  act();
  await printer.idle();
  const strips = [];
  for await (const strip of printer.watchPaper(AbortSignal.timeout(300))) strips.push(strip);
  return strips;
}

const print = (receipt: Partial<ReceiptSettings>) =>
  changeStallSettings(book.till, theOwner, {
    receipt: { print: 'always', footer: '', hasQr: true, hasQris: false, ...receipt },
  });

test('its paper says so above and below, has no code, and opens no drawer', async () => {
  print({});
  const [strip] = await paperOf(train);
  const lines =
    strip?.lines.map(({ runs }) =>
      runs
        .map(({ text }) => text)
        .join('')
        .trim(),
    ) ?? [];
  const mark = 'LATIHAN - BUKAN BUKTI PEMBAYARAN';
  expect([lines[0], lines.findLast((line) => line !== '')]).toEqual([mark, mark]);
  expect(lines).toContain('Kopi Gayo');
  expect(strip?.lines.some(({ picture }) => picture)).toBe(false);
  expect(strip?.drawerOpened).toBe(false);
});

test('where paper is asked for, training prints none by itself, and one when asked', async () => {
  print({ print: 'ask' });
  expect(await paperOf(train)).toEqual([]); // no drawer either
  const [strip] = await paperOf(() => {
    expect(reprint(book.till, theOwner, { number: 'last-training' })).toMatchObject({
      isCopy: false,
    });
  });
  expect(strip?.drawerOpened).toBe(false);
});
