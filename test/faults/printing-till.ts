import { enableCompileCache } from 'node:module';
import { join } from 'node:path';

// Several of these are started one after another: what they import is compiled once.
enableCompileCache(join(import.meta.dirname, '..', '..', 'node_modules', '.cache', 'compiled'));
const { read, write } = await import('../../electron/till/database/write.ts');
const { closeTill, openTill } = await import('../../electron/till/open-till.ts');
const { queueReceiptJob } = await import('../../electron/till/printing/print-job-store.ts');
const { findRecordByNumber } = await import('../../electron/till/sales/sale-store.ts');
const { bookPieces } = await import('../support/test-till.ts');

/** Sells once in the folder given, prints at the address given, and ends when all is printed. */
const [, , dataDir = '', address = ''] = process.argv;
const till = await openTill({ dataDir, clock: Date.now });
await till.printer.configure({ address, columns: 32 });
if (read(till, (tx) => findRecordByNumber(tx, 'last')) === undefined) {
  const { position } = bookPieces(till, 1);
  write(till, (tx) => queueReceiptJob(tx, position, { copy: false, atMs: till.clock() }));
}
till.printer.start();
await till.printer.idle();
await closeTill(till);
