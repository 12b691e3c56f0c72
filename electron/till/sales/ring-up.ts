import type { Actor } from '../../../domain/actor.ts';
import { LapakError } from '../../../domain/errors.ts';
import { rupiah } from '../../../domain/money.ts';
import type { OrderLine, RingUp } from '../../../domain/sales/contract.ts';
import type { Receipt } from '../../../domain/sales/receipt.ts';
import { readShelfUnit } from '../catalog/product-store.ts';
import type { Tx } from '../database/run.ts';
import { write } from '../database/write.ts';
import { readSettings } from '../settings/stall-settings.ts';
import type { Till } from '../till.ts';
import { afterSale, type BookedLine, bookSale } from './book-sale.ts';
import { findReceiptByUuid } from './sale-store.ts';

/**
 * Books a paid sale, all or nothing, on disk before it returns. The same order again returns the
 * first receipt.
 * @throws LapakError TENDER_SHORT, TOTAL_CHANGED, TOTAL_TOO_LARGE, PRODUCT_UNKNOWN, SALE_ID_REUSED
 */
export function ringUp(till: Till, actor: Actor, order: RingUp): Receipt {
  const { receipt, head } = write(till, (tx) => {
    const first = findReceiptByUuid(tx, order.id);
    if (first) return { receipt: sameOrder(first, order), head: null }; // resent, not a second sale
    const sale = bookSale(till, tx, {
      id: order.id,
      kind: 'sale',
      cashier: actor.cashier,
      lines: order.lines.map((line) => readLine(tx, line)),
      tenders: order.tenders,
      cashRoundingRupiah: readSettings(tx).cashRoundingRupiah,
      soldAtMs: till.clock(),
      print: true,
    });
    const { totalRupiah } = sale.receipt;
    if (totalRupiah !== order.expectedTotalRupiah) {
      throw new LapakError('TOTAL_CHANGED', { totalRupiah }); // rolls the sale back
    }
    return sale;
  });
  if (head) afterSale(till, head);
  return receipt;
}

function readLine(tx: Tx, { code, unit, quantityMilli }: OrderLine): BookedLine {
  const shelf = readShelfUnit(tx, code, unit);
  if (!shelf) throw new LapakError('PRODUCT_UNKNOWN', { code, unit });
  return { ...shelf, priceRupiah: rupiah(shelf.priceRupiah), quantityMilli };
}

/** The first receipt of an order that came again. @throws LapakError SALE_ID_REUSED */
function sameOrder(first: Receipt, order: RingUp): Receipt {
  const booked = first.lines.map((line) => [line.code, line.unit, line.quantityMilli]);
  const again = order.lines.map((line) => [line.code, line.unit, line.quantityMilli]);
  const paid = [first.tenders, order.tenders].map((tenders) =>
    tenders.map((tender) => [tender.kind, tender.amountRupiah]),
  );
  const isSame =
    JSON.stringify(booked) === JSON.stringify(again) &&
    JSON.stringify(paid[0]) === JSON.stringify(paid[1]);
  if (!isSame) throw new LapakError('SALE_ID_REUSED', {});
  return first;
}
