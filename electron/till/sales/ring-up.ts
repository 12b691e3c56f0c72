import type { AtDrawer } from '../../../domain/actor.ts';
import { LapakError } from '../../../domain/errors.ts';
import { isOfMoney } from '../../../domain/payments/tender.ts';
import type { RingUp } from '../../../domain/sales/order.ts';
import type { Receipt } from '../../../domain/sales/receipt.ts';
import type { UtcMs } from '../../../domain/time.ts';
import type { Book } from '../database/book.ts';
import { write } from '../database/write.ts';
import type { Device } from '../journal/device.ts';
import type { PrinterQueue } from '../printing/printer-queue.ts';
import { queueReceipt } from '../printing/queue-receipt.ts';
import { openShiftAt } from '../shifts/shifts-till.ts';
import { type AfterSale, bookSale } from './book-sale.ts';
import { endSale } from './end-sale.ts';
import { requireLeave } from './give-leave.ts';
import { forgetLeaves } from './leave-store.ts';
import { findReceiptByUuid } from './read-receipt.ts';
import { settleTenders } from './settle-tenders.ts';
import { readSoldLines, readTerms } from './sold-lines.ts';

/** What ringing up needs of the till. */
export interface RingUpParts extends Book, AfterSale {
  readonly device: Device;
  readonly clock: () => UtcMs;
  readonly printer: Pick<PrinterQueue, 'wake' | 'printOnce'>;
}

/**
 * Books a paid sale, or one that is practised, all or nothing, on disk before it returns. The same
 * order again returns the first receipt. Training needs no shift, and opens no drawer.
 * @throws LapakError SHIFT_CLOSED, PRICE_CHANGED, TERMS_CHANGED, TENDER_SHORT, TENDER_OVER,
 *   QRIS_AMOUNT, TOTAL_TOO_LARGE, NOT_ALLOWED, BELOW_FLOOR, CASH_BACK_LEAVE, STOCK_TOO_LARGE,
 *   BOOK_FULL, PRODUCT_UNKNOWN, PRODUCT_ARCHIVED, SALE_ID_REUSED, CLOCK_WRONG; and as
 *   settleTenders()
 */
export function ringUp(
  till: RingUpParts,
  { kind = 'sale', ...at }: AtDrawer & { readonly kind?: 'sale' | 'training' },
  order: RingUp,
): Receipt {
  const booked = write(till, (tx) => {
    const first = findReceiptByUuid(tx, order.id);
    // Resent: not a second sale.
    if (first) return { receipt: sameOrder(first, kind, order), tip: null };
    const soldAtMs = till.clock();
    const terms = readTerms(tx, soldAtMs);
    const { id, discount, note } = order;
    const place = kind === 'sale' ? { shift: openShiftAt(tx, at.drawer).number } : {};
    const lines = readSoldLines(tx, order.lines, terms);
    if (kind === 'training' && !order.tenders.every((one) => isOfMoney(one.kind))) {
      throw new LapakError('TRAINING_TENDER', {});
    }
    const { tenders, exchanged } = settleTenders(tx, till, at, order);
    const sale = bookSale(tx, till.device, {
      id,
      kind,
      cashier: at.actor.cashier,
      approver: at.actor.approver,
      ...place,
      lines,
      discount,
      note,
      tenders,
      givesCashBack: order.givesCashBack,
      terms,
      allow: (closed) => requireLeave(tx, at.actor, order, closed, soldAtMs),
      shown: {
        prices: order.lines.map((line) => line.priceRupiah),
        totalRupiah: order.expectedTotalRupiah,
      },
      soldAtMs,
    });
    forgetLeaves(tx, id);
    for (const back of exchanged) queueReceipt(tx, back.position, soldAtMs);
    const clockFromMs = exchanged[0]?.clockFromMs ?? sale.clockFromMs;
    return { ...sale, clockFromMs, isPrinted: queueReceipt(tx, sale.position, soldAtMs) };
  });
  if (booked.tip) endSale(till, booked);
  return booked.receipt;
}

/** The first receipt of an order that came again. @throws LapakError SALE_ID_REUSED */
function sameOrder(first: Receipt, kind: Receipt['kind'], order: RingUp): Receipt {
  const booked = first.lines.map((line) => {
    return [line.code, line.name, line.unit, line.quantityMilli, line.priceRupiah];
  });
  const again = order.lines.map(({ code, unit, quantityMilli, agreedRupiah, name }, at) => {
    const before = first.lines[at];
    return [
      code.normalize('NFC'),
      name?.normalize('NFC') ?? before?.name, // the shelf's, whatever it is called by now
      unit.normalize('NFC'),
      quantityMilli,
      agreedRupiah ?? before?.shelfRupiah ?? before?.priceRupiah,
    ];
  });
  const [paid, paidAgain] = [first.tenders, order.tenders].map((tenders) =>
    tenders.map((tender) => [tender.kind, tender.amountRupiah]),
  );
  const isSame =
    first.kind === kind &&
    first.totalRupiah === order.expectedTotalRupiah &&
    JSON.stringify(booked) === JSON.stringify(again) &&
    JSON.stringify(paid) === JSON.stringify(paidAgain);
  if (!isSame) throw new LapakError('SALE_ID_REUSED', { number: first.number });
  return first;
}
