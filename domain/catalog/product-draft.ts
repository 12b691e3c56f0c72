import { z } from 'zod';
import { RupiahPositive } from '../money.ts';
import { MilliSold } from '../quantity.ts';
import { TaxTerms, untaxed } from '../sales/tax.ts';
import { tidyCell } from '../tables/cell-text.ts';
import { type CatalogRow, findBadBarcode, type Refusal } from './catalog-row.ts';
import { type DraftFault, draftFields } from './draft-fault.ts';
import { BARCODES_MAX, CODE_MAX, NAME_MAX, UNIT_MAX, UNITS_MAX } from './product.ts';
import type { TaxChoice } from './product-tax.ts';

/** Text as a cell of a file comes in: one space between words, composed letters. */
const tidy = (min: number, max: number) =>
  z
    .string()
    .max(4 * max)
    .transform(tidyCell)
    .pipe(z.string().min(min).max(max));

/** A product as it is to be, whole: what is not in it is taken away. The base unit comes first. */
export const ProductDraft = z.strictObject({
  code: tidy(1, CODE_MAX),
  name: tidy(1, NAME_MAX),
  category: tidy(0, NAME_MAX),
  tax: TaxTerms.transform((tax) => (tax.kind === 'none' ? untaxed : tax)).optional(),
  units: z
    .array(
      z.strictObject({
        unit: tidy(1, UNIT_MAX),
        factorMilli: MilliSold,
        priceRupiah: RupiahPositive,
        floorRupiah: RupiahPositive.optional(),
        barcodes: z.array(z.string().max(80)).max(BARCODES_MAX),
      }),
    )
    .min(1)
    .max(UNITS_MAX),
});
export type ProductDraft = z.output<typeof ProductDraft>;

const asTheStall: TaxChoice = { kind: 'stall', isAdded: false };

/** The product as the rows of a file, so that it is judged as an import is; `row` is the unit. */
export function rowsOfDraft(draft: ProductDraft): CatalogRow[] {
  const { code, name, category, tax = asTheStall, units } = draft;
  return units.map(({ barcodes, floorRupiah, ...unit }, row) => {
    return {
      row,
      code,
      name,
      category,
      ...unit,
      floorRupiah: floorRupiah ?? 'none',
      barcodes: [...new Set(barcodes)],
      stockMilli: null,
      tax,
    };
  });
}

/** Barcodes of a draft that cannot be one. */
export function badBarcodesOf({ units }: ProductDraft): Refusal[] {
  return units.flatMap(({ barcodes }, row) => {
    const bad = findBadBarcode(barcodes.join(' '), barcodes);
    return bad ? [{ row, column: 'barcode' as const, ...bad, other: '' }] : [];
  });
}

/** What keeps the rows of a draft out, as faults of its fields. */
export function faultsOf(refused: readonly Refusal[]): DraftFault[] {
  return refused.map(({ row, column, reason, value, other }) => {
    const field = draftFields.find((known) => known === column) ?? 'code';
    return { unit: row, field, reason, value, other };
  });
}
