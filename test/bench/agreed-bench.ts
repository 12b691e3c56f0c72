import { join } from 'node:path';
import { rupiah } from '../../domain/money.ts';
import type { RingUp } from '../../domain/sales/order.ts';
import type { SettingsChange } from '../../electron/till/settings/stall-settings.ts';
import { closeTill } from '../../electron/till/open-till.ts';
import type { Till } from '../../electron/till/till.ts';
import { type Calls, callsOf } from '../support/calls.ts';
import { anOrder, fillShelf, inFolder } from './bench-till.ts';
import { atMost, type Figure, quantile } from './figure.ts';
import { openBench, SHELF } from './time-sales.ts';

/** Before the clock runs: code compiled, statements kept. */
const WARM_UP = 300;
const SALES = 1_500;

/** A stall that charges PPN, which is in its prices, and prints its NPWP. */
const ofPkp: SettingsChange = { tax: { kind: 'ppn', isAdded: false }, npwp: '0123456789012345' };

/**
 * A sale on which much was agreed beside the plain one, each as a page rings it up, by turns: two
 * discounts, of a line and of the cart, tax, and two tenders.
 */
export function benchAgreed(): Promise<Figure[]> {
  return inFolder(async (folder) => {
    const plain = await openStall(join(folder, 'plain'), {});
    const agreed = await openStall(join(folder, 'agreed'), ofPkp);
    const [floor, ours]: [number[], number[]] = [[], []];
    for (let at = 0; at < WARM_UP + SALES; at += 1) {
      floor.push(await timeSale(plain.calls, anOrder(at, SHELF)));
      ours.push(await timeSale(agreed.calls, anAgreedOrder(at)));
      await new Promise((resolve) => setImmediate(resolve));
    }
    await closeTill(plain.till);
    await closeTill(agreed.till);
    return [
      atMost(1.3, {
        name: 'a sale with discounts, tax and two tenders, p50',
        ours: quantile(ours.slice(WARM_UP), 0.5),
        floor: quantile(floor.slice(WARM_UP), 0.5),
        beside: 'the plain one',
        unit: 'ms',
      }),
    ];
  });
}

async function openStall(
  dataDir: string,
  settings: SettingsChange,
): Promise<{ readonly till: Till; readonly calls: Calls }> {
  const till = await openBench(dataDir);
  fillShelf(till, SHELF, (at) => `Barang ${at}`);
  const calls = callsOf({ till, dataDir });
  await calls.settings.change(settings);
  return { till, calls };
}

/** Rp125.000 less 10 % of the first line and Rp5.000 of the cart: Rp117.500 to pay. */
function anAgreedOrder(at: number): RingUp {
  const order = anOrder(at, SHELF);
  const discount = { kind: 'percent', rateBp: 1_000 } as const;
  return {
    ...order,
    lines: order.lines.map((line, place) => (place === 0 ? { ...line, discount } : line)),
    discount: { kind: 'amount', amountRupiah: rupiah(5_000) },
    tenders: [
      { kind: 'qris', amountRupiah: rupiah(50_000), state: 'verified' },
      { kind: 'cash', amountRupiah: rupiah(100_000) },
    ],
    expectedTotalRupiah: rupiah(117_500),
  };
}

async function timeSale(calls: Calls, order: RingUp): Promise<number> {
  const startedAt = performance.now();
  await calls.sales.ringUp(order);
  return performance.now() - startedAt;
}
