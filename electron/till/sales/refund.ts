import type { AtDrawer } from '../../../domain/actor.ts';
import type { Receipt } from '../../../domain/sales/receipt.ts';
import type { RefundOrder } from '../../../domain/sales/refund.ts';
import { settleRefund } from '../../../domain/sales/settle-refund.ts';
import { linesBack } from '../../../domain/sales/standing.ts';
import { bookBack, bookLines, paidParts, voucherOf } from './book-back.ts';
import { readStanding } from './read-standing.ts';
import type { RingUpParts } from './ring-up.ts';
import { readTerms } from './sold-lines.ts';

/**
 * Books what comes back of a sale: goods, money and paper in one transaction. The same order again
 * returns the first receipt.
 * @throws LapakError SHIFT_CLOSED, RECEIPT_UNKNOWN, RECEIPT_NONE, REFUND_SUM, REFUND_TENDER,
 *   TOTAL_TOO_LARGE, BOOK_FULL, STOCK_TOO_LARGE, SALE_ID_REUSED, CLOCK_WRONG, and as linesBack()
 */
export function refund(till: RingUpParts, at: AtDrawer, order: RefundOrder): Receipt {
  return bookBack(till, order, (tx) => {
    const standing = readStanding(tx, order.number);
    const lines = linesBack(standing, order.lines);
    const { cashRoundingRupiah: step } = readTerms(tx, till.clock());
    const { tenders, changesTender = false } = order;
    settleRefund(standing, lines, { tenders, changesTender, step });
    return bookLines(tx, till, at, {
      type: 'refund',
      id: order.id,
      sale: standing.sale,
      lines,
      tenders: paidParts(tenders).map(({ amountRupiah: amount, ...told }, position) => {
        return { amount, ...told, ...voucherOf(till, told.kind, { id: order.id, position }) };
      }),
      change: 0,
      reason: order.reason,
    });
  });
}
