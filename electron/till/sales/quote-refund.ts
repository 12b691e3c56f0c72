import type { AtDrawer } from '../../../domain/actor.ts';
import { rupiah } from '../../../domain/money.ts';
import type { RefundQuote, RefundWish } from '../../../domain/sales/refund.ts';
import { receiptOf } from '../../../domain/sales/record.ts';
import { payOutAsPaid } from '../../../domain/sales/settle-refund.ts';
import {
  cashBack,
  leftOfLines,
  leftToPayOut,
  linesBack,
  payOutFor,
  tendersLeft,
  whyNoVoid,
} from '../../../domain/sales/standing.ts';
import { read } from '../database/write.ts';
import { unverifiedOf } from '../payments/open-claim-store.ts';
import { findOpenShift } from '../shifts/shift-store.ts';
import { readStanding } from './read-standing.ts';
import type { RingUpParts } from './ring-up.ts';
import { readTerms } from './sold-lines.ts';

/**
 * A sale with what has come back of it, and what the lines of a wish come to.
 * @throws LapakError RECEIPT_UNKNOWN, RECEIPT_NONE, CLOCK_WRONG, and as linesBack()
 */
export function quoteRefund(
  till: RingUpParts,
  { drawer }: Pick<AtDrawer, 'drawer'>,
  { number, lines: returned }: RefundWish,
): RefundQuote {
  return read(till, (tx) => {
    const standing = readStanding(tx, number);
    const { sale, backs } = standing;
    const lines = returned.length > 0 ? linesBack(standing, returned) : [];
    const step = readTerms(tx, till.clock()).cashRoundingRupiah;
    const leftRupiah = leftToPayOut(standing);
    const dueRupiah = payOutFor(standing, lines);
    const { tenders, changesTender } = payOutAsPaid(standing, lines, step);
    return {
      receipt: receiptOf(sale),
      leftMilli: leftOfLines(standing),
      tenders: tendersLeft(standing),
      leftRupiah,
      dueRupiah,
      cashRupiah: cashBack(dueRupiah, leftRupiah, step),
      asPaid: { tenders: [...tenders], changesTender },
      unverifiedRupiah: rupiah(unverifiedOf(tx, standing.position)),
      backs: backs.map(({ head }) => {
        return { number: head.number, kind: head.type, totalRupiah: rupiah(head.total) };
      }),
      noVoid: whyNoVoid(standing, findOpenShift(tx, drawer)?.number),
    };
  });
}
