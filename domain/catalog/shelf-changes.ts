import type { TrailChange } from '../journal/trail.ts';
import { formatRupiah } from '../money.ts';
import { formatQuantity } from '../quantity.ts';
import type { ProductUnit, ShelfProduct } from './product.ts';
import { writeTax } from './product-tax.ts';

/**
 * What of a product is not as it was, for the audit trail: of a new one all that it has. A field of
 * a unit has its name behind it: `price/lusin`.
 */
export function shelfChanges(before: ShelfProduct | undefined, after: ShelfProduct): TrailChange[] {
  const [base, ...others] = after.units;
  const [baseBefore, ...othersBefore] = before?.units ?? [];
  const names = new Set([...othersBefore, ...others].map(({ unit }) => unit));
  const pairs = [...names].map((name) => {
    const isOf = ({ unit }: ProductUnit) => unit === name;
    return { name, from: othersBefore.find(isOf), to: others.find(isOf) };
  });
  const baseName = base?.unit ?? '';
  const taxTold = before || after.tax ? writeTax(after.tax) : '';
  const stock = before ? '' : formatQuantity(after.onHandMilli);
  return [
    change('name', before?.name, after.name),
    change('category', before?.category, after.category),
    change('tax', before && writeTax(before.tax), taxTold),
    change('unit', baseBefore?.unit, baseName),
    ...unitChanges(baseName, baseBefore, base, { isBase: true }),
    ...pairs.flatMap(({ name, from, to }) => unitChanges(name, from, to, { isBase: false })),
    change('stock', '', after.onHandMilli === 0 ? '' : stock),
  ].filter(({ from, to }) => from !== to);
}

function unitChanges(
  name: string,
  from: ProductUnit | undefined,
  to: ProductUnit | undefined,
  { isBase }: { readonly isBase: boolean },
): TrailChange[] {
  const of = (field: string, told: (unit: ProductUnit) => string) =>
    change(`${field}/${name}`, from && told(from), to && told(to));
  return [
    ...(isBase ? [] : [of('factor', ({ factorMilli }) => formatQuantity(factorMilli))]),
    of('price', ({ priceRupiah }) => formatRupiah(priceRupiah)),
    of('floor', ({ floorRupiah: floor }) => (floor === undefined ? '' : formatRupiah(floor))),
    of('barcode', ({ barcodes }) => barcodes.join(' ')),
  ];
}

function change(field: string, from = '', to = ''): TrailChange {
  return { field, from, to };
}
