import { ORPCError } from '@orpc/client';
import type { ShelfProduct } from '../../../domain/catalog/product.ts';
import type { Rupiah } from '../../../domain/money.ts';
import type { Milli } from '../../../domain/quantity.ts';
import { orderLines, type CartLines } from '../../../domain/sales/cart.ts';
import type { Receipt } from '../../../domain/sales/receipt.ts';
import { type Notices, useNotices } from '../../ui/Notice.tsx';
import { till } from '../till-client.ts';
import { type Latest, useLatest } from '../../ui/use-latest.ts';
import { type Say, useText } from '../../ui/use-text.ts';
import { warnBeep } from './beep.ts';
import { useCart, type CurrentCart } from './use-cart.ts';
import { useNextQuantity, type NextQuantity } from './use-next-quantity.ts';
import { type CurrentRingUp, useRingUp } from './use-ring-up.ts';
import { useScanQueue } from './use-scan-queue.ts';

/** Where a sale stands. `paid` stays until the next product, which starts the next sale. */
type SalePhase =
  | { readonly kind: 'cart' }
  | { readonly kind: 'paying'; readonly failure: string }
  | { readonly kind: 'paid'; readonly receipt: Receipt };

/** All that can be done at the register. */
export interface CurrentSale {
  readonly cart: CurrentCart;
  readonly nextQuantity: NextQuantity;
  readonly phase: SalePhase;
  readonly isSending: boolean;
  /** Adds the product in its base unit. */
  add(product: ShelfProduct): void;
  /** Adds what the barcode stands for; scans wait for one another and keep their order. */
  scan(code: string): void;
  /** Does it, or says why it cannot be done. */
  attempt(act: () => void): void;
  /** With what was scanned a moment ago in the cart. */
  openPayment(): void;
  closePayment(): void;
  pay(receivedRupiah: Rupiah): void;
  startNext(): void;
}

/** The sale at the register, from the first product to the change. */
export function useSale(cashRoundingRupiah: number): CurrentSale {
  const say = useText();
  const notices = useNotices();
  const cart = useCart(cashRoundingRupiah);
  const nextQuantity = useNextQuantity();
  const booking = useRingUp();
  const phase = useLatest<SalePhase>(() => ({ kind: 'cart' }));

  const warn = (error: unknown): void => {
    warnBeep();
    notices.warn(say.failure(error));
  };
  const attempt = (act: () => void): void => {
    try {
      act();
      notices.clear();
    } catch (error) {
      warn(error);
    }
  };
  const startNext = (): void => phase.set({ kind: 'cart' });
  const put = (product: ShelfProduct, unit: string, quantity: Milli): void =>
    attempt(() => {
      if (phase.now().kind === 'paid') startNext();
      cart.add(product, unit, quantity);
    });
  const queue = useScanQueue({ put, warn, whenIdle: booking.whenIdle });
  return {
    cart,
    nextQuantity,
    phase: phase.value,
    isSending: booking.isSending,
    add: (product) => {
      const unit = product.units[0]?.unit;
      if (unit !== undefined) put(product, unit, nextQuantity.take());
    },
    scan: (barcode) => queue.scan(barcode, nextQuantity.take()),
    attempt,
    openPayment: () => {
      void queue.whenDone().then(() => {
        if (phase.now().kind === 'cart' && cart.now().lines.length > 0) {
          phase.set({ kind: 'paying', failure: '' });
        }
      });
    },
    closePayment: () => {
      if (!booking.isBusy() && phase.now().kind === 'paying') phase.set({ kind: 'cart' });
    },
    pay: (receivedRupiah) => void pay({ cart, phase, booking, notices, say }, receivedRupiah),
    startNext,
  };
}

interface Payment {
  readonly cart: CurrentCart;
  readonly phase: Latest<SalePhase>;
  readonly booking: CurrentRingUp;
  readonly notices: Notices;
  readonly say: Say;
}

/** Books the cart as paid; whatever goes wrong, the cart stays and a sentence says what it was. */
async function pay(payment: Payment, receivedRupiah: Rupiah): Promise<void> {
  const { cart, phase, booking, notices, say } = payment;
  if (booking.isBusy() || phase.now().kind !== 'paying') return;
  const { id, lines } = cart.now();
  phase.set({ kind: 'paying', failure: '' });
  try {
    const receipt = await booking.ringUp({
      id,
      lines: orderLines(lines),
      tenders: [{ kind: 'cash', amountRupiah: receivedRupiah }],
      expectedTotalRupiah: cart.priced.totalRupiah,
    });
    cart.startNext();
    notices.clear();
    phase.set({ kind: 'paid', receipt });
  } catch (error) {
    if (!isShelfChange(error)) {
      return phase.set({ kind: 'paying', failure: say.failure(error) });
    }
    phase.set({ kind: 'cart' });
    notices.warn(say.failure(error));
    await refreshPrices(cart, lines);
  }
}

/** Whether the till refused because its shelf is not what the cart shows. */
function isShelfChange(error: unknown): boolean {
  return (
    error instanceof ORPCError &&
    (error.code === 'TOTAL_CHANGED' || error.code === 'PRODUCT_UNKNOWN')
  );
}

/** Gives each line the price that the till has now; a product that is gone keeps its old one. */
async function refreshPrices(cart: CurrentCart, lines: CartLines): Promise<void> {
  const codes = [...new Set(lines.map((line) => line.code))];
  for (const code of codes) {
    const found = await till.catalog.findBarcode({ barcode: code }).catch(() => undefined);
    if (found?.product.code === code) cart.refresh(found.product);
  }
}
