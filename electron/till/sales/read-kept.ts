import { payableLines, quickLine, shelfFacts } from '../../../domain/sales/cart.ts';
import { QUICK_CODE } from '../../../domain/catalog/quick.ts';
import { keptTerms } from '../../../domain/sales/register-events.ts';
import type { CartLine } from '../../../domain/sales/order.ts';
import { hasContent, type OpenedCart } from '../../../domain/sales/kept-cart.ts';
import type { Receipt } from '../../../domain/sales/receipt.ts';
import { HOUR_MS, type UtcMs } from '../../../domain/time.ts';
import { listShelfProducts } from '../catalog/procedures.ts';
import type { Tx } from '../database/run.ts';
import type { StoredCart } from './cart-store.ts';
import { findReceiptByUuid } from './read-receipt.ts';

/** The change of a sale is still to be given, and training goes on, for so long after it. */
export const CHANGE_MS_MAX = 12 * HOUR_MS;

/** A cart as it can be shown now. */
export interface FoundCart
  extends Pick<
    OpenedCart,
    'lines' | 'scans' | 'gone' | 'paid' | 'discount' | 'note' | 'name' | 'isTraining' | 'tenders'
  > {
  /** Whether it has become the sale `paid`. */
  readonly isPaid: boolean;
}

/** What is still to be done about a kept cart. */
export interface Unfinished {
  /** The sale whose change is still to be given. */
  readonly paid: Receipt | null;
  /** Whether it has become a sale itself. */
  readonly isPaid: boolean;
  /** Whether there is something in it that is not paid. */
  readonly hasContent: boolean;
}

/** A kept cart with the names and prices of now; of one that was paid only what came behind it. */
export function readKept(tx: Tx, kept: StoredCart, nowMs: UtcMs): FoundCart {
  const { scans } = kept;
  const { paid, isPaid } = findPaid(tx, kept, nowMs);
  if (isPaid) return { lines: [], scans, gone: [], ...kindOf(kept), paid, isPaid };
  const codes = kept.lines.map((line) => line.code);
  const shelf = new Map(listShelfProducts(tx, codes).map((product) => [product.code, product]));
  const lines: CartLine[] = [];
  const gone: string[] = [];
  for (const line of kept.lines) {
    const { code, name, unit, agreedRupiah } = line;
    if (code === QUICK_CODE && agreedRupiah !== undefined) {
      lines.push(quickLine({ ...line, agreedRupiah }));
      continue;
    }
    const product = shelf.get(code);
    const sold = product?.units.find((one) => one.unit === unit);
    if (!product || !sold) gone.push(name);
    else {
      const { priceRupiah } = sold;
      lines.push({ ...line, name: product.name, priceRupiah, ...shelfFacts(product) });
    }
  }
  const payable = payableLines(lines); // at the prices of now
  gone.push(...lines.filter((line) => !payable.includes(line)).map(({ name }) => name));
  return { lines: [...payable], ...keptTerms(kept), scans, gone, paid, isPaid };
}

/** Whether it is of training, as a cart that follows it is too. */
export function kindOf({
  isTraining,
}: Pick<StoredCart, 'isTraining'>): Pick<FoundCart, 'isTraining'> {
  return isTraining ? { isTraining } : {};
}

/** What a kept cart is still needed for. */
export function findUnfinished(tx: Tx, kept: StoredCart, nowMs: UtcMs): Unfinished {
  const { paid, isPaid } = findPaid(tx, kept, nowMs);
  const { scans } = kept;
  return { paid, isPaid, hasContent: hasContent(isPaid ? { lines: [], scans } : kept) };
}

/** The sale that a cart has become, or else the one before it, as long as its change is due. */
function findPaid(
  tx: Tx,
  { id, after }: StoredCart,
  nowMs: UtcMs,
): Pick<FoundCart, 'paid' | 'isPaid'> {
  const booked = findReceiptByUuid(tx, id);
  const sale = booked ?? (after === null ? undefined : findReceiptByUuid(tx, after));
  const isDue = sale !== undefined && Math.abs(nowMs - sale.soldAtMs) <= CHANGE_MS_MAX;
  return { paid: isDue ? sale : null, isPaid: booked !== undefined };
}
