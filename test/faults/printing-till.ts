import { read, write } from '../../electron/till/database/write.ts';
import { closeTill, openTill } from '../../electron/till/open-till.ts';
import { queuePaper } from '../../electron/till/printing/print-job-store.ts';
import { findRecordByNumber } from '../../electron/till/sales/sale-store.ts';
import { bookPieces } from '../support/test-till.ts';

/** Sells once in the folder given, prints at the address given, and ends when all is printed. */
const [, , dataDir = '', address = ''] = process.argv;
const till = await openTill({ dataDir, clock: Date.now });
await till.printer.configure({ address, columns: 32 });
if (read(till, (tx) => findRecordByNumber(tx, 'last')) === undefined) {
  const { position } = bookPieces(till, 1);
  write(till, (tx) => queuePaper(tx, position, { copy: false, atMs: till.clock() }));
}
till.printer.start();
await till.printer.idle();
await closeTill(till);
