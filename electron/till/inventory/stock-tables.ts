import type { Generated } from 'kysely';

export interface StockTable {
  product_id: number;
  /** Thousandths of the base unit; negative when more was sold than counted. */
  on_hand_milli: number;
}

export interface StockMoveTable {
  id: Generated<number>;
  product_id: number;
  /** Thousandths of the base unit; negative when it leaves the stall. */
  quantity_milli: number;
  reason: 'sale' | 'refund' | 'import' | 'history';
  /** sale.id of a sale or refund. */
  sale_id: number | null;
  /** Name of the document of a `history` move, so that a second replay adds nothing. */
  document: string | null;
  at_ms: number;
}
