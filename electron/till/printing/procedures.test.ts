import { theOwner } from '../../../domain/actor.ts';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { assert } from '../../../domain/assert.ts';
import { LapakError } from '../../../domain/errors.ts';
import { translator } from '../../../domain/translator.ts';
import {
  answerStatus,
  aReceipt,
  insertReceipt,
  NOON_MS,
  openNetworkPrinter,
} from '../../../test/support/print-book.ts';
import { write } from '../database/write.ts';
import { closeTill, openTill } from '../open-till.ts';
import { findRecordByNumber } from '../sales/sale-store.ts';
import { changeSettings } from '../settings/stall-settings.ts';
import type { Till } from '../till.ts';
import { holdJob, queuePaper } from './print-job-store.ts';
import {
  configurePrinter,
  dropFromQueue,
  listQueue,
  printReceiptTo,
  printTestPage,
  printTestTo,
  releaseInQueue,
  reprint,
  watchPaper,
} from './procedures.ts';

/** A till with one sale, A-000042, that went to no printer. */
async function openTillWithSale(): Promise<Till> {
  const dataDir = mkdtempSync(join(tmpdir(), 'lapak-printing-'));
  onTestFinished(() => rmSync(dataDir, { recursive: true }));
  const till = await openTill({ dataDir, clock: () => NOON_MS });
  onTestFinished(async () => {
    if (till.db.open) await closeTill(till);
  });
  write(till, (tx) => insertReceipt(tx, aReceipt(42)));
  return till;
}

async function openPrinter(onSocket?: (socket: Socket) => void) {
  const printer = await openNetworkPrinter(0, onSocket);
  onTestFinished(() => printer.close());
  return { printer, address: `tcp://127.0.0.1:${printer.port}` };
}

test('a reprint is a copy of the receipt with this number, or of the newest', async () => {
  const till = await openTillWithSale();
  const first = reprint(till, theOwner, { number: 'A-000042' });
  expect(first).toEqual({ number: 'A-000042', job: 1, isCopy: true });
  expect(reprint(till, theOwner, { number: 'last' }).number).toBe('A-000042');
  till.printer.start();
  await till.printer.idle();
  const { value: strip } = await watchPaper(till, () => true).next();
  expect(strip?.lines[0]?.runs[0]?.text).toBe('SALINAN');
  expect(JSON.stringify(strip)).toContain('A-000042');
});

test('a receipt that is not in the book is not reprinted', async () => {
  const till = await openTillWithSale();
  const unknown = { code: 'RECEIPT_UNKNOWN', data: { number: 'A-000099' } };
  expect(() => reprint(till, theOwner, { number: 'A-000099' })).toThrow(
    expect.objectContaining(unknown),
  );
  const { address } = await openPrinter();
  await expect(
    printReceiptTo(till, theOwner, { number: 'A-000099', address, columns: 32 }),
  ).rejects.toMatchObject(unknown);
});

test('a test page goes to the printer as it is set up', async () => {
  const till = await openTillWithSale();
  const { printer, address } = await openPrinter();
  till.printer.start();
  await till.printer.configure({ address, columns: 42 });
  expect(printTestPage(till)).toEqual({ columns: 42, job: 1 });
  await till.printer.idle();
  expect(printer.papers.at(-1)?.toString('latin1')).toContain(`|${'='.repeat(40)}|`);
});

test('a copy or a test page can go to any printer, in the language of receipts', async () => {
  const till = await openTillWithSale();
  write(till, (tx) => changeSettings(tx, { language: 'en' }));
  const { printer, address } = await openPrinter();
  expect(await printReceiptTo(till, theOwner, { number: 'last', address, columns: 48 })).toEqual({
    number: 'A-000042',
    confirmed: true,
  });
  expect(await printTestTo(till, { address, columns: 48 })).toEqual({ confirmed: true });
  const [copy, page] = printer.papers.map((bytes) => bytes.toString('latin1'));
  expect(copy).toContain('SALINAN');
  expect(copy).toContain(`KEMBALIAN${'50.000'.padStart(39)}`);
  expect(page).toContain(`|${'='.repeat(46)}|`);
  expect(page).toContain('UJI CETAK');
});

