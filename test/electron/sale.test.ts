import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchMain, type RunningMain } from '../support/electron-main.ts';

let dataDir: string;
let main: RunningMain;

beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'lapak-electron-sale-'));
  main = launchMain(dataDir);
  await main.evaluate(async ({ electron }) => {
    while (!electron.windows[0]?.calls.includes('show')) {
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  }, null);
});
afterAll(async () => {
  await main.stop();
  rmSync(dataDir, { recursive: true });
});

test('a sale goes from the page through preload and port into the book', async () => {
  const [id, shiftId] = [randomUUID(), randomUUID()];

  const seen = await main.evaluate(
    async ({ electron, openPage }, { saleId, shiftId }) => {
      const [window] = electron.windows;
      if (!window) throw new Error('no window');
      const till = await openPage(window).till();
      const startup = await till.system.startup();
      const page = { text: '', category: '', cursor: '', limit: 1 };
      const [product] = (await till.catalog.search(page)).products;
      const [unit] = product?.units ?? [];
      if (!product || !unit) throw new Error('the sample stall is empty');
      const { priceRupiah } = unit;
      await till.shifts.open({ id: shiftId, drawer: 1, float: [] });
      const line = { code: product.code, unit: unit.unit, quantityMilli: 3_000, priceRupiah };
      const receipt = await till.sales.ringUp({
        id: saleId,
        lines: [line],
        tenders: [{ kind: 'cash', amountRupiah: 100_000_000 }],
        expectedTotalRupiah: Math.round((3 * unit.priceRupiah) / 100) * 100,
      });
      return { startup, price: unit.priceRupiah, receipt, totals: await till.sales.totals() };
    },
    { saleId: id, shiftId },
  );

  expect(seen.startup).toMatchObject({ state: 'ready', shell: 'electron', version: '0.1.0' });
  expect(seen.receipt).toMatchObject({ id, kind: 'sale', subtotalRupiah: 3 * seen.price });
  expect(seen.totals).toMatchObject({ sales: 1, salesTotalRupiah: seen.receipt.totalRupiah });
});

test('quitting closes the book before the process ends', async () => {
  await main.evaluate(({ electron }) => {
    setImmediate(() => electron.app.emit('window-all-closed'));
  }, null);

  expect((await main.exited).code).toBe(0);
});
