import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { rupiah } from '../../../domain/money.ts';
import { approved, endTestShift } from '../../../test/support/end-test-shift.ts';
import {
  aLine,
  aUnit,
  bookPieces,
  bookRefund,
  openTestTill,
  stockProduct,
  type TestTill,
} from '../../../test/support/test-till.ts';
import { write } from '../database/write.ts';
import { adjustStock } from '../inventory/stock-store.ts';
import { closeTill } from '../open-till.ts';
import { queuePaper } from '../printing/print-job-store.ts';
import type { Till } from '../till.ts';
import { BOOK_FILE } from './folder.ts';
import { verifyBook } from './verify.ts';

let book: TestTill;
beforeEach(async () => {
  book = await openTestTill();
  const units = [aUnit('pcs', 1, 45_000)];
  stockProduct(book.till, { code: 'KOPI-01', name: 'Kopi Gayo', units });
});
afterEach(() => book.close());

/** Changes the book as somebody with a database tool would, and leaves no trace in its schema. */
function tamper(till: Till, change: (db: Database.Database) => void): void {
  const triggers = till.db
    .prepare<[], { name: string; sql: string }>(
      "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'",
    )
    .all();
  till.db.pragma('foreign_keys = OFF');
  for (const { name } of triggers) till.db.exec(`DROP TRIGGER ${name}`);
  change(till.db);
  for (const { sql } of triggers) till.db.exec(sql);
  till.db.pragma('foreign_keys = ON');
}

/**
 * A shift with four sales, a refund, cash taken out, an act, a count and a Z (records 2 to 11), a
 * sale of another system (12), paper, and stock from a file.
 */
function fill(till: Till): void {
  write(till, (tx) => {
    const from = { reason: 'import', document: null, atMs: 0 } as const;
    adjustStock(tx, { ...from, code: 'KOPI-01', quantityMilli: 40_000 });
    adjustStock(tx, { ...from, code: 'TEH-02', quantityMilli: 3_000 });
  });
  for (let pieces = 1; pieces <= 4; pieces += 1) {
    const lines = [aLine(pieces), aLine(1, 'TEH-02')];
    const tenders = [{ kind: 'cash' as const, amountRupiah: rupiah(300_000) }];
    const { position, receipt } = bookPieces(till, pieces, { lines, tenders });
    write(till, (tx) => queuePaper(tx, position, { copy: false, atMs: 0 }));
    if (pieces === 4) bookRefund(till, receipt, 2, { at: { actor: approved, drawer: 1 } });
  }
  endTestShift(till);
  bookPieces(till, 3, { source: 'INV-536365' });
}

test('a whole book is whole', async () => {
  fill(book.till);
  const whole = { ok: true, records: 12, firstBad: null, reason: '' };
  expect(await verifyBook(book.till)).toEqual(whole);
});

/** Tables with rows that stem from a record, or stand beside it for its sake. */
const tables = [
  'journal_record',
  'sale',
  'sale_line',
  'sale_tender',
  'sold_product',
  'stock_move',
  'shift',
  'z',
  'drawer_move',
  'act',
  'stock',
  'device',
] as const;

test.each(tables)(
  'whichever column of whichever row of %s is changed, it is named',
  async (table) => {
    fill(book.till);
    const { db } = book.till;
    const columns = db.prepare(`SELECT name, type FROM pragma_table_info('${table}')`).all();
    const rows = Number(db.prepare(`SELECT count(*) FROM ${table}`).pluck().get());
    expect(columns.length).toBeGreaterThan(1);
    expect(rows).toBeGreaterThan(0);
    db.pragma('foreign_keys = OFF'); // inside a savepoint it could not be changed any more
    for (const { name, type } of columns as { name: string; type: string }[]) {
      for (let row = 0; row < rows; row += 1) {
        // A book of its own for each change: the same one, put back afterwards.
        db.exec('SAVEPOINT before_change');
        tamper(book.till, () => change(db, table, row, name, type));
        const { ok, firstBad, reason } = await verifyBook(book.till);
        db.exec('ROLLBACK TO before_change; RELEASE before_change');

        const where = `${table}.${name} of row ${row}`;
        expect({ where, ok }).toEqual({ where, ok: false });
        expect(`${where}: ${reason}`).toMatch(
          firstBad === null
            ? /stock of|sold_product of|device\.|has rows|print job/
            : /journal|signed|leaf|signature|bytes|body|place|follow|missing|record|cells/,
        );
      }
    }
    expect(await verifyBook(book.till)).toMatchObject({ ok: true });
  },
);

