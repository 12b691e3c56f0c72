import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { rupiah } from '../../../domain/money.ts';
import { milli } from '../../../domain/quantity.ts';
import {
  aUnit,
  openTestTill,
  stockProduct,
  type TestTill,
} from '../../../test/support/test-till.ts';
import { BOOK_FILE, closeTill } from '../open-till.ts';
import { bookSale } from '../sales/book-sale.ts';
import { write } from '../database/write.ts';
import type { Till } from '../till.ts';
import { verifyJournal } from './verify.ts';

let book: TestTill;
let productId = 0;
beforeEach(async () => {
  book = await openTestTill();
  const units = [aUnit('pcs', 1, 45_000)];
  productId = stockProduct(book.till, { code: 'KOPI-01', name: 'Kopi Gayo', units });
});
afterEach(() => book.close());

let sales = 0;
function sell(till: Till, kind: 'sale' | 'refund', pieces: number) {
  sales += 1;
  const line = { productId, code: 'KOPI-01', name: 'Kopi Gayo', unit: 'pcs', factorMilli: 1000 };
  const quantityMilli = milli(kind === 'sale' ? pieces * 1000 : -pieces * 1000);
  return write(till, (tx) =>
    bookSale(till, tx, {
      id: `0193f1f0-0000-7000-8000-${String(sales).padStart(12, '0')}`,
      kind,
      cashier: 'kasir-1',
      lines: [{ ...line, quantityMilli, priceRupiah: rupiah(45_000) }],
      tenders: [{ kind: 'cash', amountRupiah: rupiah(pieces * 45_000) }],
      cashRoundingRupiah: 1,
      soldAtMs: till.clock(),
      print: false,
    }),
  );
}

/** Changes the book as somebody with a database tool would: the triggers taken away first. */
function tamper(till: Till, change: (db: Database.Database) => void): void {
  const triggers = till.db
    .prepare("SELECT name FROM sqlite_schema WHERE type = 'trigger'")
    .pluck()
    .all();
  for (const name of triggers) till.db.exec(`DROP TRIGGER ${String(name)}`);
  change(till.db);
}

test('a whole journal is whole', async () => {
  for (let at = 0; at < 5; at += 1) sell(book.till, 'sale', at + 1);
  sell(book.till, 'refund', 2);
  expect(await verifyJournal(book.till)).toEqual({
    ok: true,
    records: 7,
    firstBad: null,
    reason: '',
  });
});

test.each([
  ['bytes', 1],
  ['bytes', 3],
  ['bytes', 6],
  ['leaf', 4],
  ['signature', 2],
])('one byte changed in the %s of record %i is found there', async (column, record) => {
  for (let at = 0; at < 5; at += 1) sell(book.till, 'sale', 1);
  tamper(book.till, (db) => {
    const found = db.prepare(`SELECT ${column} FROM journal_record WHERE position = ?`);
    const bytes = Buffer.from(found.pluck().get(record) as Buffer); // a BLOB column
    bytes[20] = (bytes[20] ?? 0) ^ 1;
    db.prepare(`UPDATE journal_record SET ${column} = ? WHERE position = ?`).run(bytes, record);
  });
  expect(await verifyJournal(book.till)).toMatchObject({ ok: false, firstBad: record });
});

test('a record taken out is found at the next one', async () => {
  for (let at = 0; at < 5; at += 1) sell(book.till, 'sale', 1);
  tamper(book.till, (db) => db.exec('DELETE FROM journal_record WHERE position = 3'));
  expect(await verifyJournal(book.till)).toMatchObject({ ok: false, records: 2, firstBad: 3 });
});

test('a sale changed in the book is found at its record', async () => {
  for (let at = 0; at < 3; at += 1) sell(book.till, 'sale', 1);
  tamper(book.till, (db) => db.exec('UPDATE sale_line SET amount_rupiah = 1 WHERE sale_id = 2'));
  expect(await verifyJournal(book.till)).toMatchObject({ ok: false, firstBad: 3 });
});

test('the last sale taken out of book and journal is missed by the head file', async () => {
  for (let at = 0; at < 3; at += 1) book.till.head.keep(sell(book.till, 'sale', 1).head);
  tamper(book.till, (db) => {
    db.pragma('foreign_keys = OFF');
    db.exec('DELETE FROM sale WHERE id = 3; DELETE FROM journal_record WHERE position = 4');
  });
  await expect(book.reopen()).rejects.toMatchObject({
    code: 'DATABASE_ROLLED_BACK',
    data: { databaseSeq: 3, headSeq: 4 },
  });
});

test('the database itself refuses to change or delete what is booked', () => {
  sell(book.till, 'sale', 1);
  for (const table of ['sale', 'sale_line', 'sale_tender', 'journal_record', 'stock_move']) {
    const column = table === 'journal_record' ? 'epoch' : 'rowid';
    const key = ['sale_line', 'sale_tender'].includes(table) ? 'sale_id' : column;
    expect(() => book.till.db.exec(`DELETE FROM ${table}`)).toThrow(/append-only/);
    expect(() => book.till.db.exec(`UPDATE ${table} SET ${key} = 7`)).toThrow(/append-only/);
  }
});

test('a head file torn by a power cut proves nothing and is written anew', async () => {
  sell(book.till, 'sale', 1);
  await closeTill(book.till);
  writeFileSync(join(book.dataDir, 'journal-head.json'), '{"epoch":1,"se');
  const till = await book.reopen();
  expect(readFileSync(join(book.dataDir, 'journal-head.json'), 'utf8')).toContain('"seq":2');
  expect(await verifyJournal(till)).toMatchObject({ ok: true });
});

test('a book whose device key is gone is not continued with another key', async () => {
  await closeTill(book.till);
  rmSync(join(book.dataDir, 'device-key.pem'));
  await expect(book.reopen()).rejects.toMatchObject({ code: 'DEVICE_KEY_MISSING' });
});

test('a journal whose newest records are bad does not open for selling', async () => {
  sell(book.till, 'sale', 1);
  await closeTill(book.till);
  const db = new Database(join(book.dataDir, BOOK_FILE));
  db.exec('DROP TRIGGER journal_record_refuse_update');
  db.exec('UPDATE journal_record SET signature = zeroblob(64) WHERE position = 2');
  db.close();
  await expect(book.reopen()).rejects.toMatchObject({ code: 'DATABASE_DAMAGED' });
});

test('after any sales and refunds the counters are the sums of the book', async () => {
  const acts = fc.array(
    fc.record({
      kind: fc.constantFrom('sale' as const, 'refund' as const),
      pieces: fc.integer({ min: 0, max: 9 }),
    }),
    { maxLength: 8 },
  );
  let expected = { sales: 0, refunds: 0, count: 0 };
  await fc.assert(
    fc.asyncProperty(acts, async (done) => {
      for (const { kind, pieces } of done) {
        const { head } = sell(book.till, kind, pieces);
        const amount = pieces * 45_000;
        expected = {
          sales: expected.sales + (kind === 'sale' ? amount : 0),
          refunds: expected.refunds + (kind === 'refund' ? amount : 0),
          count: expected.count + 1,
        };
        expect(head.counters).toEqual(expected);
      }
      expect(await verifyJournal(book.till)).toMatchObject({ ok: true });
    }),
    { numRuns: 25 },
  );
});
