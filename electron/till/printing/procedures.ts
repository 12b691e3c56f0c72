import type { Actor } from '../../../domain/actor.ts';
import { LapakError } from '../../../domain/errors.ts';
import {
  hostAndPort,
  parsePrinterAddress,
  type PrinterAddress,
} from '../../../domain/printing/address.ts';
import type {
  Columns,
  PaperReaders,
  PaperStrip,
  PrinterSettings,
  PrinterStatus,
  PrintOutcome,
  QueuedJob,
} from '../../../domain/printing/printer.ts';
import { countOf } from '../../../domain/journal/trail.ts';
import type { Tx } from '../database/run.ts';
import { read, write } from '../database/write.ts';
import { readReceiptLink } from '../journal/sign-receipt.ts';
import { type ActOf, type JournalTill, writeAct } from '../journal/write-journal.ts';
import { hidesVouchers } from '../payments/vouchers.ts';
import { readReceipt, requirePaperRecord, requireReceiptRecord } from '../sales/read-receipt.ts';
import { readSettings } from '../settings/stall-settings.ts';
import { namesOf } from '../staff/names-of.ts';
import { deliver } from './deliver.ts';
import { isOrdinaryFile } from './device-channel.ts';
import { receiptBytes, testPageBytes } from './paper-job.ts';
import {
  countStopped,
  dropJobs,
  findJustAsked,
  findOutcome,
  queueAsked,
  releaseJobs,
} from './print-job-store.ts';
import { findPaperNumber, readQueue } from './print-queue-store.ts';
import type { PrinterQueue } from './printer-queue.ts';
import { queueAskedReceipt } from './queue-receipt.ts';
import { readExtras } from './receipt-extras.ts';
import { readPrinterSettings, writePrinterSettings } from './printer-settings.ts';
import { printerFailure } from './transport-failure.ts';

/** A printer outside this program. */
type OutsidePrinter = Exclude<PrinterAddress, { kind: 'virtual' }>;

/** What printing uses of the till. */
interface PrintingTill extends JournalTill {
  readonly printer: PrinterQueue;
}

/**
 * Keeps the printer and tries it; what is pending goes to it at once. @returns what came of it
 * @throws LapakError PRINTER_ADDRESS_INVALID, PRINTER_NOT_DEVICE, CLOCK_WRONG
 */
export async function configurePrinter(
  till: PrintingTill,
  actor: Actor,
  settings: PrinterSettings,
): Promise<PrinterStatus> {
  const address = parsePrinterAddress(settings.address);
  if (address.kind === 'file' && (await isOrdinaryFile(address.path))) {
    throw new LapakError('PRINTER_NOT_DEVICE', { path: address.path });
  }
  return till.printer.configure(settings, (kept) =>
    writeAct(till, actor, (tx, tell) => {
      const before = readPrinterSettings(tx);
      writePrinterSettings(tx, kept);
      const changes = [
        { field: 'address', from: before.address, to: kept.address },
        { field: 'columns', from: String(before.columns), to: String(kept.columns) },
      ].filter(({ from, to }) => from !== to);
      if (changes.length > 0) tell({ act: 'printer-change', changes });
    }),
  );
}

/** The printer's state now, then each change of it. */
export function watchStatus(
  till: PrintingTill,
  signal?: AbortSignal,
): AsyncGenerator<PrinterStatus, void, void> {
  return till.printer.watchStatus(signal);
}

/** What the virtual printer drew, then each new strip; a report for who may see it then. */
export async function* watchPaper(
  till: PrintingTill,
  mayNow: (readers: PaperReaders) => boolean,
  signal?: AbortSignal,
): AsyncGenerator<PaperStrip, void, void> {
  for await (const strip of till.printer.watchPaper(signal)) {
    if (mayNow(strip.readers)) yield strip;
  }
}

/**
 * Queues a copy marked SALINAN, or the first paper of a receipt that comes only when it is asked
 * for; `last` is the newest receipt, `last-training` that of training. One that was just asked for
 * is not queued twice. Who may not know the codes of its vouchers any more has a copy without them.
 * @throws LapakError RECEIPT_UNKNOWN, RECEIPT_NONE, CLOCK_WRONG
 */
export function reprint(
  till: PrintingTill,
  actor: Actor,
  { number }: { readonly number: string },
): { number: string; job: number; isCopy: boolean } {
  const atMs = till.clock();
  const queued = writeAct(till, actor, (tx, tell) => {
    const record = requirePaperRecord(tx, number);
    const receipt = readReceipt(tx, record);
    const isHidden = hidesVouchers(tx, { record, receipt }, actor, atMs);
    const isCopy = isHidden || receipt.source !== '';
    const isNew = findJustAsked(tx, record, atMs) === undefined;
    const asked = queueAskedReceipt(tx, record, { isCopy, atMs });
    if (isNew && asked.isCopy) tell({ act: 'reprint', subject: receipt.number });
    return { number: receipt.number, ...asked };
  });
  till.printer.wake();
  return queued;
}

