import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { call } from '../contract-base.ts';
import { pickErrors } from '../errors.ts';
import { Columns, PaperStrip, PrinterSettings, PrinterStatus } from './printer.ts';

export const printingContract = {
  settings: call('printing.read').output(PrinterSettings),
  configure: call('printing.configure')
    .input(PrinterSettings)
    .errors(pickErrors('PRINTER_ADDRESS_INVALID'))
    .output(PrinterSettings),
  /** The state now, then each change of it. */
  watchStatus: call('printing.read').output(eventIterator(PrinterStatus)),
  /** What the virtual printer drew: the newest strips, oldest first, then each new one. */
  watchPaper: call('printing.read').output(eventIterator(PaperStrip)),
  /** Queues a copy marked SALINAN. `last` is the newest receipt. */
  reprint: call('printing.reprint')
    .input(z.strictObject({ number: z.string().trim().min(1).max(40) }))
    .errors(pickErrors('RECEIPT_UNKNOWN'))
    .output(z.strictObject({ number: z.string() })),
  /** Queues a test page: a ruler of the columns, letters, and the printer's settings. */
  printTest: call('printing.configure').output(z.strictObject({ columns: Columns })),
};
