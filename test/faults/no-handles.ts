import { closeSync, openSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { aReceipt, openPrintBook } from '../support/print-book.ts';

/**
 * Prints two receipts at the address given while this process has no file handle left, then with
 * handles again, and says the status after each. Started with a low `ulimit -n`.
 */
const book = await openPrintBook();
book.usePrinter({ address: process.argv[2] ?? 'virtual', columns: 32 });
const queue = book.openQueue();
queue.start();
await queue.idle();

const hogs: number[] = [];
try {
  for (;;) hogs.push(openSync('/dev/null', 'r'));
} catch {
  // none is left
}
book.sell(aReceipt(1));
book.sell(aReceipt(2));
queue.wake();
while (queue.status().state !== 'waiting') await pause(5);
const without = queue.status();
for (const hog of hogs) closeSync(hog);
await queue.idle();
const within = queue.status();
await queue.close();
book.close();
process.stdout.write(JSON.stringify({ without, within }));
