import { LapakError } from '../../../domain/errors.ts';
import { parsePrinterAddress } from '../../../domain/printing/address.ts';
import type {
  Columns,
  PaperStrip,
  PrinterSettings,
  PrinterStatus,
} from '../../../domain/printing/printer.ts';
import { read, write } from '../database/write.ts';
import { findReceiptByNumber, readReceipt } from '../sales/read-receipt.ts';
import { findRecordByNumber } from '../sales/sale-store.ts';
import { readSettings } from '../settings/stall-settings.ts';
import type { Till } from '../till.ts';
import { receiptBytes, testPageBytes } from './paper-job.ts';
import { queueReceiptJob, queueTestJob } from './print-job-store.ts';
import { type RealPrinter, send } from './transports.ts';

/** The printer that this till has. */
export function printerSettings(till: Till): PrinterSettings {
  return till.printer.settings();
}

/** Keeps the printer; what waits goes to it at once. @throws LapakError PRINTER_ADDRESS_INVALID */
export function configurePrinter(till: Till, settings: PrinterSettings): PrinterSettings {
  return till.printer.configure(settings);
}

/** The printer's state now, then each change of it. */
export function watchStatus(
  till: Till,
  signal?: AbortSignal,
): AsyncGenerator<PrinterStatus, void, void> {
  return till.printer.watchStatus(signal);
}

/** What the virtual printer drew: the newest strips, then each new one. */
export function watchPaper(
  till: Till,
  signal?: AbortSignal,
): AsyncGenerator<PaperStrip, void, void> {
  return till.printer.watchPaper(signal);
}

/**
 * Queues a copy marked SALINAN; `last` is the newest receipt. @throws LapakError RECEIPT_UNKNOWN
 */
export function reprint(till: Till, { number }: { readonly number: string }): { number: string } {
  const queued = write(till, (tx) => {
    const record = findRecordByNumber(tx, number);
    if (record === undefined) throw new LapakError('RECEIPT_UNKNOWN', { number });
    const receipt = readReceipt(tx, record);
    queueReceiptJob(tx, record, { copy: true, atMs: till.clock() });
    return { number: receipt.number };
  });
  till.printer.wake();
  return queued;
}

/** Queues a test page for the printer as it is set up. */
export function printTestPage(till: Till): { columns: Columns } {
  write(till, (tx) => queueTestJob(tx, till.clock()));
  till.printer.wake();
  return { columns: till.printer.settings().columns };
}

/**
 * Prints a copy of a receipt on a printer named here, past the queue, and waits for it.
 * @throws LapakError RECEIPT_UNKNOWN, PRINTER_ADDRESS_INVALID, PRINTER_UNREACHABLE
 */
export async function printReceiptTo(
  till: Till,
  order: PrinterSettings & { readonly number: string },
): Promise<{ number: string }> {
  const to = realPrinter(order.address);
  const { receipt, language } = read(till, (tx) => ({
    receipt: findReceiptByNumber(tx, order.number),
    language: readSettings(tx).language,
  }));
  if (!receipt) throw new LapakError('RECEIPT_UNKNOWN', { number: order.number });
  const how = { columns: order.columns, language, copy: true, nowMs: till.clock() };
  await send(receiptBytes(receipt, how), to);
  return { number: receipt.number };
}

/**
 * Prints a test page on a printer named here, past the queue, and waits for it.
 * @throws LapakError PRINTER_ADDRESS_INVALID, PRINTER_UNREACHABLE
 */
export async function printTestTo(till: Till, printer: PrinterSettings): Promise<void> {
  const to = realPrinter(printer.address);
  const settings = read(till, readSettings);
  await send(testPageBytes(printer, settings, till.clock()), to);
}

/** The virtual printer of a till is drawn on its own screen; nobody would see this paper. */
function realPrinter(address: string): RealPrinter {
  const to = parsePrinterAddress(address);
  if (to.kind === 'virtual') throw new LapakError('PRINTER_ADDRESS_INVALID', { address });
  return to;
}
