import { createHash } from 'node:crypto';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { BOOK_FILE } from '../../electron/till/journal/folder.ts';
import { rebuildFolder } from '../../electron/till/journal/rebuild.ts';
import { closeTill } from '../../electron/till/open-till.ts';
import { fillBook, fillShelf, inFolder } from './bench-till.ts';
import { atLeast, atMost, type Figure } from './figure.ts';
import { openBench, SHELF } from './time-sales.ts';

const PAST_SALES = 100_000;
const tables = ['sale', 'sale_line', 'sale_tender', 'stock_move', 'stock', 'sold_product'] as const;

/** The tables of sales and stock made anew from the journal, beside putting their rows in bare. */
export function benchRebuild(): Promise<Figure[]> {
  return inFolder(async (folder) => {
    const till = await openBench(folder);
    fillShelf(till, SHELF, (at) => `Barang ${at}`);
    fillBook(till, PAST_SALES, SHELF);
    await closeTill(till);
    const book = join(folder, BOOK_FILE);
    const before = digest(book);
    const startedAt = performance.now();
    const { changed } = rebuildFolder(folder);
    const took = performance.now() - startedAt;
    const isSame = changed.length === 0 && digest(book) === before;
    return [
      atMost(5, {
        name: 'rebuild of 100.000 sales (20 s are the most)',
        ours: took / 1000,
        floor: insertBareRows(book) / 1000,
        beside: 'the same rows bare',
        unit: 's',
      }),
      atLeast(1, {
        name: 'tables that are the same after it, byte for byte',
        ours: isSame ? 1 : 0,
        floor: 1,
        beside: 'all',
        unit: '',
      }),
    ];
  });
}

/** Of every byte of every row. */
function digest(book: string): string {
  const db = new Database(book, { readonly: true });
  const hash = createHash('sha256');
  for (const table of tables) {
    const rows = db.prepare(`SELECT * FROM ${table} ORDER BY 1, 2`).raw();
    for (const row of rows.iterate()) hash.update(JSON.stringify(row));
  }
  db.close();
  return hash.digest('hex');
}

/** @returns milliseconds that the same rows take when they are read and put in one by one, bare */
function insertBareRows(book: string): number {
  const [from, to] = [new Database(book, { readonly: true }), new Database(book)];
  const startedAt = performance.now();
  const copy = to.transaction(() => {
    for (const table of tables) {
      to.exec(`CREATE TABLE copy_of_${table} AS SELECT * FROM ${table} LIMIT 0`);
      const rows = from.prepare<[], unknown[]>(`SELECT * FROM ${table}`).raw();
      const marks = rows.columns().map(() => '?');
      const insert = to.prepare(`INSERT INTO copy_of_${table} VALUES (${marks.join()})`);
      for (const row of rows.iterate()) insert.run(row);
    }
  });
  copy.immediate();
  const took = performance.now() - startedAt;
  to.close();
  from.close();
  return took;
}
