import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { BOOK_FILE } from '../../electron/till/journal/folder.ts';
import { closeTill } from '../../electron/till/open-till.ts';
import { insertBare } from './bare-sale.ts';
import { fillShelf, inFolder } from './bench-till.ts';
import { openBench } from './time-sales.ts';

test('the floor of a sale puts into the book what a sale of five lines puts there', async () => {
  const counts = await inFolder(async (folder) => {
    const till = await openBench(folder);
    fillShelf(till, 1_000, (at) => `Barang ${at}`);
    await closeTill(till);
    const db = new Database(join(folder, BOOK_FILE));
    insertBare(db)(0);
    const tables = ['sale', 'sale_line', 'sale_tender', 'stock_move'];
    const rows = tables.map((table) => {
      return db.prepare(`SELECT count(*) FROM ${table}`).pluck().get();
    });
    db.close();
    return rows;
  });
  expect(counts).toEqual([1, 5, 1, 5]);
});
