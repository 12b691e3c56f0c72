import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { SCANNED_MAX } from '../catalog/barcode.ts';
import { NAME_MAX, ProductCode, UnitName } from '../catalog/product.ts';
import { QUICK_CODE } from '../catalog/quick.ts';
import { call } from '../contract-base.ts';
import { pickErrors } from '../errors.ts';
import { lineOfText } from '../line-of-text.ts';
import { Rupiah, RupiahPositive } from '../money.ts';
import { Tender, TENDERS_MAX } from '../payments/tender.ts';
import { MilliSold, MilliSum } from '../quantity.ts';
import { BusinessDate } from '../time.ts';
import { Day, SaleSummary, Sums } from './day.ts';
import { Discount } from './discount.ts';
import type { LeavePermission } from './leave.ts';
import { lineKey } from './line-key.ts';
import { Receipt } from './receipt.ts';
import { TaxTerms } from './tax.ts';

/** Most lines in one sale; the longest real invoice seen has 593. */
export const LINES_MAX = 1_000;

/** Longest note on a line or a cart. Letters */
export const NOTE_MAX = 120;
const Note = lineOfText(1, NOTE_MAX);

/** Of a product, or of a quick item, which has no code: only a name and an agreed price. */
const LineCode = z.union([ProductCode, z.literal(QUICK_CODE)]);

/** What is agreed on a line, beside what the shelf says. */
const agreed = {
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
const SaleId = z.uuid().transform((id) => id.toLowerCase());

/** What is agreed on a cart as a whole. */
const cartTerms = { discount: Discount.optional(), note: Note.optional() };

export const RingUp = z.strictObject({
  /** The same id again returns the first receipt. */
  id: SaleId,
  lines: z.array(OrderLine).min(1).max(LINES_MAX),
  ...cartTerms,
  /** None where there is nothing to pay. */
  tenders: z.array(Tender).max(TENDERS_MAX),
  /** What the screen showed as due; another total at the till refuses the sale. */
  expectedTotalRupiah: Rupiah,
});
export type RingUp = z.output<typeof RingUp>;

/** A cart as it would be, for leave to have it so. */
export const ToAllow = z.strictObject({
  id: SaleId,
  lines: z.array(OrderLine).max(LINES_MAX),
  discount: Discount.optional(),
});
export type ToAllow = z.output<typeof ToAllow>;

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
  scans: z.array(KeptScan).max(SCANS_MAX),
  /** The sale before it, while its change still stands on the screen. */
  after: SaleId.nullable(),
});
export type KeptCart = z.output<typeof KeptCart>;

/** A cart as a page takes it over, with the names and prices that the till has now. */
export const OpenedCart = z.strictObject({
  id: z.uuid(),
  lines: z.array(CartLine),
  ...cartTerms,
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

/** Most sales that one page of a day shows. */
const DAY_PAGE_MAX = 100;

/** A business date of the stall; null is the one that it is now, by its zone and cut-off. */
const DayChoice = BusinessDate.nullable().default(null);

/** Sums of the whole book, and of the part of it that was taken over from another system. */
export const SaleTotals = z.strictObject({ ...Sums.shape, history: Sums });
export type SaleTotals = z.output<typeof SaleTotals>;

/**
 * Leave for what a cart would have, until it is paid: asked for before it is agreed with whoever
 * buys. Who has the permission is answered at once, another by a PIN of somebody who has it.
 */
function allow(permission: LeavePermission) {
  return call(permission)
    .input(ToAllow)
    .errors(
      pickErrors(
        'BELOW_FLOOR',
        'PRODUCT_UNKNOWN',
        'PRODUCT_ARCHIVED',
        'TOTAL_TOO_LARGE',
        'CLOCK_WRONG',
      ),
    );
}

export const salesContract = {
  /** Books a paid sale, all or nothing; answers after it is on disk. */
  ringUp: call('sale.ring-up')
    .input(RingUp)
    .errors(
      pickErrors(
        'SHIFT_CLOSED',
        'TENDER_SHORT',
        'PRICE_CHANGED',
        'TERMS_CHANGED',
        'NOT_ALLOWED',
        'BELOW_FLOOR',
        'CART_ELSEWHERE',
        'TOTAL_TOO_LARGE',
        'PRODUCT_UNKNOWN',
        'PRODUCT_ARCHIVED',
        'SALE_ID_REUSED',
        'CLOCK_WRONG',
        'STOCK_TOO_LARGE',
      ),
    )
    .output(Receipt),

  /**
   * The cart that a page begins with: the one that it held before it was loaded again (with what
   * it could not keep any more), unless another page has gone on with it and is there; for a new
   * page what no page holds (theirs were closed or killed); else an empty one with the id `fresh`.
   * From then on the page holds it, until its connection ends: a cart is never on two pages.
   */
  openCart: call('sale.ring-up').input(CartWish).output(CartAnswer),

  /**
   * Takes the cart again after the connection was lost. `isElsewhere`: another page has taken it
   * meanwhile. `receipt`: the sale that it has become, if it was paid.
   */
  resumeCart: call('sale.ring-up')
    .input(z.strictObject({ id: SaleId }))
    .output(z.strictObject({ isElsewhere: z.boolean(), receipt: Receipt.nullable() })),

  /** Keeps the cart of this page, in place of the one that it kept before. */
  keepCart: call('sale.ring-up').input(KeptCart).errors(pickErrors('CART_ELSEWHERE')),

  /** Leave for a quick item. */
  allowQuick: allow('sale.quick'),
  /** Leave for another price than the shelf's, down to the product's floor. */
  allowPrice: allow('sale.price'),
  /** Leave for a discount, down to the floors of its products. */
  allowDiscount: allow('sale.discount'),
  /** Leave for a price below a product's floor, and for all else on the cart. */
  allowBelowFloor: allow('sale.below-floor'),

  /** One receipt by its number, or the newest with `last`. */
  receipt: call('sale.read')
    .input(z.strictObject({ number: z.string().trim().min(1).max(40) }))
    .errors(pickErrors('RECEIPT_UNKNOWN', 'RECEIPT_NONE'))
    .output(Receipt),

  /** All sales and refunds in the book. */
  totals: call('shift.report').output(SaleTotals),

  /** Which day it is, and what it came to. */
  day: call('sale.read')
    .input(z.strictObject({ businessDate: DayChoice }))
    .output(Day),

  /**
   * Sales and refunds of a day, the newest of the journal first. With `text` those whose receipt
   * number contains it, whose total it is, or in which so much cash was handed over.
   */
  list: call('sale.read')
    .input(
      z.strictObject({
        businessDate: DayChoice,
        text: z.string().max(60).default(''),
        /** `nextCursor` of the page before; empty for the first. */
        cursor: z.string().max(20).default(''),
        limit: z.int().min(1).max(DAY_PAGE_MAX),
      }),
    )
    .output(
      z.strictObject({ sales: z.array(SaleSummary).max(DAY_PAGE_MAX), nextCursor: z.string() }),
    ),

  /** The place in the journal of the newest sale now, and of each that is booked; 0 is none. */
  watch: call('sale.read').output(eventIterator(z.strictObject({ newest: z.int() }))),
};
