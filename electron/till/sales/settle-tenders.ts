import type { AtDrawer } from '../../../domain/actor.ts';
import { LapakError } from '../../../domain/errors.ts';
import type { BookedTender, Tender } from '../../../domain/payments/tender.ts';
import type { RingUp } from '../../../domain/sales/order.ts';
import type { Tx } from '../database/run.ts';
import { codeOf, hashOfCode, requireVoucher } from '../payments/vouchers.ts';
import type { BookedSale } from './book-sale.ts';
import { bookExchange } from './book-exchange.ts';
import type { RingUpParts } from './ring-up.ts';

/** The tenders of a sale as they are booked, and the refunds that were booked for them. */
interface Settled {
  readonly tenders: readonly BookedTender[];
  /** What came back in exchange, in the order in which it was booked. */
  readonly exchanged: readonly BookedSale[];
}

type Exchange = Extract<Tender, { readonly kind: 'exchange' }>;
type Credit = Extract<Tender, { readonly kind: 'credit' }>;

/**
 * Settles the tenders of a sale that stand on something in the book: goods that come back are
 * refunded in the same transaction, a voucher is used up and its rest given out anew.
 * @throws LapakError as refund(), VOUCHER_UNKNOWN, VOUCHER_USED, VOUCHER_TWICE, VOUCHER_AMOUNT,
 *   NOT_ALLOWED
 */
export function settleTenders(
  tx: Tx,
  till: RingUpParts,
  at: AtDrawer,
  { id, tenders }: Pick<RingUp, 'id' | 'tenders'>,
): Settled {
  const exchanged: BookedSale[] = [];
  const used = new Set<string>();
  const leaves = new Set<string>();
  const booked = tenders.map((tender, position): BookedTender => {
    switch (tender.kind) {
      case 'exchange': {
        const back = bookExchange(tx, till, at, { cart: id, exchange: tender, used: leaves });
        exchanged.push(back);
        return exchangeTender(tender, back);
      }
      case 'credit': {
        if (used.has(tender.code)) throw new LapakError('VOUCHER_TWICE', {});
        used.add(tender.code);
        return creditTender(tx, till, tender, { id, position });
      }
      default:
        return tender;
    }
  });
  return { tenders: booked, exchanged };
}

function exchangeTender({ kind, amountRupiah }: Exchange, { receipt }: BookedSale): BookedTender {
  return { kind, amountRupiah, reference: receipt.number };
}

function creditTender(
  tx: Tx,
  { device }: Pick<RingUpParts, 'device'>,
  { kind, amountRupiah, code }: Credit,
  place: { readonly id: string; readonly position: number },
): BookedTender {
  const voucher = requireVoucher(tx, code);
  const rest = voucher.amountRupiah - amountRupiah;
  if (rest < 0 || amountRupiah === 0) {
    throw new LapakError('VOUCHER_AMOUNT', { amountRupiah: voucher.amountRupiah });
  }
  const paid = { kind, amountRupiah, voucher: hashOfCode(code) };
  if (rest === 0) return paid;
  const given = hashOfCode(codeOf(device, place.id, place.position));
  return { ...paid, rest: { amount: rest, voucher: given } };
}