test('a printer that is off is said to be so', async () => {
  const till = await openTillWithSale();
  const { printer, address } = await openPrinter();
  await printer.close();
  const off = {
    code: 'PRINTER_UNREACHABLE',
    data: { printer: address.slice(6), detail: 'ECONNREFUSED' },
  };
  await expect(printTestTo(till, { address, columns: 32 })).rejects.toMatchObject(off);
  await expect(
    printReceiptTo(till, theOwner, { number: 'last', address, columns: 32 }),
  ).rejects.toMatchObject(off);
});

test('the virtual printer of a till is no place for paper from a command line', async () => {
  const till = await openTillWithSale();
  await expect(printTestTo(till, { address: 'virtual', columns: 32 })).rejects.toMatchObject({
    code: 'PRINTER_ADDRESS_INVALID',
  });
});

test('a printer that gives no sign is said to give none', async () => {
  const till = await openTillWithSale();
  const { address } = await openPrinter((socket) => socket.pause());
  expect(await printTestTo(till, { address, columns: 32 })).toEqual({ confirmed: false });
});

test('a printer that has no paper is said to have none', async () => {
  const till = await openTillWithSale();
  const { address } = await openPrinter((socket) => answerStatus(socket, () => 0x72));
  await expect(printTestTo(till, { address, columns: 32 })).rejects.toMatchObject({
    code: 'PRINTER_NOT_READY',
    data: { printer: address.slice(6), reason: 'paperOut' },
  });
  expect(translator('id').error('PRINTER_NOT_READY', { printer: 'lp0', reason: 'paperOut' })).toBe(
    'Printer lp0 tidak mencetak. Kertas printer habis. Bereskan, lalu coba lagi.',
  );
});

test('a printer that breaks off is said to have done so', async () => {
  const till = await openTillWithSale();
  const { address } = await openPrinter((socket) => {
    socket.on('data', (chunk) => {
      if (chunk.length > 3) socket.resetAndDestroy();
    });
  });
  await expect(printTestTo(till, { address, columns: 32 })).rejects.toMatchObject({
    code: 'PRINTER_INTERRUPTED',
  });
});

test('an ordinary file is no printer, and is left as it was', async () => {
  const till = await openTillWithSale();
  const path = join(till.dataDir, 'catatan.txt');
  writeFileSync(path, 'isi\n');
  const printer = { address: `file://${path}`, columns: 32 } as const;
  const refused = { code: 'PRINTER_NOT_DEVICE', data: { path } };
  await expect(configurePrinter(till, theOwner, printer)).rejects.toMatchObject(refused);
  await expect(printTestTo(till, printer)).rejects.toMatchObject(refused);
  expect(till.printer.settings().address).toBe('virtual');
  expect(readFileSync(path, 'utf8')).toBe('isi\n');
});

test('a till that only was opened prints nothing and tries nothing', async () => {
  const till = await openTillWithSale();
  const { printer, address } = await openPrinter();
  expect(await configurePrinter(till, theOwner, { address, columns: 32 })).toMatchObject({
    state: 'untried',
  });
  reprint(till, theOwner, { number: 'last' });
  await closeTill(till);
  expect(printer.read()).toEqual([]);
});

