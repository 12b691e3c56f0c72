import type { Actor } from '../../../domain/actor.ts';
import { LapakError } from '../../../domain/errors.ts';
import { afterCorrection, type CorrectionReason } from '../../../domain/inventory/correction.ts';
import { formatQuantity, type Milli } from '../../../domain/quantity.ts';
import type { CatalogNews } from '../catalog/catalog-news.ts';
import { ownProduct } from '../catalog/product-change-store.ts';
import { findProductId } from '../catalog/product-store.ts';
import { type JournalTill, writeAct } from '../journal/write-journal.ts';
import { adjustStock, readOnHand } from './stock-store.ts';

/** What a correction uses of the till. */
export interface CorrectParts extends JournalTill {
  readonly news: { readonly catalog: Pick<CatalogNews, 'catalogChanged'> };
}

export interface Correction {
  readonly code: string;
  /** What the person saw as on hand. */
  readonly seenMilli: Milli;
  readonly reason: CorrectionReason;
  /** All that is there, what came in, or what left: as the reason says. */
  readonly quantityMilli: Milli;
  readonly note: string;
}

/**
 * Corrects the stock of a product.
 * @throws LapakError STOCK_CHANGED when it is not what the person saw, PRODUCT_GONE,
 *   STOCK_TOO_LARGE, CLOCK_WRONG; then nothing was written
 */
export function correctStock(
  till: CorrectParts,
  actor: Actor,
  { code, seenMilli, reason, quantityMilli, note }: Correction,
): { onHandMilli: Milli } {
  const onHandMilli = writeAct(till, actor, (tx, tell) => {
    const productId = findProductId(tx, code);
    if (productId === undefined) throw new LapakError('PRODUCT_GONE', { code });
    const thereMilli = readOnHand(tx, code);
    if (thereMilli !== seenMilli)
      throw new LapakError('STOCK_CHANGED', { onHandMilli: thereMilli });
    const after = afterCorrection(seenMilli, reason, quantityMilli);
    const { cashier } = actor;
    const change = { code, quantityMilli: after - seenMilli, reason, document: null };
    adjustStock(tx, { ...change, note, cashier, atMs: till.clock() });
    ownProduct(tx, productId);
    const [from, to] = [seenMilli, after].map(formatQuantity);
    const changes = [
      { field: 'stock', from: from ?? '', to: to ?? '' },
      { field: 'reason', from: '', to: reason },
    ];
    tell({ act: 'stock-correct', subject: code, note, changes });
    return after;
  });
  till.checkpointer.wrote();
  till.news.catalog.catalogChanged(); // a sample that was counted is none any more
  return { onHandMilli };
}
