import { writeSync } from 'node:fs';
import { join } from 'node:path';
import { closeTill } from '../../electron/till/open-till.ts';
import { fillShelf } from './bench-till.ts';
import { quantile } from './figure.ts';
import { openBench, SHELF, timeAppends, timePaced } from './time-sales.ts';

/** What a seller says on its last line, p50 in milliseconds. */
export interface SellerFigures {
  readonly append: number;
  readonly sale: number;
}

/**
 * Sells in a process of its own, so that its syncs can be slowed or counted: `seller.ts FOLDER
 * SALES`. Says `begin` before the first sale and `end` after the last.
 */
const [folder = '', count = ''] = process.argv.slice(2);
const append = timeAppends(join(folder, 'append'), Number(count));
const till = await openBench(folder);
fillShelf(till, SHELF, (at) => `Barang ${at}`);
await timePaced(till, 100, 1_000_000);
writeSync(1, 'begin\n');
const sales = await timePaced(till, Number(count), 0);
writeSync(1, 'end\n');
await closeTill(till);
const said: SellerFigures = { append: quantile(append, 0.5), sale: quantile(sales, 0.5) };
writeSync(1, `${JSON.stringify(said)}\n`);
