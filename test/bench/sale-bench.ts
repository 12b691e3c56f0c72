import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { BOOK_FILE } from '../../electron/till/journal/folder.ts';
import { closeTill } from '../../electron/till/open-till.ts';
import { insertBare } from './bare-sale.ts';
import { fillBook, fillShelf, inFolder } from './bench-till.ts';
import { atLeast, atMost, type Figure, quantile } from './figure.ts';
import { openBench, PACE_MS, SHELF, timeAppends, timeBackToBack, timePaced } from './time-sales.ts';

/** Before the clock runs: code compiled, the log at its full length, as after a busy hour. */
const WARM_UP = 1_000;
const SALES = 3_000;
const PAST_SALES = 100_000;
const PACED_SALES = 400;
/** Where the numbers of the orders begin that are not measured. */
const OTHERS = 1_000_000;

/** What a durable sale costs, beside the same rows put in bare and a bare synced append. */
export async function benchSales(): Promise<Figure[]> {
  return [...(await benchEmpty()), ...(await benchPast())];
}

function benchEmpty(): Promise<Figure[]> {
  return inFolder(async (folder) => {
    const append = timeAppends(join(folder, 'append'), SALES);
    const till = await openBench(folder);
    fillShelf(till, SHELF, (at) => `Barang ${at}`);
    await timeBackToBack(till, WARM_UP, OTHERS);
    const times = await timeBackToBack(till, SALES, 0);
    await closeTill(till);
    const bare = timeBare(join(folder, BOOK_FILE));
    return [
      atLeast(0.6, {
        name: 'durable sales, back to back',
        ours: rate(times),
        floor: rate(bare),
        beside: 'the same rows bare',
        unit: 'a second',
      }),
      atMost(2.5, {
        name: 'a sale, p50',
        ours: quantile(times, 0.5),
        floor: quantile(append, 0.5),
        beside: 'append + fdatasync',
        unit: 'ms',
      }),
    ];
  });
}

function benchPast(): Promise<Figure[]> {
  return inFolder(async (folder) => {
    const till = await openBench(folder);
    fillShelf(till, SHELF, (at) => `Barang ${at}`);
    fillBook(till, PAST_SALES, SHELF);
    await timeBackToBack(till, WARM_UP, OTHERS);
    const backToBack = await timeBackToBack(till, SALES, 0);
    const paced = await timePaced(till, PACED_SALES, 2 * OTHERS);
    await closeTill(till);
    const book = join(folder, BOOK_FILE);
    const bare = timeBare(book);
    const barePaced = await timeBarePaced(book);
    const beside = 'the same rows bare';
    return [
      atMost(3, {
        name: 'a sale after 100.000 sales, back to back, p99',
        ours: quantile(backToBack, 0.99),
        floor: quantile(bare, 0.99),
        beside,
        unit: 'ms',
      }),
      atMost(3, {
        name: 'a sale after 100.000 sales, paced, p99',
        ours: quantile(paced, 0.99),
        floor: quantile(barePaced, 0.99),
        beside,
        unit: 'ms',
      }),
    ];
  });
}

/** Bare rows as far apart as paced sales are. */
async function timeBarePaced(book: string): Promise<number[]> {
  const db = new Database(book);
  db.pragma('synchronous = FULL');
  db.pragma('wal_autocheckpoint = 0');
  const insert = insertBare(db);
  const times: number[] = [];
  for (let at = 0; at < PACED_SALES; at += 1) {
    const startedAt = performance.now();
    insert(OTHERS + at);
    times.push(performance.now() - startedAt);
    await pause(PACE_MS);
  }
  db.close();
  return times;
}

function timeBare(book: string): number[] {
  const db = new Database(book);
  db.pragma('synchronous = FULL');
  const insert = insertBare(db);
  const times = Array.from({ length: WARM_UP + SALES }, (_, at) => {
    const startedAt = performance.now();
    insert(at);
    return performance.now() - startedAt;
  });
  db.close();
  return times.slice(WARM_UP);
}

/** Sales a second of the time spent in them. */
function rate(times: readonly number[]): number {
  return (times.length * 1000) / times.reduce((sum, time) => sum + time, 0);
}