/** Gives one cell another value of its kind, and one that has none a value. */
function change(
  db: Database.Database,
  table: string,
  row: number,
  column: string,
  type: string,
): void {
  const hasNoRowid = ['sale_line', 'sale_tender', 'sold_product', 'stock_move', 'stock'].includes(
    table,
  );
  const key = db
    .prepare(`SELECT name FROM pragma_table_info('${table}') WHERE pk > 0 ORDER BY pk`)
    .pluck()
    .all() as string[]; // names of columns
  const keys = key.join();
  const place = hasNoRowid
    ? `(${keys}) = (SELECT ${keys} FROM ${table} ORDER BY ${keys} LIMIT 1 OFFSET ${row})`
    : `rowid = (SELECT rowid FROM ${table} ORDER BY rowid LIMIT 1 OFFSET ${row})`;
  const other =
    type === 'BLOB'
      ? `CAST(substr(hex(${column}), 3) AS BLOB)`
      : type === 'TEXT'
        ? `coalesce(${column}, '') || 'x'`
        : `coalesce(${column}, 0) + 1000`;
  db.pragma('ignore_check_constraints = ON');
  db.exec(`UPDATE ${table} SET ${column} = ${other} WHERE ${place}`);
  db.pragma('ignore_check_constraints = OFF');
}

test.each([
  ['sale', 'DELETE FROM sale WHERE record = 3', 3],
  ['a line', 'DELETE FROM sale_line WHERE record = 3 AND position = 1', 3],
  ['a tender', 'DELETE FROM sale_tender WHERE record = 3', 3],
  ['a move', 'DELETE FROM stock_move WHERE record = 3 AND position = 0', 3],
  ['all moves', 'DELETE FROM stock_move', 3],
  ['a shift', 'DELETE FROM shift', 2],
  ['cash taken out', 'DELETE FROM drawer_move', 8],
  ['an act beside the trade', "DELETE FROM act WHERE type = 'act'", 9],
  ['a count', 'DELETE FROM drawer_count', 10],
  ['a count of the audit trail', "DELETE FROM act WHERE act = 'drawer-count'", 10],
  ['a Z', 'DELETE FROM z', 11],
  ['a record', 'DELETE FROM journal_record WHERE position = 3', 3],
])('%s taken out is named', async (_, sql, firstBad) => {
  fill(book.till);
  tamper(book.till, (db) => db.exec(sql));
  expect(await verifyBook(book.till)).toMatchObject({ ok: false, firstBad });
});

test.each([
  ['a tender more', "INSERT INTO sale_tender VALUES (3, 1, 'cash', 0, NULL, NULL)"],
  [
    'a line of no sale',
    `INSERT INTO sale_line
      VALUES (99, 0, 'A', 'A', '', 'pcs', 1, 1, 1, NULL, 1, 0, 'none', 0, 1, NULL)`,
  ],
  ['a move of no sale', "INSERT INTO stock_move VALUES (99, 0, 'KOPI-01', 0)"],
  ['a shift that nobody opened', "INSERT INTO shift VALUES (99, 'x', 9, 1, 0, 0, '', '', 0)"],
  ['a Z that nobody closed', "INSERT INTO z VALUES (99, 'x', 9, 1, 9, 1, 0, 0, '', 0, 0, 0)"],
  ['a count of nobody', 'INSERT INTO drawer_count VALUES (99, 1, 0)'],
  ['cash that nobody moved', "INSERT INTO drawer_move VALUES (99, 'x', 1, 'fee', -5000)"],
  [
    'an act of nobody',
    "INSERT INTO act VALUES (99, 'act', 'x', 0, 0, '', '', NULL, '', 0, '', '')",
  ],
  ['the stock taken away', 'DELETE FROM stock'],
  [
    'an adjustment more',
    "INSERT INTO stock_adjustment VALUES (77, 'TEH-02', 1, 'import', NULL, '', '', 0)",
  ],
  ['an adjustment less', "DELETE FROM stock_adjustment WHERE code = 'TEH-02'"],
  ['the device taken away', 'DELETE FROM device'],
  ['paper of no sale', 'UPDATE print_job SET record = 99 WHERE id = 1'],
  ['the list of migrations changed', "UPDATE migration SET name = 'x'"],
  ['a record below the first', 'UPDATE journal_record SET position = -5 WHERE position = 12'],
])('%s is named', async (_, sql) => {
  fill(book.till);
  tamper(book.till, (db) => db.exec(sql));
  const { ok, reason } = await verifyBook(book.till);
  expect({ ok, reason }).toEqual({ ok: false, reason: expect.stringMatching(/.{10}/) as string });
});

