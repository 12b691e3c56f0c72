import { milli, type Milli } from '../../../domain/quantity.ts';
import { type ChainHead, saleDraft } from '../../../domain/journal/record.ts';
import type { Rupiah } from '../../../domain/money.ts';
import { mulDivRound } from '../../../domain/money.ts';
import type { Tender } from '../../../domain/payments/tender.ts';
import type { Receipt } from '../../../domain/sales/receipt.ts';
import { closeSale } from '../../../domain/sales/sale.ts';
import { businessDate, type UtcMs, zones } from '../../../domain/time.ts';
import type { Tx } from '../database/run.ts';
import { moveStock } from '../inventory/stock-store.ts';
import { appendRecord, readHead } from '../journal/append-record.ts';
import { queueReceiptJob } from '../printing/print-job-store.ts';
import { readSettings } from '../settings/stall-settings.ts';
import type { Till } from '../till.ts';
import { insertSale } from './sale-store.ts';

/** A line with its product read from the shelf or given by history. Negative in a refund. */
export interface BookedLine {
  readonly productId: number;
  readonly code: string;
  readonly name: string;
  readonly unit: string;
  /** Thousandths of the base unit in one unit. */
  readonly factorMilli: number;
  readonly quantityMilli: Milli;
  readonly priceRupiah: Rupiah;
}

export interface SaleOrder {
  readonly id: string;
  readonly kind: Receipt['kind'];
  /** Pseudonym of who sells; people's names never enter the book. */
  readonly cashier: string;
  readonly lines: readonly BookedLine[];
  readonly tenders: readonly Tender[];
  readonly cashRoundingRupiah: number;
  readonly soldAtMs: UtcMs;
  /** The document of another system, when its history is rung up. */
  readonly document?: string;
  readonly print: boolean;
}

export interface BookedSale {
  readonly receipt: Receipt;
  /** Where the journal stands after it. */
  readonly head: ChainHead;
}

/**
 * Books a sale or refund: sale, lines, tenders, stock, signed record, print job. The one way into
 * the book, for the screen and for history.
 * @throws LapakError TENDER_SHORT, TOTAL_TOO_LARGE
 */
export function bookSale(till: Till, tx: Tx, order: SaleOrder): BookedSale {
  const settings = readSettings(tx);
  const offsetMinutes = zones[settings.zone];
  const head = readHead(tx);
  const count = String(head.counters.count + 1).padStart(6, '0');
  const sale = {
    ...closeSale(order),
    id: order.id,
    number: `${till.device.prefix}-${count}`,
    kind: order.kind,
    soldAtMs: order.soldAtMs,
    offsetMinutes,
    businessDate: businessDate(order.soldAtMs, offsetMinutes, settings.cutOffHour),
    cashier: order.cashier,
    stall: settings.stall,
    tenders: [...order.tenders],
  };
  const next = appendRecord(tx, till.device, head, saleDraft(sale, order.document));
  const receipt: Receipt = { ...sale, epoch: next.epoch, seq: next.seq };
  const saleId = insertSale(tx, receipt);
  takeStock(tx, order, saleId);
  if (order.print) queueReceiptJob(tx, saleId, { copy: false, atMs: till.clock() });
  return { receipt, head: next };
}

/** What follows a commit, in this order: head file, paper, checkpoint when idle. */
export function afterSale(till: Till, head: ChainHead): void {
  try {
    till.head.keep(head);
  } catch (error) {
    till.log.error(error); // the sale stands; a head file that is behind is harmless
  }
  till.printer.wake();
  till.checkpointer.wrote();
}

function takeStock(tx: Tx, order: SaleOrder, saleId: number): void {
  for (const line of order.lines) {
    moveStock(tx, {
      productId: line.productId,
      quantityMilli: milli(-mulDivRound(line.quantityMilli, line.factorMilli, 1000)),
      reason: order.kind,
      saleId,
      document: null,
      atMs: order.soldAtMs,
    });
  }
}
