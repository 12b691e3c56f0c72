import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { rupiah } from '../../../domain/money.ts';
import { endTestShift } from '../../../test/support/end-test-shift.ts';
import {
  aLine,
  bookPieces,
  bookRefund,
  openTestTill,
  type TestTill,
} from '../../../test/support/test-till.ts';
import { write } from '../database/write.ts';
import { adjustStock } from '../inventory/stock-store.ts';
import { closeTill } from '../open-till.ts';
import { requireReceipt } from '../sales/read-receipt.ts';
import { rebuildFolder } from './rebuild.ts';
import { verifyFolder } from './verify-folder.ts';

let book: TestTill;
beforeEach(async () => {
  book = await openTestTill();
  write(book.till, (tx) => {
    const from = { reason: 'import', document: null, atMs: 0 } as const;
    adjustStock(tx, { ...from, code: 'KOPI-01', quantityMilli: 40_000 });
  });
  for (let pieces = 1; pieces <= 4; pieces += 1) {
    const lines = [aLine(pieces), aLine(1, 'TEH-02')];
    const tenders = [{ kind: 'cash' as const, amountRupiah: rupiah(300_000) }];
    const { receipt } = bookPieces(book.till, pieces, { lines, tenders });
    if (pieces === 4) bookRefund(book.till, receipt, 2);
  }
  endTestShift(book.till);
  bookPieces(book.till, 3, { source: 'INV-536365' });
  await closeTill(book.till);
});
afterEach(() => book.close());

/** Acts on the closed book as somebody with a database tool would. */
function inBook<T>(act: (db: Database.Database) => T): T {
  const db = new Database(join(book.dataDir, 'lapak.db'));
  db.pragma('foreign_keys = OFF');
  try {
    return act(db);
  } finally {
    db.close();
  }
}

const rebuilt = [
  'sale',
  'sale_line',
  'sale_tender',
  'voucher',
  'voucher_use',
  'stock_move',
  'stock',
  'sold_product',
];
const ofShifts = ['shift', 'z', 'drawer_move', 'act'];

/** Every row and statement of the tables that a rebuild makes. */
function tables(): unknown {
  return inBook((db) =>
    [...rebuilt, ...ofShifts].map((table) => ({
      table,
      schema: db
        .prepare(`SELECT sql FROM sqlite_schema WHERE tbl_name = ? ORDER BY name`)
        .all(table),
      rows: db.prepare(`SELECT * FROM ${table} ORDER BY 1, 2`).raw().all(),
    })),
  );
}

function damaged(detail: string): unknown {
  const data = expect.objectContaining({ detail: expect.stringContaining(detail) as string });
  return expect.objectContaining({ code: 'DATABASE_DAMAGED', data: data as object });
}

test('a whole book is made anew as it was, and said to be unchanged', async () => {
  const before = tables();

  expect(rebuildFolder(book.dataDir)).toEqual({
    records: 12,
    rows: {
      sale: 6,
      sale_line: 10,
      sale_tender: 6,
      voucher: 0,
      voucher_use: 0,
      stock_move: 10,
      training: 0,
      shift: 1,
      z: 1,
      drawer_move: 1,
      drawer_count: 1,
      act: 6,
      fee_entry: 0,
      tender_state: 0,
    },
    changed: [],
  });
  expect(tables()).toEqual(before);
  expect(await verifyFolder(book.dataDir)).toMatchObject({ ok: true });
});

