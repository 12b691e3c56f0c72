import { barcodeForms } from '../../../domain/catalog/barcode.ts';
import type { ShelfProduct } from '../../../domain/catalog/product.ts';
import { LapakError } from '../../../domain/errors.ts';
import type { Tx } from '../database/run.ts';
import { read } from '../database/write.ts';
import type { Book } from '../database/book.ts';
import { countByCategory, findByBarcode, findProductId } from './product-store.ts';
import { type SearchInput, searchPage } from './search-catalog.ts';
import { findProduct, withUnits } from './search-store.ts';

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
 * scan can be missing. @throws LapakError BARCODE_UNKNOWN
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
    if (!product || unit === undefined) throw new LapakError('BARCODE_UNKNOWN', { barcode });
    return { product, unit };
  });
}

/** The product of a code, as it is sold. */
export function findShelfProduct(tx: Tx, code: string): ShelfProduct | undefined {
  const productId = findProductId(tx, code);
  return productId === undefined ? undefined : readShelfProduct(tx, productId);
}

function readShelfProduct(tx: Tx, productId: number): ShelfProduct | undefined {
  const found = findProduct(tx, productId);
  return found && withUnits(tx, [found])[0];
}
