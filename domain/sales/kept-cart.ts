import { z } from 'zod';
import { SCANNED_MAX } from '../catalog/barcode.ts';
import { NAME_MAX, UnitName } from '../catalog/product.ts';
import { lineOfText } from '../line-of-text.ts';
import { Rupiah, RupiahSum } from '../money.ts';
import { Tender, TENDERS_MAX } from '../payments/tender.ts';
import { MilliSold } from '../quantity.ts';
import { lineKey } from './line-key.ts';
import { agreed, CartLine, cartTerms, LineCode, LINES_MAX, SaleId } from './order.ts';
import { Receipt } from './receipt.ts';

/** A line of a cart as the till keeps it; its price is read from the shelf when it is opened. */
export const KeptLine = z.strictObject({
  code: LineCode,
  unit: UnitName,
  quantityMilli: MilliSold,
  ...agreed,
  /** For the words when it is no longer sold. */
  name: z.string().max(NAME_MAX),
});

/** Most scans that wait for an answer, or for the end of a payment. */
export const SCANS_MAX = 200;

/** A code that was scanned and is not in a cart yet: see WaitingScan in register-state.ts. */
export const KeptScan = z.strictObject({
  code: z.string().trim().min(1).max(SCANNED_MAX),
  isWhole: z.boolean(),
  quantityMilli: MilliSold.nullable(),
});

/** Longest name of a parked cart. Letters */
export const CART_NAME_MAX = 40;

/** What goes with a cart beside what is agreed on it. */
const carried = {
  /** What it is called that was parked: it never goes into the journal. */
  name: lineOfText(1, CART_NAME_MAX).optional(),
  /** Of training: what it becomes is no sale. A cart is so from its beginning or never. */
  isTraining: z.literal(true).optional(),
  /** What was taken of its payment so far: money that was received outlives a kill. */
  tenders: z.array(Tender).min(1).max(TENDERS_MAX).optional(),
};

/** A cart as a page keeps it with the till, whole, at every change. */
export const KeptCart = z.strictObject({
  /** Of the sale that it becomes. */
  id: SaleId,
  /** A product and unit once. */
  lines: z
    .array(KeptLine)
    .max(LINES_MAX)
    .refine((lines) => new Set(lines.map(lineKey)).size === lines.length),
  ...cartTerms,
  ...carried,
  scans: z.array(KeptScan).max(SCANS_MAX),
  /** The sale before it, while its change still stands on the screen. */
  after: SaleId.nullable(),
});
export type KeptCart = z.output<typeof KeptCart>;

/** Whether a cart has something that would be missed: lines, scans, or a part of its payment. */
export function hasContent({
  lines,
  scans,
  tenders,
}: {
  readonly lines: readonly unknown[];
  readonly scans: readonly unknown[];
  readonly tenders?: readonly unknown[] | undefined;
}): boolean {
  return lines.length + scans.length > 0 || tenders !== undefined;
}

/** A cart as a page takes it over, with the names and prices that the till has now. */
export const OpenedCart = z.strictObject({
  id: z.uuid(),
  lines: z.array(CartLine),
  ...cartTerms,
  ...carried,
  scans: z.array(KeptScan),
  /** Names of what was in it and is no longer sold. */
  gone: z.array(z.string()),
  /**
   * The sale before it, or the one that this cart has become: its change is still to be given.
   * Where it is elsewhere, the sale that it became there.
   */
  paid: Receipt.nullable(),
  /** When it was kept last, where the page did not hold it itself before; else null. */
  leftAtMs: z.int().nullable(),
  /** How many other pages show this till. */
  otherPages: z.int(),
  /** Whether another page has gone on with the cart that this one wanted. */
  isElsewhere: z.boolean(),
});
export type OpenedCart = z.output<typeof OpenedCart>;

/** What a page asks for that begins. */
export const CartWish = z.strictObject({
  /** The cart that it held before it was loaded again, and what it could not keep any more. */
  wanted: z
    .strictObject({ id: SaleId, unkept: KeptCart.nullable() })
    .refine(({ id, unkept }) => unkept === null || unkept.id === id)
    .nullable(),
  /** The id of any other; the same one until an answer has been heard. */
  fresh: SaleId,
});
export type CartWish = z.output<typeof CartWish>;

/** What it is answered. */
export const CartAnswer = z.strictObject({
  ...OpenedCart.shape,
  /** Whether `unkept` is in it: not, where another page has gone on with what the till had. */
  hasUnkept: z.boolean(),
});
export type CartAnswer = z.output<typeof CartAnswer>;

/** Most carts that are parked at a time: more are forgotten customers. */
export const PARKED_MAX = 50;

/** Most products that are named of each of them. */
export const PARKED_PRODUCTS_MAX = 3;

/** A cart that no page has: it was parked, or left by a page that is gone. */
export const ParkedCart = z.strictObject({
  id: SaleId,
  /** Empty where nobody gave it one. */
  name: z.string(),
  isTraining: z.boolean(),
  lines: z.int(),
  /** Names of the first of them. */
  products: z.array(z.string()).max(PARKED_PRODUCTS_MAX),
  /** Scans that came into no line yet. */
  scans: z.int(),
  /** At the prices of now. */
  totalRupiah: Rupiah,
  /** What goods that come back in exchange take off it, and what was taken of it otherwise. */
  exchangeRupiah: RupiahSum,
  takenRupiah: RupiahSum,
  keptAtMs: z.int(),
});
export type ParkedCart = z.output<typeof ParkedCart>;

/** One cart for another. */
export const CartSwitch = z.strictObject({
  /** The cart of this page, whole; it is parked, unless there is nothing in it. */
  cart: KeptCart,
  /** The parked cart to go on with; null for an empty one. */
  to: SaleId.nullable(),
  /** What this page's cart is called from then on; the same one until an answer is heard. */
  fresh: SaleId,
});
export type CartSwitch = z.output<typeof CartSwitch>;