test.each([
  ['a column changed', 'sale.total_rupiah', 'UPDATE sale SET total_rupiah = 1 WHERE record = 3'],
  ['a row taken out', 'sale_line', 'DELETE FROM sale_line WHERE record = 3 AND position = 1'],
  ['a row planted', 'sale_tender', "INSERT INTO sale_tender VALUES (99, 0, 'cash', 1, NULL, NULL)"],
  ['a table lost', 'sale_tender', 'DROP TABLE sale_tender'],
  ['all of them lost', 'sale', 'DROP TABLE sale_line; DROP TABLE sale_tender; DROP TABLE sale'],
  ['a product that was sold hidden', 'sold_product', 'DELETE FROM sold_product'],
  ['the stock lost', 'stock', 'DELETE FROM stock'],
  ['the table of the stock lost', 'stock', 'DROP TABLE stock'],
  ['a float changed', 'shift.float_rupiah', 'UPDATE shift SET float_rupiah = 500000'],
  ['a difference hidden', 'z.difference_rupiah', 'UPDATE z SET difference_rupiah = 0'],
  [
    'cash taken out made less',
    'drawer_move.amount_rupiah',
    'UPDATE drawer_move SET amount_rupiah = -1',
  ],
  ['an approval taken away', 'act.approver', 'UPDATE act SET approver = NULL'],
  [
    'an approval planted',
    'act.approver',
    "UPDATE act SET approver = 'kasir-3' WHERE type = 'start'",
  ],
  ['a shift taken from its sale', 'sale.shift', 'UPDATE sale SET shift = NULL WHERE record = 3'],
  ['a Z planted', 'z', "INSERT INTO z VALUES (99, 'x', 9, 1, 9, 1, 0, 0, '', 0, 0, 0)"],
  ...ofShifts.map((table) => [`${table} emptied`, table, `DELETE FROM ${table}`]),
  ...ofShifts.map((table) => [`${table} lost`, table, `DROP TABLE ${table}`]),
  [
    'a table replaced by another',
    'stock_move',
    'DROP TABLE stock_move; CREATE TABLE stock_move (record INTEGER)',
  ],
  [
    'a table replaced by a view',
    'sale_tender',
    'DROP TABLE sale_tender; CREATE VIEW sale_tender AS SELECT record FROM sale',
  ],
])('%s is told and made good', async (_, changed, sql) => {
  const before = tables();
  inBook((db) => {
    const triggers = db.prepare<[], { name: string; sql: string }>(
      "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' AND sql LIKE '%append-only%'",
    );
    const kept = triggers.all();
    for (const { name } of kept) db.exec(`DROP TRIGGER ${name}`);
    db.exec(sql);
    const left = db.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").pluck().all();
    for (const trigger of kept) {
      if (left.some((name) => trigger.sql.includes(` ON ${String(name)}\n`))) db.exec(trigger.sql);
    }
  });
  expect(await verifyFolder(book.dataDir)).toMatchObject({ ok: false });

  expect(rebuildFolder(book.dataDir).changed).toContain(changed);

  expect(tables()).toEqual(before);
  expect(await verifyFolder(book.dataDir)).toMatchObject({ ok: true });
  const till = await book.reopen();
  expect(write(till, (tx) => requireReceipt(tx, 'last'))).toMatchObject({
    source: 'INV-536365',
  });
});

test('what was wrong with the schema is told with the rest', () => {
  inBook((db) => db.exec('DROP TRIGGER sale_refuse_update'));
  expect(rebuildFolder(book.dataDir).changed).toEqual([
    expect.stringMatching(/^schema \(trigger sale_refuse_update .*is gone\)$/),
  ]);
  expect(rebuildFolder(book.dataDir).changed).toEqual([]);
});

test('a schema that no rebuild mends is named, and nothing is changed', () => {
  inBook((db) => db.exec('CREATE VIEW planted AS SELECT 1'));
  const before = tables();
  expect(() => rebuildFolder(book.dataDir)).toThrow(damaged('view planted'));
  expect(tables()).toEqual(before);
});

test.each([
  ['a sum past what a number holds', '9223372036854775807', 2, 'DATABASE_DAMAGED'],
  ['a sum past 2^53', '9007199254740993', 1, 'STOCK_TOO_LARGE'],
])('%s is told as what it is', async (_, quantity, times, code) => {
  inBook((db) => {
    const values = `(NULL, 'X', ${quantity}, 'import', NULL, '', '', 0)`;
    for (let at = 0; at < times; at += 1) db.exec(`INSERT INTO stock_adjustment VALUES ${values}`);
  });
  expect(() => rebuildFolder(book.dataDir)).toThrow(expect.objectContaining({ code }));
  expect(await verifyFolder(book.dataDir)).toMatchObject({ ok: false });
});

test('a row in the place of the next record is found at the start', async () => {
  inBook((db) => {
    db.exec("INSERT INTO sale_tender VALUES (99, 0, 'cash', 1, NULL, NULL)");
  });
  await expect(book.reopen()).rejects.toMatchObject({
    code: 'DATABASE_DAMAGED',
    data: { detail: expect.stringContaining('sale_tender has rows') as string },
  });
});

test('a journal that is not whole is not built upon, and nothing is changed', () => {
  inBook((db) => {
    db.exec('DROP TRIGGER journal_record_refuse_update');
    db.exec('UPDATE journal_record SET body = zeroblob(20) WHERE position = 3');
  });
  const before = tables();

  expect(() => rebuildFolder(book.dataDir)).toThrow(damaged('journal record 1.3'));
  expect(tables()).toEqual(before);
});

test('a folder without a book is said to have none', () => {
  expect(() => rebuildFolder(join(book.dataDir, 'nothing'))).toThrow(
    expect.objectContaining({ code: 'BOOK_MISSING' }),
  );
});
