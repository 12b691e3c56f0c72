import type { AtDrawer } from '../../../domain/actor.ts';
import { LapakError } from '../../../domain/errors.ts';
import type { OrderLine, RingUp } from '../../../domain/sales/contract.ts';
import type { Receipt } from '../../../domain/sales/receipt.ts';
import type { SoldLine } from '../../../domain/sales/sale.ts';
import type { UtcMs } from '../../../domain/time.ts';
import { readShelfUnit } from '../catalog/product-store.ts';
import type { Book } from '../database/book.ts';
import type { Tx } from '../database/run.ts';
import { write } from '../database/write.ts';
import type { Device } from '../journal/device.ts';
import { queuePaper } from '../printing/print-job-store.ts';
import { readSettings } from '../settings/stall-settings.ts';
import { openShiftAt } from '../shifts/shifts-till.ts';
import { type AfterSale, afterSale, bookSale } from './book-sale.ts';
import { findReceiptByUuid } from './read-receipt.ts';

/** What ringing up needs of the till. */
export interface RingUpParts extends Book, AfterSale {
  readonly device: Device;
  readonly clock: () => UtcMs;
}

/**
 * Books a paid sale, all or nothing, on disk before it returns. The same order again returns the
 * first receipt.
 * @throws LapakError SHIFT_CLOSED, PRICE_CHANGED, ROUNDING_CHANGED, TENDER_SHORT, TOTAL_TOO_LARGE,
 *   STOCK_TOO_LARGE, PRODUCT_UNKNOWN, PRODUCT_ARCHIVED, SALE_ID_REUSED, CLOCK_WRONG
 */
export function ringUp(till: RingUpParts, at: AtDrawer, order: RingUp): Receipt {
  const booked = write(till, (tx) => {
    const first = findReceiptByUuid(tx, order.id);
    if (first) return { receipt: sameOrder(first, order), tip: null }; // resent: not a second sale
    const soldAtMs = till.clock();
    const sale = bookSale(tx, till.device, {
      id: order.id,
      kind: 'sale',
      cashier: at.actor.cashier,
      approver: at.actor.approver,
      shift: openShiftAt(tx, at.drawer).number,
      lines: order.lines.map((line) => readLine(tx, line)),
      tenders: order.tenders,
      cashRoundingRupiah: readSettings(tx).cashRoundingRupiah,
      shown: {
        prices: order.lines.map((line) => line.priceRupiah),
        totalRupiah: order.expectedTotalRupiah,
      },
      soldAtMs,
    });
    queuePaper(tx, sale.position, { copy: false, atMs: soldAtMs });
    return sale;
  });
  if (booked.tip) afterSale(till, booked);
  return booked.receipt;
}

function readLine(tx: Tx, { code, unit, quantityMilli }: OrderLine): SoldLine {
  const shelf = readShelfUnit(tx, code, unit);
  if (!shelf) throw new LapakError('PRODUCT_UNKNOWN', { code, unit });
  return { ...shelf, quantityMilli };
}

/** The first receipt of an order that came again. @throws LapakError SALE_ID_REUSED */
function sameOrder(first: Receipt, order: RingUp): Receipt {
  const [booked, again] = [first.lines, order.lines].map((lines) =>
    lines.map((line) => [
      line.code.normalize('NFC'),
      line.unit.normalize('NFC'),
      line.quantityMilli,
    ]),
  );
  const [paid, paidAgain] = [first.tenders, order.tenders].map((tenders) =>
    tenders.map((tender) => [tender.kind, tender.amountRupiah]),
  );
  const isSame =
    JSON.stringify(booked) === JSON.stringify(again) &&
    JSON.stringify(paid) === JSON.stringify(paidAgain);
  if (!isSame) throw new LapakError('SALE_ID_REUSED', { number: first.number });
  return first;
}
