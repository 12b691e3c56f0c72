import type { Actor } from '../../../domain/actor.ts';
import type { Done } from '../../../domain/catalog/contract.ts';
import { shelfChanges } from '../../../domain/catalog/shelf-changes.ts';
import { countOf } from '../../../domain/journal/trail.ts';
import { LapakError } from '../../../domain/errors.ts';
import type { Book } from '../database/book.ts';
import type { Tx } from '../database/run.ts';
import { read } from '../database/write.ts';
import { deleteSampleStock } from '../inventory/stock-store.ts';
import { readTip } from '../journal/append-record.ts';
import { type JournalTill, type Tell, writeAct } from '../journal/write-journal.ts';
import type { CatalogNews } from './catalog-news.ts';
import {
  archiveSampleProducts,
  countSample,
  deleteSampleProducts,
  ownProduct,
  setArchived,
} from './product-change-store.ts';
import { findKnown } from './look-at-catalog.ts';
import { type ProductChange, saveDraft } from './save-draft.ts';

/** What a change of the catalog uses of the till. */
export interface CatalogParts extends JournalTill {
  readonly news: { readonly catalog: Pick<CatalogNews, 'catalogChanged'> };
}

/**
 * Adds a product or changes it whole.
 * @throws LapakError PRODUCT_REFUSED, PRODUCT_GONE, PRODUCT_CHANGED, CLOCK_WRONG
 */
export function changeProduct(till: CatalogParts, actor: Actor, product: ProductChange) {
  return change(till, actor, (tx, tell) => {
    const before = findKnown(tx, product.draft.code)?.shelf;
    const saved = saveDraft(tx, product, till.clock());
    const changes = shelfChanges(before, saved.product);
    if (changes.length > 0) tell({ act: 'product-save', subject: saved.product.code, changes });
    return saved;
  });
}

/** Takes a product off the shelf, or puts it back. @throws LapakError PRODUCT_GONE, CLOCK_WRONG */
export function archiveProduct(
  till: CatalogParts,
  actor: Actor,
  { code, isArchived }: { readonly code: string; readonly isArchived: boolean },
): Done {
  return change(till, actor, (tx, tell) => {
    const known = findKnown(tx, code);
    if (!known) throw new LapakError('PRODUCT_GONE', { code });
    setArchived(tx, known.productId, isArchived);
    ownProduct(tx, known.productId);
    const act = isArchived ? 'product-archive' : 'product-restore';
    const { code: subject, name: note } = known.shelf;
    if (known.isArchived !== isArchived) tell({ act, subject, note });
    return {};
  });
}

/** How much of the sample stall is on the shelf, and whether it can still be deleted. */
export function readSample(book: Book): { products: number; canClear: boolean } {
  return read(book, (tx) => ({ products: countSample(tx), canClear: !hasSold(tx) }));
}

/**
 * Deletes what of the sample stall nobody has changed, its stock too.
 * @throws LapakError SAMPLE_SOLD once the stall has a sale of its own, CLOCK_WRONG
 */
export function clearSample(till: CatalogParts, actor: Actor): { products: number } {
  return change(till, actor, (tx, tell) => {
    if (hasSold(tx)) throw new LapakError('SAMPLE_SOLD', {});
    const products = countSample(tx);
    deleteSampleStock(tx);
    deleteSampleProducts(tx);
    if (products > 0) tell({ act: 'samples-clear', changes: [countOf('products', products)] });
    return { products };
  });
}

/** Archives what of the sample stall nobody has changed. @throws LapakError CLOCK_WRONG */
export function archiveSample(till: CatalogParts, actor: Actor): { products: number } {
  return change(till, actor, (tx, tell) => {
    const products = countSample(tx);
    archiveSampleProducts(tx);
    if (products > 0) tell({ act: 'samples-archive', changes: [countOf('products', products)] });
    return { products };
  });
}

function change<T>(till: CatalogParts, actor: Actor, act: (tx: Tx, tell: Tell) => T): T {
  const done = writeAct(till, actor, act);
  till.checkpointer.wrote();
  till.news.catalog.catalogChanged();
  return done;
}

/** Whether the stall has a sale or refund of its own in its journal. */
function hasSold(tx: Tx): boolean {
  return readTip(tx).counters.count > 0;
}
