import { closeSync, fdatasyncSync, openSync, writeSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { openTill } from '../../electron/till/open-till.ts';
import { ringUp } from '../../electron/till/sales/ring-up.ts';
import type { Till } from '../../electron/till/till.ts';
import { atDrawer, openTestShift } from '../support/test-till.ts';
import { anOrder } from './bench-till.ts';

/** Products on the shelf of every sale benchmark. */
export const SHELF = 1_000;
/** As fast as two people with scanners could, and never idle long enough for a checkpoint. */
export const PACE_MS = 20;

/** A till whose paper stays in its queue: nothing but the sale is measured. */
export async function openBench(folder: string): Promise<Till> {
  const till = await openTill({ dataDir: folder, clock: Date.now });
  openTestShift(till);
  return till;
}

/**
 * Rings up `count` sales one after another, with the turns of the event loop that a server gives.
 * @param from number of the first order: two runs in one book begin at different ones
 * @returns milliseconds of each
 */
export async function timeBackToBack(till: Till, count: number, from: number): Promise<number[]> {
  const times: number[] = [];
  for (let at = 0; at < count; at += 1) {
    times.push(timeSale(till, from + at));
    await new Promise((resolve) => setImmediate(resolve));
  }
  return times;
}

/** The same, 20 ms apart. */
export async function timePaced(till: Till, count: number, from: number): Promise<number[]> {
  const times: number[] = [];
  for (let at = 0; at < count; at += 1) {
    times.push(timeSale(till, from + at));
    await pause(PACE_MS);
  }
  return times;
}

/** Appends 4 KiB `count` times, each with fdatasync. @returns milliseconds of each */
export function timeAppends(file: string, count: number): number[] {
  const handle = openSync(file, 'a');
  const block = Buffer.alloc(4096, 7);
  const times = Array.from({ length: count }, () => {
    const startedAt = performance.now();
    writeSync(handle, block);
    fdatasyncSync(handle);
    return performance.now() - startedAt;
  });
  closeSync(handle);
  return times;
}

function timeSale(till: Till, at: number): number {
  const order = anOrder(at, SHELF);
  const startedAt = performance.now();
  ringUp(till, atDrawer, order);
  return performance.now() - startedAt;
}
