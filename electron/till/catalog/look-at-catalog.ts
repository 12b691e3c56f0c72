import type { CatalogLook, KnownProduct } from '../../../domain/catalog/plan-product.ts';
import type { Tx } from '../database/run.ts';
import { isArchived } from './product-change-store.ts';
import { findByBarcode, findProductId } from './product-store.ts';
import { findExact, findProduct, withUnits } from './search-store.ts';

/** The catalog of this till, for a file to be compared with. */
export function lookAtCatalog(tx: Tx): CatalogLook {
  return {
    ofCode: (code) => findKnown(tx, code),
    ofBarcode: (form) => findByBarcode(tx, form),
    codesLike: (code) => {
      const shelves = [0, 1] as const;
      const on = (archived: 0 | 1) => {
        return findExact(tx, { code, barcodes: [], category: '', isArchived: archived });
      };
      return shelves.flatMap(on).map((product) => product.code);
    },
  };
}

/** The product of a code, as it is in the catalog. */
export function findKnown(tx: Tx, code: string): KnownProduct | undefined {
  const productId = findProductId(tx, code);
  const found = productId === undefined ? undefined : findProduct(tx, productId);
  const [shelf] = found ? withUnits(tx, [found]) : [];
  if (productId === undefined || !shelf) return undefined;
  return { productId, shelf, isArchived: isArchived(tx, productId) };
}
