import { LapakError } from '../../../domain/errors.ts';
import {
  hostAndPort,
  parsePrinterAddress,
  type PrinterAddress,
} from '../../../domain/printing/address.ts';
import type {
  Columns,
  PaperStrip,
  PrinterSettings,
  PrinterStatus,
  PrintOutcome,
  QueuedJob,
} from '../../../domain/printing/printer.ts';
import type { UtcMs } from '../../../domain/time.ts';
import type { Book } from '../database/book.ts';
import type { Tx } from '../database/run.ts';
import { read, write } from '../database/write.ts';
import { findReceiptByNumber, readReceipt } from '../sales/read-receipt.ts';
import { findRecordByNumber } from '../sales/sale-store.ts';
import { readSettings } from '../settings/stall-settings.ts';
import { deliver } from './deliver.ts';
import { isOrdinaryFile } from './device-channel.ts';
import { receiptBytes, testPageBytes } from './paper-job.ts';
import {
  dropJobs,
  findJustAsked,
  findOutcome,
  queueReceiptJob,
  queueTestJob,
  readQueue,
  releaseJobs,
} from './print-job-store.ts';
import type { PrinterQueue } from './printer-queue.ts';
import { printerFailure } from './transport-failure.ts';

/** A printer outside this program. */
type OutsidePrinter = Exclude<PrinterAddress, { kind: 'virtual' }>;

/** What printing uses of the till. */
interface PrintingTill extends Book {
  readonly clock: () => UtcMs;
  readonly printer: PrinterQueue;
}

/**
 * Keeps the printer and tries it; what is pending goes to it at once. @returns what came of it
 * @throws LapakError PRINTER_ADDRESS_INVALID, PRINTER_NOT_DEVICE
 */
export async function configurePrinter(
  till: PrintingTill,
  settings: PrinterSettings,
): Promise<PrinterStatus> {
  const address = parsePrinterAddress(settings.address);
  if (address.kind === 'file' && (await isOrdinaryFile(address.path))) {
    throw new LapakError('PRINTER_NOT_DEVICE', { path: address.path });
  }
  return till.printer.configure(settings);
}

/** The printer's state now, then each change of it. */
export function watchStatus(
  till: PrintingTill,
  signal?: AbortSignal,
): AsyncGenerator<PrinterStatus, void, void> {
  return till.printer.watchStatus(signal);
}

/** What the virtual printer drew: the newest strips, then each new one. */
export function watchPaper(
  till: PrintingTill,
  signal?: AbortSignal,
): AsyncGenerator<PaperStrip, void, void> {
  return till.printer.watchPaper(signal);
}

/** A key or button pressed twice or three times by a quick hand asks for one paper. */
const ASKED_ONCE_MS = 1_500;

/**
 * Queues a copy marked SALINAN; `last` is the newest receipt. One that was just asked for is not
 * queued twice. @throws LapakError RECEIPT_UNKNOWN
 */
export function reprint(
  till: PrintingTill,
  { number }: { readonly number: string },
): { number: string; job: number } {
  const atMs = till.clock();
  const queued = write(till, (tx) => {
    const record = findRecordByNumber(tx, number);
    if (record === undefined) throw new LapakError('RECEIPT_UNKNOWN', { number });
    const job =
      findJustAsked(tx, record, { atMs, withinMs: ASKED_ONCE_MS }) ??
      queueReceiptJob(tx, record, { copy: true, atMs });
    return { number: readReceipt(tx, record).number, job };
  });
  till.printer.wake();
  return queued;
}

/** Queues a test page for the printer as it is set up, unless one was just asked for. */
export function printTestPage(till: PrintingTill): { columns: Columns; job: number } {
  const atMs = till.clock();
  const job = write(
    till,
    (tx) => findJustAsked(tx, null, { atMs, withinMs: ASKED_ONCE_MS }) ?? queueTestJob(tx, atMs),
  );
  till.printer.wake();
  return { columns: till.printer.settings().columns, job };
}

/** How long a person who asked for paper waits to hear what became of it. */
const OUTCOME_MS = 5_000;

/**
 * Tries the printer now and follows a job to its end; `pending` when the printer is away, or has
 * not come to the job within 5 s. @throws LapakError PRINT_JOB_GONE of a job that never was
 */
export async function followJob(
  till: PrintingTill,
  { job }: { readonly job: number },
): Promise<PrintOutcome> {
  const now = () => {
    const outcome = read(till, (tx) => findOutcome(tx, job));
    if (!outcome) throw new LapakError('PRINT_JOB_GONE', {});
    return outcome;
  };
  if (now().state !== 'pending') return now();
  void till.printer.tryNow(); // what was said of the printer before is old
  for await (const { state, reason } of watchStatus(till, AbortSignal.timeout(OUTCOME_MS))) {
    const outcome = now();
    if (outcome.state !== 'pending') return outcome;
    if (state === 'waiting') return { state: 'pending', reason };
  }
  return now();
}

