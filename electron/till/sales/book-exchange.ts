import { randomUUID } from 'node:crypto';
import type { AtDrawer } from '../../../domain/actor.ts';
import { LapakError } from '../../../domain/errors.ts';
import type { Tender } from '../../../domain/payments/tender.ts';
import { linesBack, payOutFor } from '../../../domain/sales/standing.ts';
import type { Tx } from '../database/run.ts';
import { bookLines } from './book-back.ts';
import type { BookedSale } from './book-sale.ts';
import { exchangeApprover } from './give-leave.ts';
import { readStanding } from './read-standing.ts';
import type { RingUpParts } from './ring-up.ts';

/** Goods that come back for others, as the cart that pays with them says. */
interface Exchanging {
  /** Id of that cart. */
  readonly cart: string;
  readonly exchange: Extract<Tender, { readonly kind: 'exchange' }>;
  /** See exchangeApprover(). */
  readonly used: Set<string>;
}

/**
 * Books the refund of an exchange within the transaction of its sale: it pays out what the sale is
 * paid with, so that no money moves for it.
 * @throws LapakError as refund(), NOT_ALLOWED
 */
export function bookExchange(
  tx: Tx,
  till: RingUpParts,
  at: AtDrawer,
  { cart, exchange, used }: Exchanging,
): BookedSale {
  const standing = readStanding(tx, exchange.number);
  const lines = linesBack(standing, exchange.lines);
  const { kind, amountRupiah } = exchange;
  const dueRupiah = payOutFor(standing, lines);
  if (amountRupiah !== dueRupiah) {
    throw new LapakError('REFUND_SUM', { dueRupiah, cashRupiah: dueRupiah });
  }
  const approver = exchangeApprover(tx, at.actor, { cart, exchange, used }, till.clock());
  return bookLines(
    tx,
    till,
    { ...at, actor: { ...at.actor, approver } },
    {
      type: 'refund',
      id: randomUUID(),
      sale: standing.sale,
      lines,
      tenders: [{ kind, amount: amountRupiah }],
      change: 0,
      reason: exchange.reason,
    },
  );
}