test('the queue is looked at, printed and dropped by a person', async () => {
  const till = await openTillWithSale();
  const { printer, address } = await openPrinter();
  await printer.close();
  till.printer.start();
  await configurePrinter(till, theOwner, { address, columns: 32 });
  reprint(till, theOwner, { number: 'A-000042' });
  printTestPage(till);
  await vi.waitFor(() => expect(till.printer.status().state).toBe('waiting'));

  expect(listQueue(till)).toEqual([
    {
      id: 1,
      paper: { kind: 'receipt', number: 'A-000042' },
      copy: true,
      queuedAtMs: NOON_MS,
      state: 'pending',
      tries: 0,
      reason: 'unreachable',
    },
    {
      id: 2,
      paper: { kind: 'test' },
      copy: false,
      queuedAtMs: NOON_MS,
      state: 'pending',
      tries: 0,
      reason: 'unreachable',
    },
  ]);
  expect(dropFromQueue(till, theOwner, { id: 1 })).toEqual({ jobs: 1 });

  write(till, (tx) => holdJob(tx, 2, 'late'));
  const waiting = { state: 'waiting', reason: 'unreachable' } as const;
  expect(await releaseInQueue(till, theOwner, { id: 2 })).toMatchObject({
    jobs: 1,
    printer: waiting,
  });
  expect(dropFromQueue(till, theOwner, { id: 'all' })).toEqual({ jobs: 1 });
  expect(await releaseInQueue(till, theOwner, { id: 'all' })).toMatchObject({ jobs: 0 });
  expect(listQueue(till)).toEqual([]);
});

test('what waits is printed at once when a person says so, and once however often', async () => {
  const till = await openTillWithSale();
  const { printer, address } = await openPrinter();
  await printer.close();
  till.printer.start();
  await configurePrinter(till, theOwner, { address, columns: 32 });
  write(till, (tx) => {
    const record = findRecordByNumber(tx, 'A-000042');
    assert(record !== undefined);
    queuePaper(tx, record, { copy: false, atMs: NOON_MS });
  });
  expect(await till.printer.tryNow()).toMatchObject({ state: 'waiting', reason: 'unreachable' });
  const back = await openNetworkPrinter(printer.port, (socket) => answerStatus(socket, () => 0x12));
  onTestFinished(() => back.close());

  const answers = await Promise.all([
    releaseInQueue(till, theOwner, { id: 1 }),
    releaseInQueue(till, theOwner, { id: 1 }),
  ]);
  for (const { jobs, printer: now } of answers) {
    expect({ jobs, reason: now.reason }).toEqual({ jobs: 1, reason: null });
  }
  await vi.waitFor(() => expect(listQueue(till)).toEqual([]), 60_000);
  expect(await releaseInQueue(till, theOwner, { id: 1 })).toMatchObject({ jobs: 0 });
  const paper = Buffer.concat(back.papers).toString('latin1');
  expect(paper.match(/A-000042/g)).toHaveLength(1);
  expect(paper).not.toContain('SALINAN');
});

test('of a printer that takes its time, what it was before is not said to be so now', async () => {
  const till = await openTillWithSale();
  const { printer, address } = await openPrinter();
  await printer.close();
  till.printer.start();
  await configurePrinter(till, theOwner, { address, columns: 32 });
  printTestPage(till);
  expect(await till.printer.tryNow()).toMatchObject({ state: 'waiting' });
  const back = await openNetworkPrinter(printer.port); // takes all and says nothing
  onTestFinished(() => back.close());
  const seen: string[] = [];
  const stop = new AbortController();
  const watching = (async () => {
    for await (const { state } of till.printer.watchStatus(stop.signal)) seen.push(state);
  })();
  await vi.waitFor(() => expect(seen).toEqual(['waiting']));

  void till.printer.tryNow();

  await vi.waitFor(() => expect(seen[1]).toBe('untried'), 60_000);
  stop.abort();
  await watching.catch(() => undefined);
});

test('a job that was decided on before is told only if it went otherwise', async () => {
  const till = await openTillWithSale();
  const gone = new LapakError('PRINT_JOB_GONE', {});
  printTestPage(till);
  reprint(till, theOwner, { number: 'last' });
  dropFromQueue(till, theOwner, { id: 1 });
  expect(dropFromQueue(till, theOwner, { id: 1 })).toEqual({ jobs: 0 });
  await expect(releaseInQueue(till, theOwner, { id: 1 })).rejects.toThrow(gone);

  till.printer.start();
  await till.printer.idle();
  expect(await releaseInQueue(till, theOwner, { id: 2 })).toMatchObject({ jobs: 0 });
  expect(() => dropFromQueue(till, theOwner, { id: 2 })).toThrow(gone);
});
