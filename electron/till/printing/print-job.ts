import { LapakError } from '../../../domain/errors.ts';
import type {
  PaperReaders,
  PrinterSettings,
  PrintReason,
} from '../../../domain/printing/printer.ts';
import type { Receipt } from '../../../domain/sales/receipt.ts';
import type { UtcMs } from '../../../domain/time.ts';
import type { Book } from '../database/book.ts';
import type { Tx } from '../database/run.ts';
import { read, write } from '../database/write.ts';
import { findRecord } from '../journal/record-store.ts';
import { readSettings } from '../settings/stall-settings.ts';
import { readZReport } from '../shifts/read-report.ts';
import { namesOf } from '../staff/names-of.ts';
import { deliver, type DeliverOptions, type Delivery } from './deliver.ts';
import { opensDrawer, receiptBytes, reportBytes, testPageBytes } from './paper-job.ts';
import {
  holdJob,
  markPrinted,
  markTried,
  markUnconfirmed,
  type PrintJob,
  unmarkTried,
} from './print-job-store.ts';
import { type ReceiptCodes, readExtras } from './receipt-extras.ts';
import type { PlaceFor } from './set-up-printer.ts';
import { DeliveryFailure, errorCode, TransportFailure } from './transport-failure.ts';

/** How often what is perhaps printed is handed to a printer before a person decides. */
export const TRIES_MAX = 3;

/** How a try of a job ended. */
export type JobEnd = { readonly job: PrintJob } & (
  | { readonly state: 'printed' }
  | { readonly state: 'unconfirmed'; readonly reason: PrintReason }
  | { readonly state: 'held'; readonly reason: PrintReason; readonly cause: unknown }
  /** Not one byte reached the printer: it is as it was. */
  | { readonly state: 'pending'; readonly cause: unknown }
  /** A person took it out of the queue before its first byte. */
  | { readonly state: 'dropped' }
);

/** What a try works with. */
export interface JobTools {
  readonly book: Book;
  readonly clock: () => UtcMs;
  readonly readReceipt: (tx: Tx, record: number) => Receipt;
  /** What of it only the key of the till can make. */
  readonly readCodes: (
    tx: Tx,
    of: { readonly record: number; readonly receipt: Receipt },
  ) => ReceiptCodes;
  readonly settings: PrinterSettings;
  readonly placeFor: PlaceFor;
  readonly deliverOptions: DeliverOptions;
}

/**
 * Tries to print a job once. Before its first byte the book is told, so that whatever happens after
 * is known there: the next paper of it is a copy.
 * @returns what settleJob() is to tell the book
 * @throws what passes (the printer is away, the disk full) and a break that is tried again
 */
export async function printJob(job: PrintJob, tools: JobTools): Promise<JobEnd> {
  const { book } = tools;
  // Each of these tries ended with a crash or a kill, else it would have been held then.
  if (job.tries >= TRIES_MAX) return held(job, 'interrupted', `${job.tries} tries without an end`);
  let paper: Paper;
  try {
    paper = read(book, (tx) => paperOf(tx, job, tools));
  } catch (error) {
    if (!isOfJob(error)) throw error;
    return held(job, 'unreadable', error); // it does not hold up the others
  }
  let mark: 'none' | 'tried' | 'gone' = 'none';
  const beforeBytes = () => {
    mark = write(book, (tx) => markTried(tx, job.id)) ? 'tried' : 'gone';
    if (mark === 'gone') throw new TransportFailure('dropped');
  };
  const marked = () => mark; // the compiler does not see that beforeBytes() is called
  try {
    const options = { ...tools.deliverOptions, beforeBytes };
    const to = await tools.placeFor(paper.readers);
    const delivery = await deliver(paper.bytes, to, options);
    if (delivery === 'taken') return { job, state: 'printed' };
    return { job, state: 'unconfirmed', reason: delivery };
  } catch (error) {
    if (marked() === 'gone') return { job, state: 'dropped' };
    if (marked() === 'none' || !(error instanceof DeliveryFailure)) throw error;
    if (!error.isPerhapsPrinted) return { job, state: 'pending', cause: error };
    if (job.tries + 1 >= TRIES_MAX) return held(job, 'interrupted', error);
    throw error;
  }
}

/** Whether the printer is there, without paper. @throws DeliveryFailure */
export async function lookAt(placeFor: PlaceFor, options: DeliverOptions): Promise<Delivery> {
  return deliver(Buffer.alloc(0), await placeFor('printing.read'), options);
}

/** Tells the book how a try ended. */
export function settleJob(tx: Tx, end: JobEnd, atMs: UtcMs): void {
  switch (end.state) {
    case 'printed':
      return markPrinted(tx, end.job.id, atMs);
    case 'unconfirmed':
      return markUnconfirmed(tx, end.job.id, end.reason, atMs);
    case 'held':
      return holdJob(tx, end.job.id, end.reason);
    case 'pending':
      return unmarkTried(tx, end.job);
    case 'dropped':
      return;
  }
}

function held(job: PrintJob, reason: PrintReason, cause: unknown): JobEnd {
  return { job, state: 'held', reason, cause };
}

interface Paper {
  readonly bytes: Buffer;
  readonly readers: PaperReaders;
}

function paperOf(tx: Tx, { record, copy }: PrintJob, tools: JobTools): Paper {
  const settings = readSettings(tx);
  const nowMs = tools.clock();
  const readers = 'printing.read';
  if (record === null) return { bytes: testPageBytes(tools.settings, settings, nowMs), readers };
  const { columns } = tools.settings;
  const how = { columns, copy, nameOf: namesOf(tx) };
  if (findRecord(tx, record)?.type === 'z') {
    const bytes = reportBytes(readZReport(tx, record), { ...how, settings, nowMs });
    return { bytes, readers: 'shift.report' };
  }
  const receipt = tools.readReceipt(tx, record);
  const { receiptLanguage: language, receipt: chosen } = settings;
  const { link, vouchers } = tools.readCodes(tx, { record, receipt });
  // A copy is no voucher: only the first paper is.
  const extras = readExtras(tx, { link, vouchers: copy ? [] : vouchers }, columns);
  // Where paper is asked for, the drawer was opened with the sale.
  const opens = chosen.print === 'always' && !copy && opensDrawer(receipt, nowMs);
  return {
    bytes: receiptBytes(receipt, { ...how, language, extras, opensDrawer: opens }),
    readers,
  };
}

/** Whether it is the job that is wrong. What the system, SQLite or the book says passes. */
function isOfJob(error: unknown): boolean {
  return !(error instanceof LapakError) && !/^(E[A-Z0-9]+|SQLITE_\w+)$/.test(errorCode(error));
}
