import type { Done } from '../../../domain/catalog/contract.ts';
import { LapakError } from '../../../domain/errors.ts';
import type { UtcMs } from '../../../domain/time.ts';
import type { Book } from '../database/book.ts';
import type { Checkpointer } from '../database/checkpointer.ts';
import type { Tx } from '../database/run.ts';
import { read, write } from '../database/write.ts';
import { deleteSampleStock } from '../inventory/stock-store.ts';
import { readTip } from '../journal/append-record.ts';
import type { CatalogNews } from './catalog-news.ts';
import {
  archiveSampleProducts,
  countSample,
  deleteSampleProducts,
  ownProduct,
  setArchived,
} from './product-change-store.ts';
import { findProductId } from './product-store.ts';
import { type ProductChange, saveDraft } from './save-draft.ts';

/** What a change of the catalog uses of the till. */
export interface CatalogParts extends Book {
  readonly clock: () => UtcMs;
  readonly checkpointer: Pick<Checkpointer, 'wrote'>;
  readonly news: { readonly catalog: Pick<CatalogNews, 'catalogChanged'> };
}

/**
 * Adds a product or changes it whole.
 * @throws LapakError PRODUCT_REFUSED, PRODUCT_GONE, PRODUCT_CHANGED
 */
export function changeProduct(till: CatalogParts, product: ProductChange) {
  return change(till, (tx) => saveDraft(tx, product, till.clock()));
}

/** Takes a product off the shelf, or puts it back. @throws LapakError PRODUCT_GONE */
export function archiveProduct(
  till: CatalogParts,
  { code, isArchived }: { readonly code: string; readonly isArchived: boolean },
): Done {
  return change(till, (tx) => {
    const productId = findProductId(tx, code);
    if (productId === undefined) throw new LapakError('PRODUCT_GONE', { code });
    setArchived(tx, productId, isArchived);
    ownProduct(tx, productId);
    return {};
  });
}

/** How much of the sample stall is on the shelf, and whether it can still be deleted. */
export function readSample(book: Book): { products: number; canClear: boolean } {
  return read(book, (tx) => ({ products: countSample(tx), canClear: !hasSold(tx) }));
}

/**
 * Deletes what of the sample stall nobody has changed, its stock too.
 * @throws LapakError SAMPLE_SOLD once the stall has a sale of its own
 */
export function clearSample(till: CatalogParts): { products: number } {
  return change(till, (tx) => {
    if (hasSold(tx)) throw new LapakError('SAMPLE_SOLD', {});
    const products = countSample(tx);
    deleteSampleStock(tx);
    deleteSampleProducts(tx);
    return { products };
  });
}

/** Archives what of the sample stall nobody has changed. */
export function archiveSample(till: CatalogParts): { products: number } {
  return change(till, (tx) => {
    const products = countSample(tx);
    archiveSampleProducts(tx);
    return { products };
  });
}

function change<T>(till: CatalogParts, act: (tx: Tx) => T): T {
  const done = write(till, act);
  till.checkpointer.wrote();
  till.news.catalog.catalogChanged();
  return done;
}

/** Whether the stall has a sale or refund of its own in its journal. */
function hasSold(tx: Tx): boolean {
  return readTip(tx).counters.count > 0;
}
