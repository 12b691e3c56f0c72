import type { Generated } from 'kysely';

export interface SaleTable {
  id: Generated<number>;
  /** Client-made id of the order. */
  uuid: string;
  number: string;
  kind: 'sale' | 'refund';
  epoch: number;
  seq: number;
  sold_at_ms: number;
  offset_minutes: number;
  /** `YYYY-MM-DD` */
  business_date: string;
  cashier: string;
  /** StallSettings as JSON: the head of the receipt as it was that day. */
  stall: string;
  subtotal_rupiah: number;
  rounding_rupiah: number;
  total_rupiah: number;
  change_rupiah: number;
}

export interface SaleLineTable {
  sale_id: number;
  position: number;
  code: string;
  name: string;
  unit: string;
  quantity_milli: number;
  price_rupiah: number;
  amount_rupiah: number;
}

export interface SaleTenderTable {
  sale_id: number;
  position: number;
  kind: 'cash';
  amount_rupiah: number;
}
