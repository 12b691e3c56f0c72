import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { LapakError } from '../../../domain/errors.ts';
import type { PrinterSettings } from '../../../domain/printing/printer.ts';
import {
  aReceipt,
  NOON_MS,
  openNetworkPrinter,
  openPrintBook,
} from '../../../test/support/print-book.ts';
import { write } from '../database/write.ts';
import { changeSettings } from '../settings/stall-settings.ts';
import { makeEscposReader } from './escpos-reader.ts';
import { queueReceiptJob, queueTestJob } from './print-job-store.ts';

async function openBook(printer: PrinterSettings = { address: 'virtual', columns: 32 }) {
  const book = await openPrintBook();
  onTestFinished(() => book.close());
  book.usePrinter(printer);
  return book;
}

async function openBookAndQueue(printer?: PrinterSettings) {
  const book = await openBook(printer);
  const queue = book.openQueue();
  onTestFinished(() => queue.close());
  return { book, queue };
}

/** A port of this computer that nobody listens on, until the test does. */
async function freePort(): Promise<number> {
  const printer = await openNetworkPrinter();
  await printer.close();
  return printer.port;
}

const at = (port: number, columns: 32 | 42 | 48 = 32) =>
  ({ address: `tcp://127.0.0.1:${port}`, columns }) as const;

function textOf(paper: Buffer | undefined): string {
  const lines: string[] = [];
  const reader = makeEscposReader(
    () => 48,
    (strip) => lines.push(...strip.lines.map((l) => l.runs.map((run) => run.text).join(''))),
  );
  reader.write(paper ?? Buffer.alloc(0));
  reader.end();
  return lines.join('\n');
}

const numberOn = (paper: Buffer) => /A-\d{6}/.exec(textOf(paper))?.[0];

test('receipts of a printer that was off come out in order and once when it is back', async () => {
  const port = await freePort();
  const { book, queue } = await openBookAndQueue(at(port));
  for (const seq of [1, 2, 3]) book.sell(aReceipt(seq));
  queue.wake();
  await vi.waitFor(() => {
    expect(queue.status()).toEqual({
      state: 'waiting',
      pendingJobs: 3,
      ...at(port),
      detail: 'ECONNREFUSED',
    });
  });

  const printer = await openNetworkPrinter(port);
  onTestFinished(() => printer.close());
  book.sell(aReceipt(4));
  queue.wake();
  await queue.idle();
  await queue.idle();

  expect(printer.papers.map(numberOn)).toEqual(['A-000001', 'A-000002', 'A-000003', 'A-000004']);
  expect(queue.status()).toMatchObject({ state: 'ready', pendingJobs: 0, detail: '' });
});

test('a printer that is back is found by itself', async () => {
  const port = await freePort();
  const { book, queue } = await openBookAndQueue(at(port));
  book.sell(aReceipt(1));
  queue.wake();
  await vi.waitFor(() => expect(queue.status().state).toBe('waiting'));
  const printer = await openNetworkPrinter(port);
  onTestFinished(() => printer.close());
  await vi.waitFor(() => expect(printer.papers.map(numberOn)).toEqual(['A-000001']), {
    timeout: 4_000,
  });
});

test('a receipt whose printer dies in the middle is printed whole afterwards', async () => {
  let connections = 0;
  const printer = await openNetworkPrinter(0, (socket) => {
    connections += 1;
    if (connections === 1) socket.once('data', () => socket.resetAndDestroy());
  });
  onTestFinished(() => printer.close());
  const { book, queue } = await openBookAndQueue(at(printer.port));
  book.sell(aReceipt(1));
  await queue.idle();
  expect(connections).toBe(2);
  expect(printer.papers.map(numberOn)).toEqual(['A-000001']);
  expect(textOf(printer.papers[0])).toContain('Catatan 1.1');
});

test('what waited when the till closed is printed after the next start', async () => {
  const port = await freePort();
  const book = await openBook(at(port));
  const before = book.openQueue();
  book.sell(aReceipt(1));
  book.sell(aReceipt(2));
  before.wake();
  await vi.waitFor(() => expect(before.status().state).toBe('waiting'));
  await before.close();

  const printer = await openNetworkPrinter(port);
  onTestFinished(() => printer.close());
  const after = book.openQueue();
  onTestFinished(() => after.close());
  await after.idle();
  expect(printer.papers.map(numberOn)).toEqual(['A-000001', 'A-000002']);
});

test('receipts of last night do not flood the counter in the morning', async () => {
  const printer = await openNetworkPrinter();
  onTestFinished(() => printer.close());
  const book = await openBook(at(printer.port));
  book.sell(aReceipt(1, NOON_MS - 13 * 3_600_000));
  book.sell(aReceipt(2, NOON_MS - 11 * 3_600_000));
  const queue = book.openQueue();
  onTestFinished(() => queue.close());
  await queue.idle();
  expect(printer.papers.map(numberOn)).toEqual(['A-000002']);
  expect(readFileSync(join(book.dataDir, 'lapak.log'), 'utf8')).toContain(
    '1 print jobs older than 12 hours skipped',
  );
});

