import { isDeepStrictEqual } from 'node:util';
import { type SeenProduct, seenProduct } from '../../../domain/catalog/contract.ts';
import type { DraftNote } from '../../../domain/catalog/draft-fault.ts';
import {
  badBarcodesOf,
  faultsOf,
  type ProductDraft,
  rowsOfDraft,
} from '../../../domain/catalog/product-draft.ts';
import type { ShelfProduct } from '../../../domain/catalog/product.ts';
import { assert } from '../../../domain/assert.ts';
import { LapakError } from '../../../domain/errors.ts';
import type { Tx } from '../database/run.ts';
import { noClaims } from '../../../domain/catalog/file-claims.ts';
import { type KnownProduct, planProduct } from '../../../domain/catalog/plan-product.ts';
import { findKnown, lookAtCatalog } from './look-at-catalog.ts';
import {
  describeProduct,
  reindexProduct,
  removeBarcode,
  removeUnit,
  renameUnit,
} from './product-change-store.ts';
import { findUnitId } from './product-store.ts';
import { saveProduct } from './save-product.ts';

/** What a product is to be, and how the page that says so saw it. */
export interface ProductChange {
  readonly draft: ProductDraft;
  /** Null adds one. */
  readonly seen: SeenProduct | null;
}

/**
 * Brings a product to what the draft says, whole: what the draft does not have is taken away, and
 * the rest comes in by the rules of an import.
 * @throws LapakError PRODUCT_REFUSED, PRODUCT_GONE, PRODUCT_CHANGED; then the act that calls this
 *   must fail whole
 */
export function saveDraft(
  tx: Tx,
  { draft, seen }: ProductChange,
  atMs: number,
): { readonly product: ShelfProduct; readonly notes: DraftNote[] } {
  const { code } = draft;
  const before = findKnown(tx, code);
  if (!seen && before) throw codeTaken(before);
  if (seen && !before) throw new LapakError('PRODUCT_GONE', { code });
  if (seen && before && !isAsSeen(before, seen)) throw new LapakError('PRODUCT_CHANGED', {});
  if (before) prune(tx, before, draft);
  const plan = planProduct(lookAtCatalog(tx), { code, rows: rowsOfDraft(draft) }, noClaims());
  const refused = [...badBarcodesOf(draft), ...plan.refused];
  if (refused.length > 0) throw new LapakError('PRODUCT_REFUSED', { faults: faultsOf(refused) });
  saveProduct(tx, plan, { atMs, isSample: false });
  const saved = findKnown(tx, code);
  assert(saved !== undefined, 'a product that was kept is there');
  reindexProduct(tx, saved.productId, saved.shelf);
  const notes = plan.notes.map(({ note, value, other }) => ({ note, value, other }));
  return { product: saved.shelf, notes };
}

function isAsSeen({ shelf }: KnownProduct, seen: SeenProduct): boolean {
  return isDeepStrictEqual(seenProduct(shelf), seen);
}

/** Takes away what the draft does not have; its base unit is the one that there was. */
function prune(tx: Tx, { productId, shelf }: KnownProduct, draft: ProductDraft): void {
  describeProduct(tx, productId, draft);
  const [base, ...others] = shelf.units;
  const [draftBase] = draft.units;
  assert(base !== undefined && draftBase !== undefined, 'a product has a base unit');
  const kept = new Map(draft.units.map(({ unit, barcodes }) => [unit, barcodes]));
  kept.set(base.unit, draftBase.barcodes);
  for (const { unit, barcodes } of shelf.units) {
    const stays = new Set(kept.get(unit));
    for (const barcode of barcodes) if (!stays.has(barcode)) removeBarcode(tx, barcode);
  }
  for (const { unit } of others) {
    if (!kept.has(unit) || unit === draftBase.unit) removeUnit(tx, unitId(tx, productId, unit));
  }
  if (draftBase.unit !== base.unit) {
    renameUnit(tx, unitId(tx, productId, base.unit), draftBase.unit);
  }
}

function unitId(tx: Tx, productId: number, unit: string): number {
  const found = findUnitId(tx, productId, unit);
  assert(found !== undefined, 'a unit that was read is there');
  return found;
}

function codeTaken({ shelf }: KnownProduct): LapakError {
  const value = shelf.code;
  const fault = { unit: 0, field: 'code', reason: 'codeTaken', value, other: shelf.name } as const;
  return new LapakError('PRODUCT_REFUSED', { faults: [fault] });
}
