import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { theOwner } from '../../domain/actor.ts';
import { write } from '../../electron/till/database/write.ts';
import { adjustStock } from '../../electron/till/inventory/stock-store.ts';
import { closeTill, openTill } from '../../electron/till/open-till.ts';
import { changeSettings } from '../../electron/till/settings/stall-settings.ts';
import { addPerson } from '../../electron/till/staff/people.ts';
import { setPin } from '../../electron/till/staff/pins.ts';
import { endTestShift } from './end-test-shift.ts';
import { pins } from './staffed-till.ts';
import { aUnit, bookPieces, bookRefund, openTestShift, stockProduct } from './test-till.ts';

/**
 * Makes a book as this version writes it, to be kept for the upgrades that follow: `node
 * test/support/make-fixture-book.ts NAME`, once for each version whose form differs.
 */
const name = process.argv[2] ?? '';
const dataDir = join(import.meta.dirname, '..', 'fixtures', name);
if (name === '') throw new Error('which version? node test/support/make-fixture-book.ts book-0001');
rmSync(dataDir, { recursive: true, force: true });
mkdirSync(dataDir, { recursive: true, mode: 0o700 });

const clock = { now: Date.UTC(2026, 10, 23, 3, 0) };
const till = await openTill({ dataDir, clock: () => clock.now });
stockProduct(till, {
  code: 'KOPI-01',
  name: 'Kopi Gayo 250 g',
  category: 'Kopi',
  units: [aUnit('pcs', 1, 45_000, ['8991000000014']), aUnit('lusin', 12, 500_000)],
});
write(till, (tx) => {
  const from = { reason: 'import', document: null, atMs: clock.now } as const;
  adjustStock(tx, { ...from, code: 'KOPI-01', quantityMilli: 40_000 });
  changeSettings(tx, { stall: { name: 'Kopi Ibu Ani', number: 'B-7', mall: '', phone: '' } });
});
addPerson(till, theOwner, { name: 'Budi', role: 'cashier' });
// The owner last: from their own PIN on nobody acts who is not signed in.
for (const staff of ['kasir-2', 'kasir-1'] as const) {
  await setPin(till, { page: {}, actor: theOwner }, { staff, pin: pins[staff] });
}
// A shift that is closed, and one that is open still.
openTestShift(till, [{ valueRupiah: 50_000, pieces: 4 }]);
bookRefund(till, bookPieces(till, 2).receipt, 1);
bookPieces(till, 3, { source: 'INV-536365', soldAtMs: Date.UTC(2010, 11, 1) });
endTestShift(till);
clock.now -= 3_600_000;
openTestShift(till, [{ valueRupiah: 100_000, pieces: 3 }]);
bookPieces(till, 1);
await closeTill(till);
for (const left of ['lapak.lock', 'lapak.log']) rmSync(join(dataDir, left), { force: true });