/**
 * What the QR of a receipt says, or null; `last` is the newest.
 * @throws LapakError RECEIPT_UNKNOWN, RECEIPT_NONE
 */
export function readLinkByNumber(
  till: PrintingTill,
  { number }: { readonly number: string },
): { link: string | null } {
  return read(till, (tx) => {
    return { link: readReceiptLink(tx, till.device, requireReceiptRecord(tx, number)) };
  });
}

/** Queues a test page for the printer as it is set up, unless one was just asked for. */
export function printTestPage(till: PrintingTill): { columns: Columns; job: number } {
  const job = write(till, (tx) => queueAsked(tx, null, { atMs: till.clock() }));
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
 * it was printed meanwhile; CLOCK_WRONG
 */
export function dropFromQueue(
  till: PrintingTill,
  actor: Actor,
  { id }: JobChoice,
): { jobs: number } {
  const jobs = writeAct(till, actor, (tx, tell) => {
    const dropped = dropJobs(tx, id, till.clock());
    assertDecided(tx, { id, jobs: dropped, wanted: 'dropped' });
    if (dropped > 0) tell({ act: 'print-drop', ...ofJobs(tx, id, dropped) });
    return dropped;
  });
  till.printer.wake();
  return { jobs };
}

/**
 * Prints a job now, or all of them: what is held or not sure as well. @returns how many are or were
 * to be printed, and what came of trying the printer @throws LapakError PRINT_JOB_GONE when it was
 * dropped meanwhile; CLOCK_WRONG
 */
export async function releaseInQueue(
  till: PrintingTill,
  actor: Actor,
  { id }: JobChoice,
): Promise<{ jobs: number; printer: PrinterStatus }> {
  const jobs = writeAct(till, actor, (tx, tell) => {
    const stopped = countStopped(tx, id);
    const pending = releaseJobs(tx, id);
    assertDecided(tx, { id, jobs: pending, wanted: 'printed' });
    if (stopped > 0) tell({ act: 'print-release', ...ofJobs(tx, id, stopped) });
    return pending;
  });
  return { jobs, printer: jobs > 0 ? await till.printer.tryNow() : till.printer.status() };
}

interface JobChoice {
  readonly id: number | 'all';
}

interface Decision extends JobChoice {
  /** How many were decided on. */
  readonly jobs: number;
  /** The end that the act leads to: who asks twice finds it reached. */
  readonly wanted: 'dropped' | 'printed';
}

/** @throws LapakError PRINT_JOB_GONE */
function assertDecided(tx: Tx, { id, jobs, wanted }: Decision): void {
  if (id === 'all' || jobs > 0 || findOutcome(tx, id)?.state === wanted) return;
  throw new LapakError('PRINT_JOB_GONE', {});
}

/** What was decided on, as the journal has it: one paper by its number, more by how many. */
function ofJobs(tx: Tx, id: JobChoice['id'], jobs: number): Omit<ActOf, 'act'> {
  const subject = id === 'all' ? undefined : findPaperNumber(tx, id);
  return subject === undefined ? { changes: [countOf('jobs', jobs)] } : { subject };
}

/** Paper that went past the queue; `confirmed` when the printer was seen to have taken it. */
interface Sent {
  readonly confirmed: boolean;
}

/**
 * Prints a copy of a receipt on a printer named here, past the queue, and waits for it.
 * The journal says so before the first byte.
 * @throws LapakError RECEIPT_UNKNOWN, RECEIPT_NONE, PRINTER_ADDRESS_INVALID, PRINTER_NOT_DEVICE,
 * PRINTER_UNREACHABLE, PRINTER_NOT_READY, PRINTER_INTERRUPTED, CLOCK_WRONG
 */
export async function printReceiptTo(
  till: PrintingTill,
  actor: Actor,
  order: PrinterSettings & { readonly number: string },
): Promise<Sent & { readonly number: string }> {
  const to = realPrinter(order.address);
  const { number, bytes } = writeAct(till, actor, (tx, tell) => {
    const record = requirePaperRecord(tx, order.number);
    const receipt = readReceipt(tx, record);
    tell({ act: 'reprint', subject: receipt.number });
    const { columns } = order;
    const language = readSettings(tx).receiptLanguage;
    const link = readReceiptLink(tx, till.device, record);
    const extras = readExtras(tx, { link, vouchers: [] }, columns); // a copy is no voucher
    const how = { columns, language, extras, nameOf: namesOf(tx), copy: true };
    return { number: receipt.number, bytes: receiptBytes(receipt, { ...how, opensDrawer: false }) };
  });
  return { number, ...(await sendPast(bytes, to)) };
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
