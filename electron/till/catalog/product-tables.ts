import type { Generated } from 'kysely';

export interface ProductTable {
  id: Generated<number>;
  /** The stall's own code; case counts. */
  code: string;
  name: string;
  /** domain/catalog/search-text.ts: folded name, for order and prefix. */
  name_key: string;
  category: string;
  created_at_ms: number;
}

export interface ProductUnitTable {
  id: Generated<number>;
  product_id: number;
  /** 0 is the base unit. */
  position: number;
  unit: string;
  /** Thousandths of the base unit. */
  factor_milli: number;
  price_rupiah: number;
}

export interface BarcodeTable {
  barcode: string;
  product_unit_id: number;
}