test.each([
  ['a trigger dropped', 'DROP TRIGGER journal_record_refuse_update', /is gone/],
  [
    'a trigger planted',
    'CREATE TRIGGER planted AFTER INSERT ON sale BEGIN UPDATE setting SET value = 0; END',
    /does not belong/,
  ],
  ['an index dropped', 'DROP INDEX print_job_queue', /is gone/],
  ['a table planted', 'CREATE TABLE planted (id INTEGER)', /does not belong/],
  [
    'a table replaced by a view',
    'ALTER TABLE sale_tender RENAME TO kept; CREATE VIEW sale_tender AS SELECT * FROM kept',
    /sale_tender|kept/,
  ],
  ['a column added', 'ALTER TABLE sale ADD COLUMN more TEXT', /not as the program made it/],
])('%s is named', async (_, sql, reason) => {
  fill(book.till);
  book.till.db.exec(sql);
  expect(await verifyBook(book.till)).toMatchObject({
    ok: false,
    reason: expect.stringMatching(reason) as string,
  });
});

test('the last sale taken out of book and journal is missed by the tip file', async () => {
  for (let at = 0; at < 3; at += 1) bookPieces(book.till, 1);
  tamper(book.till, (db) => {
    for (const table of ['sale_line', 'sale_tender', 'stock_move', 'sale']) {
      db.exec(`DELETE FROM ${table} WHERE record = 5`);
    }
    db.exec('DELETE FROM journal_record WHERE position = 5');
  });
  await expect(book.reopen()).rejects.toMatchObject({
    code: 'DATABASE_ROLLED_BACK',
    data: { databaseSeq: 4, tipSeq: 5 },
  });
});

test('lesson 4: the database itself refuses to change or delete what is booked', () => {
  fill(book.till);
  const columns = {
    sale: 'total_rupiah',
    sale_line: 'price_rupiah',
    sale_tender: 'amount_rupiah',
    journal_record: 'epoch',
    stock_move: 'quantity_milli',
    stock_adjustment: 'quantity_milli',
    shift: 'float_rupiah',
    z: 'difference_rupiah',
    drawer_move: 'amount_rupiah',
    drawer_count: 'total_rupiah',
    act: 'cashier',
    device: 'prefix',
  };
  for (const [table, column] of Object.entries(columns)) {
    expect(() => book.till.db.exec(`DELETE FROM ${table}`)).toThrow(/append-only/);
    expect(() => book.till.db.exec(`UPDATE ${table} SET ${column} = 7`)).toThrow(/append-only/);
  }
});

test.each([
  ['a record below the first', 'UPDATE journal_record SET position = -5 WHERE position = 12'],
  [
    'a record at the end of all',
    'UPDATE journal_record SET position = 1 << 62 WHERE position = 12',
  ],
  ['a record with a hole before it', 'UPDATE journal_record SET position = 14 WHERE position = 12'],
  ['a newest sale that is another', 'UPDATE sale SET total_rupiah = 1 WHERE record = 12'],
  ['a Z that says another difference', 'UPDATE z SET difference_rupiah = 0'],
  ['an act that another did', "UPDATE act SET approver = NULL WHERE approver = 'kasir-2'"],
  ['a shift more', "INSERT INTO shift VALUES (99, 'x', 9, 1, 0, 0, '', '', 0)"],
  ['a column more', 'ALTER TABLE stock ADD COLUMN more TEXT'],
  ['a view for a table', 'ALTER TABLE stock RENAME TO s; CREATE VIEW stock AS SELECT * FROM s'],
])('a book with %s is not sold on', async (_, sql) => {
  fill(book.till);
  tamper(book.till, (db) => db.exec(sql));
  const open = book.reopen();

  await expect(open).rejects.toMatchObject({ code: 'DATABASE_DAMAGED' });
});

test.each([
  ['prefix', "UPDATE device SET prefix = 'XXX'"],
  ['name', "UPDATE device SET device = 'XXX'"],
])('a book whose device has another %s is not sold on', async (_, sql) => {
  fill(book.till);
  tamper(book.till, (db) => db.exec(sql));

  await expect(book.reopen()).rejects.toMatchObject({ code: 'DEVICE_KEY_MISSING' });
});

test('a journal whose newest records are bad does not open for selling', async () => {
  bookPieces(book.till, 1);
  await closeTill(book.till);
  const db = new Database(join(book.dataDir, BOOK_FILE));
  db.exec('DROP TRIGGER journal_record_refuse_update');
  db.exec('UPDATE journal_record SET signature = zeroblob(64) WHERE position = 2');
  db.close();
  await expect(book.reopen()).rejects.toMatchObject({ code: 'DATABASE_DAMAGED' });
});
