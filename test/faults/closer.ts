import { writeSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import { theOwner } from '../../domain/actor.ts';
import { openTill } from '../../electron/till/open-till.ts';
import { closeShift } from '../../electron/till/shifts/close-shift.ts';
import { countDrawer } from '../../electron/till/shifts/count-drawer.ts';
import { anUnusedId, bookPieces, openTestShift } from '../support/test-till.ts';

/**
 * Opens a shift in the folder given where none is open, sells in it, counts it and closes it; so
 * many microseconds after the close has begun it is killed, by a thread that the close does not
 * hold up. Says the number of its Z, if it comes so far, and the microseconds that the close took.
 */
const [dataDir = '', delayUs = '0'] = process.argv.slice(2);
const killer = `
  const { workerData, parentPort } = require('node:worker_threads');
  parentPort.postMessage('ready');
  Atomics.wait(workerData.begun, 0, 0);
  const end = process.hrtime.bigint() + BigInt(workerData.delayUs) * 1000n;
  while (process.hrtime.bigint() < end);
  process.kill(process.pid, 'SIGKILL');
`;
const till = await openTill({ dataDir, clock: Date.now });
const begun = new Int32Array(new SharedArrayBuffer(4));
const worker = new Worker(killer, { eval: true, workerData: { begun, delayUs } });
await new Promise((resolve) => worker.once('message', resolve));
const shift = openTestShift(till);
bookPieces(till, 1, { id: anUnusedId() });
countDrawer(till, theOwner, { shift, count: [{ valueRupiah: 5_000, pieces: 9 }] });
const startedAt = performance.now();
Atomics.store(begun, 0, 1);
Atomics.notify(begun, 0);
const order = { id: anUnusedId(), shift, count: null, reason: 'unknown' as const, note: '' };
const { closing } = closeShift(till, theOwner, { ...order, carts: 'refuse' });
writeSync(1, `${closing?.z} ${Math.round((performance.now() - startedAt) * 1000)}\n`);
