import { appendOnly } from '../database/append-only.ts';

/** What a safe integer holds: a sum past it would be read as another one. */
const SUM = '9007199254740991';

/**
 * What people and files changed. Products by their code: no change depends on the shelf. The sample
 * stall can be taken away again, its stock with it; nothing else can.
 */
export const adjustmentTables = [
  `CREATE TABLE stock_adjustment (
    id INTEGER PRIMARY KEY,
    code TEXT NOT NULL,
    quantity_milli INTEGER NOT NULL,
    reason TEXT NOT NULL,
    document TEXT,
    note TEXT NOT NULL,
    cashier TEXT NOT NULL,
    at_ms INTEGER NOT NULL
  ) STRICT`,
  'CREATE INDEX stock_adjustment_by_code ON stock_adjustment (code, at_ms, id)',
  'CREATE INDEX stock_adjustment_by_document ON stock_adjustment (document)' +
    ' WHERE document IS NOT NULL',
  ...appendOnly('stock_adjustment', { deletable: "OLD.reason = 'sample'" }),
] as const;

/** What each line of a sale took, and what is on hand: the sum of moves and adjustments. */
export const stockTables = [
  `CREATE TABLE stock_move (
    record INTEGER NOT NULL REFERENCES journal_record (position),
    position INTEGER NOT NULL,
    code TEXT NOT NULL,
    quantity_milli INTEGER NOT NULL,
    PRIMARY KEY (record, position)
  ) STRICT, WITHOUT ROWID`,
  'CREATE INDEX stock_move_by_code ON stock_move (code, record, position)',
  ...appendOnly('stock_move'),
  `CREATE TABLE stock (
    code TEXT NOT NULL PRIMARY KEY,
    on_hand_milli INTEGER NOT NULL CHECK (on_hand_milli BETWEEN -${SUM} AND ${SUM})
  ) STRICT, WITHOUT ROWID`,
] as const;