test.each([32, 42, 48] as const)('paper of %i columns is filled to its edge', async (columns) => {
  const printer = await openNetworkPrinter();
  onTestFinished(() => printer.close());
  const { book, queue } = await openBookAndQueue(at(printer.port, columns));
  book.sell(aReceipt(1));
  await queue.idle();
  const paper = textOf(printer.papers[0]).split('\n');
  expect(paper).toContain(`TOTAL${'Rp300.000'.padStart(columns - 5)}`);
  expect(paper).toContain(`KEMBALI${'50.000'.padStart(columns - 7)}`);
});

test('a device file is a printer too', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'lapak-device-'));
  onTestFinished(() => rmSync(dir, { recursive: true }));
  const device = join(dir, 'lp0');
  writeFileSync(device, '');
  const { book, queue } = await openBookAndQueue({ address: `file://${device}`, columns: 32 });
  book.sell(aReceipt(1));
  await queue.idle();
  expect(textOf(readFileSync(device))).toContain('Kain batik cap');
});

test('sale, copy and test page are drawn, and only the sale opens the drawer', async () => {
  const { book, queue } = await openBookAndQueue();
  book.sell(aReceipt(1));
  write(book, (tx) => queueReceiptJob(tx, 1, { copy: true, atMs: NOON_MS }));
  write(book, (tx) => queueTestJob(tx, NOON_MS));
  await queue.idle();

  const strips = [];
  for await (const strip of queue.watchPaper()) {
    strips.push(strip);
    if (strips.length === 3) break;
  }
  expect(strips.map((strip) => strip.drawerOpened)).toEqual([true, false, false]);
  expect(strips.map((strip) => strip.lines[0]?.runs[0]?.text)).toEqual([
    'Batik Bu Sari',
    'SALINAN',
    'UJI CETAK',
  ]);
});

test('the drawer stays shut when the receipt comes out long after its sale', async () => {
  const { book, queue } = await openBookAndQueue();
  book.sell(aReceipt(1, NOON_MS - 10 * 60_000));
  await queue.idle();
  const { value: strip } = await queue.watchPaper().next();
  expect(strip).toMatchObject({ drawerOpened: false, cut: true });
});

test('the paper speaks the language of the till', async () => {
  const { book, queue } = await openBookAndQueue();
  write(book, (tx) => changeSettings(tx, { language: 'en' }));
  book.sell(aReceipt(1));
  await queue.idle();
  const { value: strip } = await queue.watchPaper().next();
  expect(JSON.stringify(strip)).toContain('Thank you for your visit.');
});

test('a printer that is chosen anew gets at once what waited for the old one', async () => {
  const { book, queue } = await openBookAndQueue(at(await freePort()));
  const printer = await openNetworkPrinter();
  onTestFinished(() => printer.close());
  book.sell(aReceipt(1));
  queue.wake();
  await vi.waitFor(() => expect(queue.status().state).toBe('waiting'));
  queue.configure(at(printer.port, 48));
  await queue.idle();
  expect(printer.papers.map(numberOn)).toEqual(['A-000001']);
  expect(queue.settings()).toEqual(at(printer.port, 48));
});

test('an address that is none changes nothing', async () => {
  const { queue } = await openBookAndQueue();
  const wrong = { address: 'http://printer', columns: 32 } as const;
  expect(() => queue.configure(wrong)).toThrow(
    new LapakError('PRINTER_ADDRESS_INVALID', { address: 'http://printer' }),
  );
  expect(queue.settings()).toEqual({ address: 'virtual', columns: 32 });
});

test('a sale that cannot be read does not hold up the next one', async () => {
  const { book, queue } = await openBookAndQueue();
  book.queueUnreadable();
  book.sell(aReceipt(8));
  await queue.idle();
  const { value: strip } = await queue.watchPaper().next();
  expect(JSON.stringify(strip)).toContain('A-000008');
});

test('a watcher sees the state now and each change, until it stops', async () => {
  const { book, queue } = await openBookAndQueue(at(await freePort()));
  const stop = new AbortController();
  const seen: string[] = [];
  const watching = (async () => {
    for await (const { state } of queue.watchStatus(stop.signal)) seen.push(state);
  })();
  await vi.waitFor(() => expect(seen.at(-1)).toBe('ready'));
  book.sell(aReceipt(1));
  queue.wake();
  await vi.waitFor(() => expect(seen.at(-1)).toBe('waiting'));
  stop.abort();
  await watching;
});

test('the end of the till ends every watch', async () => {
  const book = await openBook();
  const queue = book.openQueue();
  const watching = (async () => {
    for await (const strip of queue.watchPaper()) expect(strip).toBe('no paper was printed');
  })();
  await queue.close();
  await watching;
});
