import { z } from 'zod';
import { NAME_MAX, ProductCode, UnitName } from '../catalog/product.ts';
import { QUICK_CODE } from '../catalog/quick.ts';
import { lineOfText } from '../line-of-text.ts';
import { Rupiah, RupiahPositive } from '../money.ts';
import { Tender, TENDERS_MAX } from '../payments/tender.ts';
import { MilliSold, MilliSum } from '../quantity.ts';
import { Discount } from './discount.ts';
import { Returned } from './returned.ts';
import { TaxTerms } from './tax.ts';

/** Most lines in one sale; the longest real invoice seen has 593. */
export const LINES_MAX = 1_000;

/** Longest note on a line or a cart. Letters */
export const NOTE_MAX = 120;
const Note = lineOfText(1, NOTE_MAX);

/** Of a product, or of a quick item, which has no code: only a name and an agreed price. */
export const LineCode = z.union([ProductCode, z.literal(QUICK_CODE)]);

/** What is agreed on a line, beside what the shelf says. */
export const agreed = {
  /** The price that it is sold at instead of the shelf's. */
  agreedRupiah: RupiahPositive.optional(),
  discount: Discount.optional(),
  note: Note.optional(),
};

/**
 * A line of the cart as the screen sends it: the till reads name and price from its own shelf. The
 * price is the shelf's, as the screen showed it; another one at the till refuses the sale. A quick
 * item is on no shelf: it brings its name, and its price is the agreed one.
 */
export const OrderLine = z
  .strictObject({
    code: LineCode,
    unit: UnitName,
    quantityMilli: MilliSold,
    priceRupiah: RupiahPositive,
    ...agreed,
    name: lineOfText(1, NAME_MAX).optional(),
  })
  .refine((line) => {
    const isWhole = line.name !== undefined && line.agreedRupiah === line.priceRupiah;
    return line.code === QUICK_CODE ? isWhole : line.name === undefined;
  });
export type OrderLine = z.output<typeof OrderLine>;

/** One product and unit of the cart being built. */
export const CartLine = z.strictObject({
  code: LineCode,
  name: z.string(),
  unit: UnitName,
  quantityMilli: MilliSold,
  /** Of the shelf. */
  priceRupiah: RupiahPositive,
  ...agreed,
  /** The product's own; undefined where it is taxed as the stall is. */
  tax: TaxTerms.optional(),
  /** All ways in which the product is sold; the factor as ShelfProduct has it. */
  units: z.array(
    z.strictObject({
      unit: UnitName,
      priceRupiah: RupiahPositive,
      factorMilli: MilliSold,
      floorRupiah: RupiahPositive.optional(),
    }),
  ),
  /** Stock of the product when it came into the cart, in its base unit. */
  onHandMilli: MilliSum,
});
export type CartLine = z.output<typeof CartLine>;

/** The id of a sale, made with its cart; in capitals or not it is the same. */
export const SaleId = z.uuid().transform((id) => id.toLowerCase());

/** What is agreed on a cart as a whole. */
export const cartTerms = { discount: Discount.optional(), note: Note.optional() };

export const RingUp = z.strictObject({
  /** The same id again returns the first receipt. */
  id: SaleId,
  lines: z.array(OrderLine).min(1).max(LINES_MAX),
  ...cartTerms,
  /** None where there is nothing to pay. */
  tenders: z.array(Tender).max(TENDERS_MAX),
  /** Whether cash goes back for what was paid without cash: a person has said so. */
  givesCashBack: z.boolean().optional(),
  /** What the screen showed as due; another total at the till refuses the sale. */
  expectedTotalRupiah: Rupiah,
});
export type RingUp = z.output<typeof RingUp>;

/** Goods that would come back in exchange for what is in a cart. */
export const ExchangeWish = z.strictObject({ id: SaleId, ...Returned.shape });
export type ExchangeWish = z.output<typeof ExchangeWish>;

/** A cart as it would be, for leave to have it so. */
export const ToAllow = z.strictObject({
  id: SaleId,
  lines: z.array(OrderLine).max(LINES_MAX),
  discount: Discount.optional(),
  /** What would go back in cash of what is paid without. */
  overRupiah: RupiahPositive.optional(),
});
export type ToAllow = z.output<typeof ToAllow>;
