import { theOwner } from '../../domain/actor.ts';
import type { CashCount } from '../../domain/shifts/cash-count.ts';
import { closeTill } from '../../electron/till/open-till.ts';
import { closeShift } from '../../electron/till/shifts/close-shift.ts';
import { countDrawer } from '../../electron/till/shifts/count-drawer.ts';
import { readX } from '../../electron/till/shifts/procedures.ts';
import type { Till } from '../../electron/till/till.ts';
import { anUnusedId, atDrawer, openTestShift } from '../support/test-till.ts';
import { fillBook, fillShelf, inFolder } from './bench-till.ts';
import { atMost, type Figure, quantile } from './figure.ts';
import { openBench, SHELF } from './time-sales.ts';

/** A shift as no stall has had one. */
const SALES = 3_000;
const CLOSES = 5;
const LOOKS = 20;

/** The X of a shift of 3.000 sales, and its close, beside the bare SQL of the same sums. */
export function benchShifts(): Promise<Figure[]> {
  return inFolder(async (folder) => {
    const till = await openBench(folder);
    fillShelf(till, SHELF, (at) => `Barang ${at}`);
    const [bare, x, closes]: [number[], number[], number[]] = [[], [], []];
    for (let close = 0; close < CLOSES; close += 1) {
      const shift = openTestShift(till);
      fillBook(till, SALES, SHELF, { first: close * SALES });
      for (let look = 0; look < LOOKS; look += 1) {
        bare.push(timed(() => addUpBare(till, shift)));
        x.push(timed(() => readX(till, atDrawer, { shift })));
      }
      closes.push(timed(() => countAndClose(till, shift)));
    }
    await closeTill(till);
    const floor = quantile(bare, 0.5);
    const beside = 'the same sums bare';
    return [
      atMost(2, {
        name: 'X of 3.000 sales, p50',
        ours: quantile(x, 0.5),
        floor,
        beside,
        unit: 'ms',
      }),
      atMost(5, {
        name: 'count and close of 3.000 sales, worst',
        ours: quantile(closes, 1),
        floor,
        beside,
        unit: 'ms',
      }),
      atMost(1, {
        name: 'X of 3.000 sales within 50 ms, p99',
        ours: quantile(x, 0.99),
        floor: 50,
        beside: 'the most',
        unit: 'ms',
      }),
      atMost(1, {
        name: 'count and close of 3.000 sales within 200 ms, worst',
        ours: quantile(closes, 1),
        floor: 200,
        beside: 'the most',
        unit: 'ms',
      }),
    ];
  });
}

function timed(act: () => unknown): number {
  const startedAt = performance.now();
  act();
  return performance.now() - startedAt;
}

function countAndClose(till: Till, shift: number): void {
  const count: CashCount = [{ valueRupiah: 100_000, pieces: 1 }];
  countDrawer(till, theOwner, { shift, count });
  const order = { id: anUnusedId(), shift, count: null, reason: 'unknown' as const, note: '' };
  closeShift(till, theOwner, { ...order, carts: 'carry' });
}

/** By tender, category, hour and cashier, each in one statement. */
const bareSums = [
  `SELECT kind, count(*), sum(total_rupiah), sum(rounding_rupiah), sum(change_rupiah)
   FROM sale WHERE shift = ? GROUP BY kind`,
  `SELECT t.kind, sum(t.amount_rupiah) FROM sale AS s JOIN sale_tender AS t USING (record)
   WHERE s.shift = ? GROUP BY t.kind`,
  `SELECT l.category, sum(l.amount_rupiah) FROM sale AS s JOIN sale_line AS l USING (record)
   WHERE s.shift = ? GROUP BY l.category`,
  `SELECT sold_at_ms / 3600000, count(*), sum(total_rupiah) FROM sale WHERE shift = ? GROUP BY 1`,
  'SELECT cashier, count(*), sum(total_rupiah) FROM sale WHERE shift = ? GROUP BY 1',
  'SELECT sum(amount_rupiah) FROM drawer_move WHERE shift = ?',
] as const;

function addUpBare(till: Till, shift: number): void {
  for (const sql of bareSums) till.db.prepare(sql).all(shift);
}
