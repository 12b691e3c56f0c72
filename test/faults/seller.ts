import { randomUUID } from 'node:crypto';
import { writeSync } from 'node:fs';
import { rupiah } from '../../domain/money.ts';
import { pcs } from '../../domain/quantity.ts';
import { openTill } from '../../electron/till/open-till.ts';
import { ringUp } from '../../electron/till/sales/ring-up.ts';
import { atDrawer, openTestShift } from '../support/test-till.ts';

/**
 * Rings up sales without end in the folder given, and says each one's id once it is answered. With
 * `unsynced` as a second word nothing is synced, as no till of ours runs.
 */
const [dataDir = '', how] = process.argv.slice(2);
const till = await openTill({ dataDir, clock: Date.now });
if (how === 'unsynced') till.db.pragma('synchronous = OFF');
openTestShift(till);
for (;;) {
  const { id } = ringUp(till, atDrawer, {
    id: randomUUID(),
    lines: [{ priceRupiah: rupiah(45_000), code: 'KOPI-01', unit: 'pcs', quantityMilli: pcs(1) }],
    tenders: [{ kind: 'cash', amountRupiah: rupiah(50_000) }],
    expectedTotalRupiah: rupiah(45_000),
  });
  writeSync(1, `${id}\n`);
  await new Promise((resolve) => setImmediate(resolve));
}
