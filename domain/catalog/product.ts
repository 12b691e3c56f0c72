import { z } from 'zod';
import { RupiahPositive } from '../money.ts';
import { MilliSold, MilliSum } from '../quantity.ts';
import { TaxTerms } from '../sales/tax.ts';

export const NAME_MAX = 120;
export const CODE_MAX = 40;
export const UNIT_MAX = 20;
/** Of one unit. */
export const BARCODES_MAX = 20;
/** Of one product, as a form takes them. */
export const UNITS_MAX = 20;

/** The stall's own code of a product (SKU). Case counts: `84029G` and `84029g` are two products. */
export const ProductCode = z.string().trim().min(1).max(CODE_MAX);
export const UnitName = z.string().trim().min(1).max(UNIT_MAX);

/** A way to sell a product: pcs, lusin (12), kodi (20) … with its own price and barcodes. */
const ProductUnit = z.strictObject({
  unit: UnitName,
  /** Thousandths of the base unit in one of these: lusin of pcs is 12000. */
  factorMilli: MilliSold,
  priceRupiah: RupiahPositive,
  /** To sell one below it needs leave of its own; absent for none. */
  floorRupiah: RupiahPositive.optional(),
  barcodes: z.array(z.string()),
});
export type ProductUnit = z.output<typeof ProductUnit>;

/** A product as the register shows it. The first unit is the base unit. */
export const ShelfProduct = z.strictObject({
  code: ProductCode,
  name: z.string().min(1).max(NAME_MAX),
  category: z.string(),
  /** Absent where it is taxed as its stall. */
  tax: TaxTerms.optional(),
  units: z.array(ProductUnit).min(1),
  onHandMilli: MilliSum,
});
export type ShelfProduct = z.output<typeof ShelfProduct>;
