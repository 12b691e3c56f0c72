import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { call } from '../contract-base.ts';
import { pickErrors } from '../errors.ts';
import {
  Columns,
  PaperStrip,
  PrinterSettings,
  PrinterStatus,
  PrintOutcome,
  QueuedJob,
} from './printer.ts';

/** Most jobs that a look at the queue shows; the status counts them all. */
export const QUEUE_SHOWN_MAX = 100;

/** One job of the queue, or every one of them. */
const JobChoice = z.strictObject({ id: z.union([z.int(), z.literal('all')]) });

/** A receipt by its number, or the newest with `last`. */
const OfReceipt = z.strictObject({ number: z.string().trim().min(1).max(40) });

export const printingContract = {
  /**
   * Keeps the printer, its address in full, and tries it at once: the answer says what came of it.
   */
  configure: call('printing.configure')
    .input(PrinterSettings)
    .errors(pickErrors('PRINTER_ADDRESS_INVALID', 'PRINTER_NOT_DEVICE'))
    .output(PrinterStatus),
  /** The state now, then each change of it. */
  watchStatus: call('printing.read').output(eventIterator(PrinterStatus)),
  /** What the virtual printer drew: the newest strips, oldest first, then each new one. */
  watchPaper: call('printing.read').output(eventIterator(PaperStrip)),
  /** Paper that is to come or not sure to have come, oldest first. */
  queue: call('printing.read').output(z.array(QueuedJob).max(QUEUE_SHOWN_MAX)),
  /**
   * Takes a job out of the queue unprinted; its receipt can be reprinted at any time. Asked again
   * it finds nothing to do; PRINT_JOB_GONE is a job that was printed meanwhile.
   */
  drop: call('printing.decide')
    .input(JobChoice)
    .errors(pickErrors('PRINT_JOB_GONE'))
    .output(z.strictObject({ jobs: z.int() })),
  /**
   * Prints now what is pending, and after all what is held or not sure: the printer is tried at
   * once, and the answer says how it is then. Asked again it finds nothing to do; PRINT_JOB_GONE
   * is a job that was dropped meanwhile.
   */
  release: call('printing.decide')
    .input(JobChoice)
    .errors(pickErrors('PRINT_JOB_GONE'))
    .output(z.strictObject({ jobs: z.int(), printer: PrinterStatus })),
  /**
   * Queues a copy marked SALINAN, or the first paper of a receipt that comes only when it is asked
   * for. `last` is the newest receipt, `last-training` that of training. Asked again at once, or
   * while that paper has not been tried, it is the same.
   */
  reprint: call('sale.reprint')
    .input(OfReceipt)
    .errors(pickErrors('RECEIPT_UNKNOWN', 'RECEIPT_NONE'))
    .output(z.strictObject({ number: z.string(), job: z.int(), isCopy: z.boolean() })),
  /** Whether what reprint would queue now is a copy: its first paper has been asked for. */
  nextPaper: call('printing.read')
    .input(OfReceipt)
    .errors(pickErrors('RECEIPT_UNKNOWN', 'RECEIPT_NONE'))
    .output(z.strictObject({ isCopy: z.boolean() })),
  /** What the QR of a receipt says; null of one that was taken over from another system. */
  receiptLink: call('printing.read')
    .input(OfReceipt)
    .errors(pickErrors('RECEIPT_UNKNOWN', 'RECEIPT_NONE'))
    .output(z.strictObject({ link: z.string().nullable() })),
  /** Queues a test page: ruler, letters, the printer's settings. Asked again as reprint is. */
  printTest: call('printing.configure').output(z.strictObject({ columns: Columns, job: z.int() })),
  /** Tries the printer, and answers what became of a job, or within 5 s that it is to come. */
  outcome: call('printing.read')
    .input(z.strictObject({ job: z.int() }))
    .errors(pickErrors('PRINT_JOB_GONE'))
    .output(PrintOutcome),
};