/** The queue, oldest first: paper that is to come or not sure to have come. */
export function listQueue(till: PrintingTill): QueuedJob[] {
  const { state, reason } = till.printer.status();
  const whyPending = state === 'waiting' ? reason : null;
  return read(till, readQueue).map((job) =>
    job.state === 'pending' ? { ...job, reason: whyPending } : job,
  );
}

/**
 * Takes a job, or all of them, out of the queue unprinted. @throws LapakError PRINT_JOB_GONE when
 * it was printed meanwhile
 */
export function dropFromQueue(till: PrintingTill, { id }: JobChoice): { jobs: number } {
  const jobs = decide(till, id, 'dropped', (tx) => dropJobs(tx, id, till.clock()));
  till.printer.wake();
  return { jobs };
}

/**
 * Prints a job now, or all of them: what is held or not sure as well. @returns how many are or were
 * to be printed, and what came of trying the printer @throws LapakError PRINT_JOB_GONE when it was
 * dropped meanwhile
 */
export async function releaseInQueue(
  till: PrintingTill,
  { id }: JobChoice,
): Promise<{ jobs: number; printer: PrinterStatus }> {
  const jobs = decide(till, id, 'printed', (tx) => releaseJobs(tx, id));
  return { jobs, printer: jobs > 0 ? await till.printer.tryNow() : till.printer.status() };
}

interface JobChoice {
  readonly id: number | 'all';
}

/** @param wanted the end that the act leads to: who asks twice finds it reached */
function decide(
  till: PrintingTill,
  id: JobChoice['id'],
  wanted: 'dropped' | 'printed',
  act: (tx: Tx) => number,
): number {
  return write(till, (tx) => {
    const jobs = act(tx);
    if (id !== 'all' && jobs === 0 && findOutcome(tx, id)?.state !== wanted) {
      throw new LapakError('PRINT_JOB_GONE', {});
    }
    return jobs;
  });
}

/** Paper that went past the queue; `confirmed` when the printer was seen to have taken it. */
interface Sent {
  readonly confirmed: boolean;
}

/**
 * Prints a copy of a receipt on a printer named here, past the queue, and waits for it.
 * @throws LapakError RECEIPT_UNKNOWN, PRINTER_ADDRESS_INVALID, PRINTER_NOT_DEVICE,
 * PRINTER_UNREACHABLE, PRINTER_NOT_READY, PRINTER_INTERRUPTED
 */
export async function printReceiptTo(
  till: PrintingTill,
  order: PrinterSettings & { readonly number: string },
): Promise<Sent & { readonly number: string }> {
  const to = realPrinter(order.address);
  const { receipt, language } = read(till, (tx) => ({
    receipt: findReceiptByNumber(tx, order.number),
    language: readSettings(tx).receiptLanguage,
  }));
  if (!receipt) throw new LapakError('RECEIPT_UNKNOWN', { number: order.number });
  const how = { columns: order.columns, language, copy: true, nowMs: till.clock() };
  return { number: receipt.number, ...(await sendPast(receiptBytes(receipt, how), to)) };
}

/**
 * Prints a test page on a printer named here, past the queue, and waits for it.
 * @throws LapakError PRINTER_ADDRESS_INVALID, PRINTER_NOT_DEVICE, PRINTER_UNREACHABLE,
 * PRINTER_NOT_READY, PRINTER_INTERRUPTED
 */
export async function printTestTo(till: PrintingTill, printer: PrinterSettings): Promise<Sent> {
  const to = realPrinter(printer.address);
  const settings = read(till, readSettings);
  return sendPast(testPageBytes(printer, settings, till.clock()), to);
}

async function sendPast(bytes: Buffer, to: OutsidePrinter): Promise<Sent> {
  const printer = to.kind === 'tcp' ? hostAndPort(to) : to.path;
  try {
    const delivery = await deliver(bytes, to);
    if (delivery === 'taken' || delivery === 'silent') return { confirmed: delivery === 'taken' };
    throw new LapakError('PRINTER_NOT_READY', { printer, reason: delivery });
  } catch (error) {
    throw printerFailure(error, printer);
  }
}

/** The virtual printer of a till is drawn on its own screen; nobody would see this paper. */
function realPrinter(address: string): OutsidePrinter {
  const to = parsePrinterAddress(address);
  if (to.kind === 'virtual') throw new LapakError('PRINTER_ADDRESS_INVALID', { address });
  return to;
}
