import { formatRupiah } from '../money.ts';
import { formatQuantity } from '../quantity.ts';
import { barcodeForms } from './barcode.ts';
import { floorAfter, NO_FLOOR } from './floor.ts';
import type { ProductChange } from './import-report.ts';
import type { ShelfProduct } from './product.ts';
import { taxAfter, writeTax } from './product-tax.ts';
import type { ResolvedRow } from './resolve-units.ts';

/**
 * What a row changes of the product that is there; all of it is new when there is none.
 * @param isFirst the first row of a product also tells its name, category and tax
 */
export function changesOfRow(
  row: ResolvedRow,
  known: ShelfProduct | undefined,
  { isFirst }: { readonly isFirst: boolean },
): ProductChange[] {
  const changes: ProductChange[] = [];
  const compare = (field: ProductChange['field'], unit: string, old: string, now: string) => {
    if (old !== now) changes.push({ field, unit, old, new: now });
  };
  const unit = known?.units.find((other) => other.unit === row.unit);
  if (isFirst) {
    if (known) compare('name', '', known.name, row.name);
    if (row.category !== '') compare('category', '', known?.category ?? '', row.category);
    const tax = taxAfter(row, known);
    if (known || tax) compare('tax', '', known ? writeTax(known.tax) : '', writeTax(tax));
  }
  const isBase = isFirst && !known;
  const factor = unit ? formatQuantity(unit.factorMilli) : '';
  if (!isBase) compare('factor', row.unit, factor, formatQuantity(row.factorMilli));
  const price = unit ? formatRupiah(unit.priceRupiah) : '';
  compare('price', row.unit, price, formatRupiah(row.priceRupiah));
  const floor = unit?.floorRupiah === undefined ? '' : formatRupiah(unit.floorRupiah);
  const floorNow = floorAfter(row, unit);
  if (floorNow !== undefined) compare('floor', row.unit, floor, formatRupiah(floorNow));
  else if (floor !== '') compare('floor', row.unit, floor, NO_FLOOR);
  const barcodes = newBarcodes(row, known);
  if (barcodes.length > 0) {
    const old = unit?.barcodes ?? [];
    compare('barcode', row.unit, old.join(' '), [...old, ...barcodes].join(' '));
  }
  if (isBase && row.stockMilli) compare('stock', '', '', formatQuantity(row.stockMilli));
  return changes;
}

/** The barcodes of a row that its unit does not have yet, in whatever form. */
export function newBarcodes(
  row: Pick<ResolvedRow, 'unit' | 'barcodes'>,
  known: ShelfProduct | undefined,
): string[] {
  const has = new Set(known?.units.find(({ unit }) => unit === row.unit)?.barcodes);
  return row.barcodes.filter((barcode) => {
    const isNew = barcodeForms(barcode).every((form) => !has.has(form));
    if (isNew) has.add(barcode);
    return isNew;
  });
}
