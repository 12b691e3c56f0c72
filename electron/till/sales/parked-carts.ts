import { pricingLines } from '../../../domain/sales/cart.ts';
import {
  hasContent,
  PARKED_PRODUCTS_MAX,
  type ParkedCart,
} from '../../../domain/sales/kept-cart.ts';
import { type Rupiah, sumRupiah } from '../../../domain/money.ts';
import type { Tender } from '../../../domain/payments/tender.ts';
import { priceCart } from '../../../domain/sales/pricing.ts';
import type { Terms } from '../../../domain/sales/terms.ts';
import type { UtcMs } from '../../../domain/time.ts';
import type { Log } from '../../../node/log.ts';
import type { Book } from '../database/book.ts';
import type { Tx } from '../database/run.ts';
import { read } from '../database/write.ts';
import type { TillNews } from '../news.ts';
import type { CartHolders } from './cart-holders.ts';
import { listCarts, type StoredCart } from './cart-store.ts';
import { readKept } from './read-kept.ts';
import { readTerms } from './sold-lines.ts';

/** What telling of parked carts needs of the till. */
export interface ParkedParts extends Book {
  readonly clock: () => UtcMs;
  readonly carts: CartHolders;
  readonly news: Pick<TillNews, 'parked'>;
  readonly log: Pick<Log, 'error'>;
}

/**
 * The carts that no page has and in which something is left to pay, the newest first.
 * @throws LapakError CLOCK_WRONG
 */
export function listParked({ carts, clock, ...book }: ParkedParts): ParkedCart[] {
  const nowMs = clock();
  return read(book, (tx) => {
    const free = listCarts(tx).filter(({ id }) => !carts.isHeld(id));
    if (free.length === 0) return [];
    const terms = readTerms(tx, nowMs);
    return free.flatMap((kept) => parkedCart(tx, kept, { terms, nowMs }) ?? []);
  });
}

function parkedCart(
  tx: Tx,
  kept: StoredCart,
  { terms, nowMs }: { readonly terms: Terms; readonly nowMs: UtcMs },
): ParkedCart | undefined {
  const { lines, scans, isPaid, discount, name = '', tenders = [] } = readKept(tx, kept, nowMs);
  const isTraining = kept.isTraining === true;
  if (isPaid || !hasContent({ ...kept, scans })) return undefined;
  const { businessDate } = terms;
  const { totalRupiah } = priceCart({ lines: pricingLines(lines, terms), discount, businessDate });
  const { id, keptAtMs } = kept;
  const counts = { lines: kept.lines.length, scans: scans.length };
  const products = lines.slice(0, PARKED_PRODUCTS_MAX).map((line) => line.name);
  const isExchange = ({ kind }: Tender): boolean => kind === 'exchange';
  const sums = {
    totalRupiah,
    exchangeRupiah: sumOfTenders(tenders.filter(isExchange)),
    takenRupiah: sumOfTenders(tenders.filter((tender) => !isExchange(tender))),
  };
  return { id, name, isTraining, ...counts, products, ...sums, keptAtMs };
}

function sumOfTenders(tenders: readonly Tender[]): Rupiah {
  return sumRupiah(tenders.map(({ amountRupiah }) => amountRupiah));
}

/** The parked carts now, then after each change. @throws LapakError CLOCK_WRONG */
export function watchParked(till: ParkedParts, signal?: AbortSignal) {
  return till.news.parked.watch(() => [listParked(till)], signal);
}

/** Tells every page which carts are parked. What was done before stands, whatever fails here. */
export function publishParked(till: ParkedParts): void {
  if (!till.news.parked.isWatched()) return;
  try {
    till.news.parked.publish(listParked(till));
  } catch (error) {
    till.log.error(error);
  }
}

/** A page is gone: its cart is anybody's. */
export function leaveCarts(till: ParkedParts, page: object): void {
  till.carts.leave(page);
  publishParked(till);
}
