import { readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, expect, test } from 'vitest';
import { rupiah } from '../../domain/money.ts';
import { pcs } from '../../domain/quantity.ts';
import { LapakError } from '../../domain/errors.ts';
import { translator } from '../../domain/translator.ts';
import { read, write } from '../../electron/till/database/write.ts';
import { closeTill } from '../../electron/till/open-till.ts';
import { ringUp } from '../../electron/till/sales/ring-up.ts';
import type { Till } from '../../electron/till/till.ts';
import {
  aUnit,
  openTestTill,
  stockProduct,
  type TestTill,
  atDrawer,
  openTestShift,
} from '../support/test-till.ts';

const PAGE = 4096;

let book: TestTill;
afterEach(() => book.close());

/** A closed book of some hundred pages. @returns its file */
async function openBigBook(): Promise<string> {
  book = await openTestTill();
  write(book.till, () => {
    for (let at = 0; at < 400; at += 1) {
      const unit = aUnit('pcs', 1, 45_000, [`89910000${String(at).padStart(5, '0')}`]);
      const name = `Keripik tempe rasa nomor ${at}`;
      stockProduct(book.till, { code: `KRP-${at}`, name, units: [unit] });
    }
  });
  await closeTill(book.till);
  return join(book.dataDir, 'lapak.db');
}

test('damage in a large book, found while the till sells, ends the selling', async () => {
  const file = await openBigBook();
  const page = withBook(file, (db) => {
    const filler = db.prepare("INSERT INTO setting VALUES ('filler', ?)"); // past 32 MB
    filler.run(JSON.stringify('x'.repeat(33_000_000)));
    const root = "SELECT rootpage FROM sqlite_schema WHERE name = 'product_by_name'";
    return Number(db.prepare(root).pluck().get());
  });
  const bytes = readFileSync(file);
  bytes.fill(0xa5, (page - 1) * PAGE, page * PAGE);
  writeFileSync(file, bytes);

  const till = await book.reopen();
  await till.check?.ended;

  expect(() => sellOne(till)).toThrow(LapakError);
  expect(till.health.damage).toMatchObject({ code: 'DATABASE_DAMAGED' });
  expect(countSales(till)).toBe(0);
  expect(readFileSync(join(book.dataDir, 'lapak.log'), 'utf8')).toContain('database is damaged');
  await closeTill(till);
});

test('a large book that is whole goes on selling after its check', async () => {
  const file = await openBigBook();
  withBook(file, (db) => {
    db.prepare("INSERT INTO setting VALUES ('filler', ?)").run(`"${'x'.repeat(33_000_000)}"`);
  });
  const till = await book.reopen();
  await till.check?.ended;

  sellOne(till);
  expect(till.check).not.toBeNull();
  expect(countSales(till)).toBe(1);
  await closeTill(till);
});

function withBook<T>(file: string, act: (db: Database.Database) => T): T {
  const db = new Database(file);
  try {
    return act(db);
  } finally {
    db.close();
  }
}

function countSales(till: Till): number {
  return read(till, ({ db }) => Number(db.prepare('SELECT count(*) FROM sale').pluck().get()));
}

function sellOne(till: Till): void {
  openTestShift(till);
  ringUp(till, atDrawer, {
    id: '019a0000-0000-7000-8000-000000000001',
    lines: [{ priceRupiah: rupiah(45_000), code: 'KRP-7', unit: 'pcs', quantityMilli: pcs(1) }],
    tenders: [{ kind: 'cash', amountRupiah: rupiah(45_000) }],
    expectedTotalRupiah: rupiah(45_000),
  });
}

test.each([
  { where: 'its header', from: 0, bytes: 100 },
  { where: 'its schema', from: 100, bytes: 60 },
  { where: 'a page of its middle', from: 20 * PAGE, bytes: PAGE },
  { where: 'ten pages of its middle', from: 40 * PAGE, bytes: 10 * PAGE },
])('a book damaged in $where is refused in one sentence and left as it is', async (damage) => {
  const file = await openBigBook();
  const bytes = readFileSync(file);
  bytes.fill(0xa5, damage.from, damage.from + damage.bytes);
  writeFileSync(file, bytes);

  const refused = await book.reopen().catch((error: unknown) => error);

  expect(refused).toMatchObject({ code: 'DATABASE_DAMAGED', data: { dataDir: book.dataDir } });
  const data = { dataDir: book.dataDir, detail: 'x' };
  expect(translator('id').error('DATABASE_DAMAGED', data)).toContain('Basis data rusak');
  expect(readFileSync(join(book.dataDir, 'lapak.log'), 'utf8')).toContain('database is damaged');
  expect(readFileSync(file).equals(bytes)).toBe(true);
});

test('a book cut off in its middle is refused in one sentence and left as it is', async () => {
  const file = await openBigBook();
  truncateSync(file, 30 * PAGE);
  const bytes = readFileSync(file);

  await expect(book.reopen()).rejects.toMatchObject({ code: 'DATABASE_DAMAGED' });
  expect(readFileSync(file).equals(bytes)).toBe(true);
});

test('a book that was emptied is not taken for a new one', async () => {
  const file = await openBigBook();
  const till = await book.reopen();
  sellOne(till);
  await closeTill(till);
  truncateSync(file, 0);

  await expect(book.reopen()).rejects.toMatchObject({ code: 'DATABASE_DAMAGED' });
  expect(readFileSync(file)).toHaveLength(0);
});
