import type { Generated } from 'kysely';
import type { TaxKind } from '../../../domain/sales/tax.ts';

/** SQLite has no booleans. */
export type Flag = 0 | 1;

export interface ProductTable {
  id: Generated<number>;
  /** The stall's own code; case counts. */
  code: string;
  name: string;
  /** domain/catalog/search-text.ts: folded name, for its prefix. */
  name_key: string;
  /** domain/catalog/sort-key.ts: the place of the name in a list. */
  sort_key: string;
  category: string;
  /** Null, as the next is then, where it is taxed as its stall. */
  tax_kind: TaxKind | null;
  tax_is_added: Flag | null;
  /** 1 is no longer sold: found only among the archived. */
  is_archived: Flag;
  /** 1 came with the sample stall, and no person has changed it. */
  is_sample: Flag;
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
  /** Null for none. */
  floor_rupiah: number | null;
}

export interface BarcodeTable {
  barcode: string;
  product_unit_id: number;
}
