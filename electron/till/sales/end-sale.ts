import { openDrawer } from '../printing/open-drawer.ts';
import { isInCash } from '../printing/paper-job.ts';
import type { PrinterQueue } from '../printing/printer-queue.ts';
import { type AfterSale, afterSale, type BookedSale } from './book-sale.ts';

/** A sale, refund or void that was booked, and whether its paper is queued. */
interface Ended extends BookedSale {
  readonly isPrinted: boolean;
}

/** Does what follows the commit of an act at the counter; where cash moves, opens the drawer. */
export function endSale(
  till: AfterSale & { readonly printer: Pick<PrinterQueue, 'wake' | 'printOnce'> },
  booked: Ended,
): void {
  afterSale(till, booked);
  // With paper it is opened by the paper's own bytes.
  if (!booked.isPrinted && isInCash(booked.receipt)) void openDrawer(till);
}
