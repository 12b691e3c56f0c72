import { barcodeForms } from '../../../domain/catalog/barcode.ts';
import type { ShelfProduct } from '../../../domain/catalog/product.ts';
import { LapakError } from '../../../domain/errors.ts';
import type { Tx } from '../database/run.ts';
import { read } from '../database/write.ts';
import type { Book } from '../database/book.ts';
import { findKnown } from './look-at-catalog.ts';
import { isArchived } from './product-change-store.ts';
import { countByCategory, findByBarcode, findProductId } from './product-store.ts';
import { type SearchInput, searchPage } from './search-catalog.ts';
import { findByCodes, findProduct, withUnits } from './search-store.ts';

/** One page of the products that contain every word of the text, best match first. */
export function searchCatalog(book: Book, input: SearchInput) {
  return read(book, (tx) => searchPage(tx, input));
}

/** Categories in use with their number of products, by name. */
export function listCategories(book: Book) {
  return read(book, countByCategory);
}

/**
 * The product and unit that a scanned barcode stands for, or a product code where no part of the
 * scan can be missing. @throws LapakError BARCODE_UNKNOWN, PRODUCT_ARCHIVED
 */
export function findBarcode(
  book: Book,
  { barcode, isWhole = true }: { readonly barcode: string; readonly isWhole?: boolean },
) {
  return read(book, (tx) => {
    const owner = barcodeForms(barcode)
      .map((form) => findByBarcode(tx, form))
      .find(Boolean);
    const productId = owner?.productId ?? (isWhole ? findProductId(tx, barcode) : undefined);
    const product = productId === undefined ? undefined : readShelfProduct(tx, productId);
    const unit = owner?.unit ?? product?.units[0]?.unit;
    if (!product || productId === undefined || unit === undefined) {
      throw new LapakError('BARCODE_UNKNOWN', { barcode });
    }
    if (isArchived(tx, productId)) {
      const { code, name } = product;
      throw new LapakError('PRODUCT_ARCHIVED', { code, name, unit });
    }
    return { product, unit };
  });
}

/** Products by their codes, as they are sold; without those that are archived or gone. */
export function listShelfProducts(tx: Tx, codes: readonly string[]): ShelfProduct[] {
  return withUnits(tx, findByCodes(tx, codes));
}

/** One product as it is now, on the shelf or archived. @throws LapakError PRODUCT_GONE */
export function readProduct(book: Book, { code }: { readonly code: string }) {
  const known = read(book, (tx) => findKnown(tx, code));
  if (!known) throw new LapakError('PRODUCT_GONE', { code });
  return { product: known.shelf, isArchived: known.isArchived };
}

function readShelfProduct(tx: Tx, productId: number): ShelfProduct | undefined {
  const found = findProduct(tx, productId);
  return found && withUnits(tx, [found])[0];
}
