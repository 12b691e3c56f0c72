import type { AtDrawer } from '../../../domain/actor.ts';
import { LapakError } from '../../../domain/errors.ts';
import type { Receipt } from '../../../domain/sales/receipt.ts';
import type { VoidOrder } from '../../../domain/sales/refund.ts';
import { allLeft, linesBack, type Standing, whyNoVoid } from '../../../domain/sales/standing.ts';
import { openShiftAt } from '../shifts/shifts-till.ts';
import { bookBack, bookLines, voucherOf } from './book-back.ts';
import { readStanding } from './read-standing.ts';
import type { RingUpParts } from './ring-up.ts';

/**
 * Takes a sale of the open shift back whole, by the means that it was paid by. The same order again
 * returns the first receipt.
 * @throws LapakError SHIFT_CLOSED, RECEIPT_UNKNOWN, RECEIPT_NONE, REFUND_OF_REFUND, VOID_REFUNDED,
 *   VOID_EXCHANGED, VOID_SHIFT_OVER, TOTAL_TOO_LARGE, BOOK_FULL, STOCK_TOO_LARGE,
 *   SALE_ID_REUSED, CLOCK_WRONG
 */
export function voidSale(till: RingUpParts, at: AtDrawer, order: VoidOrder): Receipt {
  return bookBack(till, order, (tx) => {
    const standing = readStanding(tx, order.number);
    requireVoidable(standing, openShiftAt(tx, at.drawer).number);
    const { cash = 0, ...others } = standing.sale.head.tenders;
    const went = Object.entries({ cash: Math.max(0, cash), ...others });
    return bookLines(tx, till, at, {
      type: 'void',
      id: order.id,
      sale: standing.sale,
      lines: linesBack(standing, allLeft(standing)),
      tenders: went
        .filter(([, amount]) => amount > 0)
        .map(([kind, amount], position) => {
          return { kind, amount, ...voucherOf(till, kind, { id: order.id, position }) };
        }),
      change: Math.max(0, -cash),
      reason: order.reason,
    });
  });
}

/** @throws LapakError REFUND_OF_REFUND, VOID_REFUNDED, VOID_EXCHANGED, VOID_SHIFT_OVER */
function requireVoidable(standing: Standing, openShift: number): void {
  const { number } = standing.sale.head;
  switch (whyNoVoid(standing, openShift)) {
    case null:
      return;
    case 'not-a-sale':
      throw new LapakError('REFUND_OF_REFUND', { number });
    case 'refunded':
      throw new LapakError('VOID_REFUNDED', { number });
    case 'exchanged':
      throw new LapakError('VOID_EXCHANGED', { number });
    case 'shift':
      throw new LapakError('VOID_SHIFT_OVER', { number });
  }
}
