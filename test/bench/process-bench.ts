import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { closeTill } from '../../electron/till/open-till.ts';
import { connectPage, type ConnectedPage } from '../support/page-connection.ts';
import { startBrowserShell } from '../support/start-lapak.ts';
import { anOrder, fillBook, fillShelf, inFolder } from './bench-till.ts';
import { atMost, type Figure, quantile } from './figure.ts';
import { plausibleProduct } from './plausible-products.ts';
import { openBench, PACE_MS, SHELF, timePaced } from './time-sales.ts';

const PRODUCTS = 100_000;
const PAST_SALES = 100_000;
const STARTS = 7;
const PACED_SALES = 300;
const MANY_SALES = 10_000;

/** The till as people run it, in a process of its own: start, memory, a sale from a screen. */
export async function benchProcess(): Promise<Figure[]> {
  return [...(await benchStart()), ...(await benchPage())];
}

function benchStart(): Promise<Figure[]> {
  return inFolder(async (folder) => {
    const till = await openBench(folder);
    fillShelf(till, PRODUCTS, (at) => plausibleProduct(at).name);
    fillBook(till, PAST_SALES, PRODUCTS);
    await closeTill(till);
    await timeStart(folder); // builds the screen where it is not built yet
    const times: number[] = [];
    for (let at = 0; at < STARTS; at += 1) times.push((await timeStart(folder)) / 1000);
    const empty = await timeEmptyStarts();
    return [0.5, 1].map((share) =>
      atMost(1.5, {
        name: `start, 100.000 products and sales, ${share === 1 ? 'slowest' : 'p50'}`,
        ours: quantile(times, share),
        floor: quantile(empty, share),
        beside: 'an empty till',
        unit: 's',
      }),
    );
  });
}

/** The floor: the same program on a book with nothing in it. */
function timeEmptyStarts(): Promise<number[]> {
  return inFolder(async (folder) => {
    await closeTill(await openBench(folder));
    const times: number[] = [];
    for (let at = 0; at < STARTS; at += 1) times.push((await timeStart(folder)) / 1000);
    return times;
  });
}

async function timeStart(folder: string): Promise<number> {
  const startedAt = performance.now();
  const shell = await startBrowserShell(folder);
  const time = performance.now() - startedAt;
  await shell.stop();
  return time;
}

function benchPage(): Promise<Figure[]> {
  return inFolder(async (folder) => {
    const till = await openBench(folder);
    fillShelf(till, SHELF, (at) => `Barang ${at}`);
    await timePaced(till, 200, 3_000_000);
    const inProcess = await timePaced(till, PACED_SALES, 4_000_000);
    await closeTill(till);
    const shell = await startBrowserShell(folder);
    const page = await connectPage(shell.url);
    try {
      const atStart = memoryOf(shell.pid);
      await sell(page, 200, 1_000_000, 0);
      const paced = await sell(page, PACED_SALES, 0, PACE_MS);
      await sell(page, MANY_SALES, 2_000_000, 0);
      return [
        atMost(3, {
          name: 'a paced sale over the WebSocket, p50',
          ours: quantile(paced, 0.5),
          floor: quantile(inProcess, 0.5),
          beside: 'the same in process',
          unit: 'ms',
        }),
        atMost(1.5, {
          name: 'memory of the till after 10.000 sales',
          ours: memoryOf(shell.pid),
          floor: atStart,
          beside: 'after its start',
          unit: 'MB',
        }),
      ];
    } finally {
      await page.close();
      await shell.stop();
    }
  });
}

async function sell(
  { till }: ConnectedPage,
  count: number,
  from: number,
  paceMs: number,
): Promise<number[]> {
  const times: number[] = [];
  for (let at = from; at < from + count; at += 1) {
    const order = anOrder(at, SHELF);
    const startedAt = performance.now();
    await till.sales.ringUp(order);
    times.push(performance.now() - startedAt);
    if (paceMs > 0) await pause(paceMs);
  }
  return times;
}

/** Resident memory in MB. Source: proc(5), VmRSS in KiB. */
function memoryOf(pid: number): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  const kib = Number(/VmRSS:\s*(\d+)/.exec(status)?.[1]);
  return (kib * 1024) / 1e6;
}
