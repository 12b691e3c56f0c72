import { theOwner } from '../../../domain/actor.ts';
import { expect, onTestFinished, test } from 'vitest';
import type { PrintOutcome } from '../../../domain/printing/printer.ts';
import { answerStatus, openNetworkPrinter } from '../../../test/support/print-book.ts';
import { bookPieces, openTestTill, type TestTill } from '../../../test/support/test-till.ts';
import type { Till } from '../till.ts';
import {
  configurePrinter,
  dropFromQueue,
  followJob,
  listQueue,
  printTestPage,
  reprint,
} from './procedures.ts';

/** A till with one sale, whose printer is at this port and has been tried. */
async function openTillAt(port: number): Promise<TestTill> {
  const book = await openTestTill();
  onTestFinished(() => book.close());
  bookPieces(book.till, 1);
  book.till.printer.start();
  await configurePrinter(book.till, theOwner, { address: `tcp://127.0.0.1:${port}`, columns: 32 });
  return book;
}

async function openPrinter(status?: number) {
  const printer = await openNetworkPrinter(0, (socket) => {
    if (status === undefined) socket.pause();
    else answerStatus(socket, () => status);
  });
  onTestFinished(() => printer.close());
  return printer;
}

async function closedPort(): Promise<number> {
  const printer = await openNetworkPrinter();
  await printer.close();
  return printer.port;
}

/** Follows a job again where a busy computer has not come to it within five seconds. */
async function toEnd(till: Till, job: number): Promise<PrintOutcome> {
  for (;;) {
    const outcome = await followJob(till, { job });
    if (outcome.state !== 'pending' || outcome.reason !== null) return outcome;
  }
}

test('a copy that the printer took is said to be printed', async () => {
  const printer = await openPrinter(0x12);
  const { till } = await openTillAt(printer.port);
  const { job } = reprint(till, theOwner, { number: 'last' });

  expect(await toEnd(till, job)).toEqual({ state: 'printed', reason: null });
  expect(await toEnd(till, job)).toEqual({ state: 'printed', reason: null });
});

test('a copy whose printer is off waits, and says why', async () => {
  const { till } = await openTillAt(await closedPort());
  const { job } = reprint(till, theOwner, { number: 'last' });

  expect(await followJob(till, { job })).toEqual({ state: 'pending', reason: 'unreachable' });
  dropFromQueue(till, theOwner, { id: job });
  expect(await followJob(till, { job })).toEqual({ state: 'dropped', reason: null });
});

test('a page that went to a printer without a sign is said to be not sure', async () => {
  const printer = await openPrinter();
  const { till } = await openTillAt(printer.port);
  const { job } = printTestPage(till);

  expect(await toEnd(till, job)).toEqual({ state: 'unconfirmed', reason: 'silent' });
});

test('a copy is followed on the printer that is there now, whatever was said before', async () => {
  const port = await closedPort();
  const { till } = await openTillAt(port);
  expect(till.printer.status()).toMatchObject({ state: 'waiting', reason: 'unreachable' });
  const back = await openNetworkPrinter(port, (socket) => answerStatus(socket, () => 0x12));
  onTestFinished(() => back.close());
  printTestPage(till);
  const { job } = reprint(till, theOwner, { number: 'last' });

  expect(await toEnd(till, job)).toEqual({ state: 'printed', reason: null });
});

test('a key pressed three times prints one copy; later it is another', async () => {
  const printer = await openPrinter(0x12);
  const { till, clock } = await openTillAt(printer.port);
  const { job } = reprint(till, theOwner, { number: 'last' });
  await toEnd(till, job);
  clock.now += 400;
  expect(reprint(till, theOwner, { number: 'last' }).job).toBe(job);
  clock.now += 400;
  expect(reprint(till, theOwner, { number: 'last' }).job).toBe(job);
  const page = printTestPage(till).job;
  expect(page).not.toBe(job);
  expect(printTestPage(till).job).toBe(page);

  clock.now += 2_000;
  expect(reprint(till, theOwner, { number: 'last' }).job).toBeGreaterThan(page);
  await till.printer.idle();
  expect(printer.papers.filter((paper) => paper.includes('SALINAN'))).toHaveLength(2);
});

test('while the printer is off, a copy that waits is not queued again', async () => {
  const { till, clock } = await openTillAt(await closedPort());
  const { job } = reprint(till, theOwner, { number: 'last' });
  clock.now += 60_000;
  expect(reprint(till, theOwner, { number: 'last' }).job).toBe(job);
  expect(listQueue(till)).toHaveLength(1);

  dropFromQueue(till, theOwner, { id: job });
  const again = reprint(till, theOwner, { number: 'last' }).job;
  expect(again).toBeGreaterThan(job);
  dropFromQueue(till, theOwner, { id: again });
  expect(reprint(till, theOwner, { number: 'last' }).job).toBeGreaterThan(again);
});

test('a job that never was is followed by nobody', async () => {
  const { till } = await openTillAt(await closedPort());
  await expect(followJob(till, { job: 7 })).rejects.toMatchObject({ code: 'PRINT_JOB_GONE' });
});

test('whether a copy was just asked for is found by its index', async () => {
  const { till } = await openTillAt(await closedPort());
  reprint(till, theOwner, { number: 'last' });
  const asked = [...till.statements.keys()].find((text) => text.includes('is_asked = 1')) ?? '';
  const values = Array.from({ length: asked.split('?').length - 1 }, () => 1);
  const plan = till.db.prepare(`EXPLAIN QUERY PLAN ${asked}`).all(...values);
  expect(JSON.stringify(plan)).toContain('USING INDEX print_job_asked (record=?');
});
