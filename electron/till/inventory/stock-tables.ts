import type { Generated } from 'kysely';

export interface StockTable {
  code: string;
  /** Thousandths of the base unit; negative when more was sold than counted. */
  on_hand_milli: number;
}

/** What a line of a sale took; stems from the journal. */
export interface StockMoveTable {
  record: number;
  position: number;
  code: string;
  /** Thousandths of the base unit; negative when it leaves the stall. */
  quantity_milli: number;
}

/** What a person or a file changed. */
export interface StockAdjustmentTable {
  id: Generated<number>;
  code: string;
  quantity_milli: number;
  reason: 'import' | 'history';
  /** Name of the document of a `history` adjustment, so that a second replay adds nothing. */
  document: string | null;
  at_ms: number;
}
