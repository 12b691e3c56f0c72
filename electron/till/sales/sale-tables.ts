import type { SaleType } from '../../../domain/journal/sale-types.ts';

export interface SaleTable {
  /** Position of its record in the journal. */
  record: number;
  /** Client-made id of the order. */
  uuid: string;
  number: string;
  kind: SaleType;
  /** The mark of the sale that a refund or void answers: `1.42`; null for none. */
  ref: string | null;
  /** The document of another system that it was taken over from; null for an own sale. */
  source: string | null;
  sold_at_ms: number;
  offset_minutes: number;
  /** `YYYY-MM-DD` */
  business_date: string;
  cashier: string;
  /** Who allowed it with a PIN, where somebody had to. */
  approver: string | null;
  /** Null for a sale of another system. */
  shift: number | null;
  /** Sum of the lines. */
  subtotal_rupiah: number;
  discount_rupiah: number;
  tax_rupiah: number;
  rounding_rupiah: number;
  total_rupiah: number;
  change_rupiah: number;
}

export interface SaleLineTable {
  record: number;
  position: number;
  code: string;
  name: string;
  category: string;
  unit: string;
  /** Thousandths of the base unit in one unit. */
  factor_milli: number;
  quantity_milli: number;
  /** What one was sold at. */
  price_rupiah: number;
  /** What one costs on the shelf, where it was sold at another price. */
  shelf_rupiah: number | null;
  amount_rupiah: number;
  /** Its own discount and its part of the cart's. */
  discount_rupiah: number;
  tax_kind: string;
  tax_rupiah: number;
  /** What is paid for it. */
  due_rupiah: number;
  /** Which line of its sale comes back; null of a sale. */
  of_line: number | null;
}

export interface SaleTenderTable {
  record: number;
  position: number;
  kind: string;
  /** What was handed over, before change. */
  amount_rupiah: number;
  /** `claimed` or `verified` when it was paid; null of what somebody held in the hand. */
  state: string | null;
  reference: string | null;
}

/** A sale that was practised. */
export interface TrainingTable {
  /** Position of its record in the journal. */
  record: number;
  /** Client-made id of the order. */
  uuid: string;
  number: string;
}

/** A product that was sold, by one of the names that it was sold under. */
export interface SoldProductTable {
  /** Empty of a quick item. */
  code: string;
  name: string;
  /** Both, folded: see domain/sales/find-sales.ts. */
  words: string;
}

/** A cart that is being built. */
export interface CartTable {
  id: string;
  /** JSON of a KeptCart without its id. */
  content: string;
  kept_at_ms: number;
  is_parked: number;
}

/** What somebody with a PIN has allowed on a cart. */
export interface CartLeaveTable {
  cart: string;
  permission: string;
  what: string;
  low: number;
  /** Pseudonym. */
  approver: string;
  given_at_ms: number;
}

/** A cart that was left and with which another page went on. */
export interface CartWentOnTable {
  id: string;
  /** The id that it has since. */
  went_on_as: string;
}
