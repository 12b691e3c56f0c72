import { join } from 'node:path';
import Database from 'better-sqlite3';
import { BOOK_FILE } from '../../electron/till/journal/folder.ts';
import { closeTill } from '../../electron/till/open-till.ts';
import { insertBare } from './bare-sale.ts';
import { fillBook, fillShelf, inFolder } from './bench-till.ts';
import { atMost, type Figure, quantile } from './figure.ts';
import { openBench, SHELF, timeAppends, timeBackToBack, timePaced } from './time-sales.ts';

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
    const [ours, floor] = [rate(times), rate(bare)];
    return [
      {
        name: 'durable sales, back to back',
        ours,
        floor,
        target: '≥ 0.6 × bare rows',
        unit: 'sales/s',
        met: ours >= 0.6 * floor,
      },
      {
        name: 'a sale, p50',
        ours: quantile(times, 0.5),
        floor: quantile(append, 0.5),
        target: '≤ 4 × append + fdatasync',
        unit: 'ms',
        met: quantile(times, 0.5) <= 4 * quantile(append, 0.5),
      },
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
    return [
      atMost('a sale after 100.000 sales, back to back, p99', quantile(backToBack, 0.99), 3, 'ms'),
      atMost('a sale after 100.000 sales, paced, p99', quantile(paced, 0.99), 3, 'ms'),
    ];
  });
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
