import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { NOON_MS, openNetworkPrinter } from '../../../test/support/print-book.ts';
import { bookPieces } from '../../../test/support/test-till.ts';
import { closeTill, openTill } from '../open-till.ts';
import type { Till } from '../till.ts';
import { printReceiptTo, printTestPage, printTestTo, reprint, watchPaper } from './procedures.ts';

let number: string;

/** A till with one sale of Rp90.000, `number`, that went to no printer. */
async function openTillWithSale(): Promise<Till> {
  const dataDir = mkdtempSync(join(tmpdir(), 'lapak-printing-'));
  onTestFinished(() => rmSync(dataDir, { recursive: true }));
  const till = await openTill({ dataDir, clock: () => NOON_MS });
  onTestFinished(() => closeTill(till));
  const { receipt } = bookPieces(till, 2);
  number = receipt.number;
  return till;
}

async function openPrinter() {
  const printer = await openNetworkPrinter();
  onTestFinished(() => printer.close());
  return { printer, address: `tcp://127.0.0.1:${printer.port}` };
}

test('a reprint is a copy of the receipt with this number, or of the newest', async () => {
  const till = await openTillWithSale();
  expect(reprint(till, { number: number })).toEqual({ number: number });
  expect(reprint(till, { number: 'last' })).toEqual({ number: number });
  await till.printer.idle();
  const { value: strip } = await watchPaper(till).next();
  expect(strip?.lines[0]?.runs[0]?.text).toBe('SALINAN');
  expect(JSON.stringify(strip)).toContain(number);
});

test('a receipt that is not in the book is not reprinted', async () => {
  const till = await openTillWithSale();
  const unknown = { code: 'RECEIPT_UNKNOWN', data: { number: 'A-000099' } };
  expect(() => reprint(till, { number: 'A-000099' })).toThrow(expect.objectContaining(unknown));
  const { address } = await openPrinter();
  await expect(
    printReceiptTo(till, { number: 'A-000099', address, columns: 32 }),
  ).rejects.toMatchObject(unknown);
});

test('a test page goes to the printer as it is set up', async () => {
  const till = await openTillWithSale();
  const { printer, address } = await openPrinter();
  till.printer.configure({ address, columns: 42 });
  expect(printTestPage(till)).toEqual({ columns: 42 });
  await till.printer.idle();
  expect(printer.papers[0]?.toString('latin1')).toContain(`|${'='.repeat(40)}|`);
});

test('a copy or a test page can go to any printer, past the queue', async () => {
  const till = await openTillWithSale();
  const { printer, address } = await openPrinter();
  expect(await printReceiptTo(till, { number: 'last', address, columns: 48 })).toEqual({
    number: number,
  });
  await printTestTo(till, { address, columns: 48 });
  const [copy, page] = printer.papers.map((bytes) => bytes.toString('latin1'));
  expect(copy).toContain('SALINAN');
  expect(copy).toContain(`KEMBALI${'0'.padStart(41)}`);
  expect(page).toContain(`|${'='.repeat(46)}|`);
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
    printReceiptTo(till, { number: 'last', address, columns: 32 }),
  ).rejects.toMatchObject(off);
});

test('the virtual printer of a till is no place for paper from a command line', async () => {
  const till = await openTillWithSale();
  await expect(printTestTo(till, { address: 'virtual', columns: 32 })).rejects.toMatchObject({
    code: 'PRINTER_ADDRESS_INVALID',
  });
});
