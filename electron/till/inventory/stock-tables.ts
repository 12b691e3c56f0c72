import type { Generated } from 'kysely';
import type { CorrectionReason } from '../../../domain/inventory/correction.ts';

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
  /** `sample` may be deleted again, all else stays. */
  reason: 'import' | 'history' | 'sample' | CorrectionReason;
  /** Name of the document of a `history` adjustment, so that a second replay adds nothing. */
  document: string | null;
  /** What a person said to it; empty for nothing. */
  note: string;
  /** Pseudonym of who did it; empty for a file. */
  cashier: string;
  at_ms: number;
}
