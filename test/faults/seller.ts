import { randomUUID } from 'node:crypto';
import { writeSync } from 'node:fs';
import { enableCompileCache } from 'node:module';
import { join } from 'node:path';

// Two hundred of these are started one after another: what they import is compiled once.
enableCompileCache(join(import.meta.dirname, '..', '..', 'node_modules', '.cache', 'compiled'));
const { theOwner } = await import('../../domain/actor.ts');
const { rupiah } = await import('../../domain/money.ts');
const { pcs } = await import('../../domain/quantity.ts');
const { openTill } = await import('../../electron/till/open-till.ts');
const { ringUp } = await import('../../electron/till/sales/ring-up.ts');

/**
 * Rings up sales without end in the folder given, and says each one's id once it is answered. With
 * `unsynced` as a second word nothing is synced, as no till of ours runs.
 */
const [dataDir = '', how] = process.argv.slice(2);
const till = await openTill({ dataDir, clock: Date.now });
if (how === 'unsynced') till.db.pragma('synchronous = OFF');
for (;;) {
  const { id } = ringUp(till, theOwner, {
    id: randomUUID(),
    lines: [{ code: 'KOPI-01', unit: 'pcs', quantityMilli: pcs(1) }],
    tenders: [{ kind: 'cash', amountRupiah: rupiah(50_000) }],
    expectedTotalRupiah: rupiah(45_000),
  });
  writeSync(1, `${id}\n`);
  await new Promise((resolve) => setImmediate(resolve));
}
