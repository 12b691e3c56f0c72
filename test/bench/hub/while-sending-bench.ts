import { setTimeout as pause } from 'node:timers/promises';
import { assert } from '../../../domain/assert.ts';
import { theOwner } from '../../../domain/actor.ts';
import { enrolTill } from '../../../electron/till/enrolment/enrol-till.ts';
import { closeTill, openTill } from '../../../electron/till/open-till.ts';
import { ringUp } from '../../../electron/till/sales/ring-up.ts';
import type { Till } from '../../../electron/till/till.ts';
import { atDrawer, openTestShift } from '../../support/test-till.ts';
import { anOrder, fillBook, fillShelf, inFolder } from '../bench-till.ts';
import { atMost, type Figure, quantile } from '../figure.ts';
import { PACE_MS, SHELF } from '../time-sales.ts';
import { openHubThread, withBenchHub, withPostgres } from './bench-hub.ts';

/** What waits to be sent: as after two months with no network. */
const PAST_SALES = 60_000;
const WARM_UP = 100;
const SALES = 400;
/** Sales between two looks at whether it has begun to send. */
const STEP = 20;

/** A sale while the till reports what waited for long, beside one while nothing is to report. */
export function benchSaleWhileSending(): Promise<Figure[]> {
  return withPostgres(
    (server) =>
      withBenchHub(server, (bench) =>
        inFolder(async (folder) => {
          const hub = await openHubThread(bench, true);
          const till = await openTill({ dataDir: folder, clock: Date.now });
          openTestShift(till);
          fillShelf(till, SHELF, (at) => `Barang ${at}`);
          fillBook(till, PAST_SALES, SHELF);
          await timeAsked(till, WARM_UP, 0);
          const idle = await timeAsked(till, SALES / 2, WARM_UP);
          await enrolTill(till, theOwner, { hub: hub.url, code: await hub.ask(null) });
          await hub.ask(till.device.device);

          let sold = WARM_UP + SALES / 2;
          for (; isWaiting(till); sold += STEP) await timeAsked(till, STEP, sold);
          const busy = await timeAsked(till, SALES, sold);
          const { records } = waitingAt(till);
          process.stdout.write(`${SALES} sales while it sent; then ${records} records wait\n`);
          await till.uploader.report();
          idle.push(...(await timeAsked(till, SALES / 2, sold + SALES)));
          await closeTill(till);
          await hub.stop();
          const [ours, floor] = [quantile(busy, 0.99), quantile(idle, 0.99)];
          process.stdout.write(
            `p50 ${quantile(busy, 0.5).toFixed(1)} ms, ${quantile(idle, 0.5).toFixed(1)} ms\n`,
          );
          return [
            atMost(1.2, {
              name: 'a sale while the till reports, p99',
              ours,
              floor,
              beside: 'while it has nothing to report',
              unit: 'ms',
            }),
          ];
        }),
      ),
    false, // the hub is on another computer, with a disk and processors of its own
  );
}

function waitingAt(till: Till) {
  const status = till.uploader.status();
  assert(status.state !== 'alone', 'it is enrolled');
  return status;
}

/** Whether the hub has acknowledged nothing yet. */
function isWaiting(till: Till): boolean {
  return waitingAt(till).sentAtMs === null;
}

/**
 * Sales 20 ms apart, each from when it is asked for: what else this thread does then counts, as it
 * does for a cashier at the browser shell. @returns milliseconds of each
 */
async function timeAsked(till: Till, count: number, from: number): Promise<number[]> {
  const times: number[] = [];
  for (let at = 0; at < count; at += 1) {
    const askedAt = performance.now() + PACE_MS;
    await pause(PACE_MS);
    ringUp(till, atDrawer, anOrder(from + at, SHELF));
    times.push(performance.now() - askedAt);
  }
  return times;
}
