import { appendOnly } from '../database/append-only.ts';

/** What was found out of claimed tenders: each row is what its journal record says. */
export const claimTables = [
  `CREATE TABLE tender_state (
    record INTEGER PRIMARY KEY REFERENCES journal_record (position),
    uuid TEXT NOT NULL,
    ref TEXT NOT NULL,
    number TEXT NOT NULL,
    tender INTEGER NOT NULL,
    state TEXT NOT NULL,
    found_by TEXT NOT NULL,
    reference TEXT,
    row_hash TEXT,
    note TEXT NOT NULL,
    at_ms INTEGER NOT NULL,
    cashier TEXT NOT NULL
  ) STRICT`,
  // The newest of a tender is what is known of it.
  'CREATE INDEX tender_state_by_sale ON tender_state (number, tender, record)',
  'CREATE INDEX tender_state_by_time ON tender_state (at_ms)',
  // One act can tell of several tenders.
  'CREATE INDEX tender_state_by_uuid ON tender_state (uuid)',
  'CREATE INDEX tender_state_by_row ON tender_state (row_hash) WHERE row_hash IS NOT NULL',
  ...appendOnly('tender_state'),
  // Tenders of which nothing is known yet: few, among all that were ever claimed.
  `CREATE TABLE open_claim (
    record INTEGER NOT NULL,
    position INTEGER NOT NULL,
    PRIMARY KEY (record, position)
  ) STRICT, WITHOUT ROWID`,
] as const;

/** Payments by QRIS that the hub tells of. None of it stems from the journal. */
export const settledTables = [
  `CREATE TABLE settled_payment (
    id INTEGER PRIMARY KEY,
    item TEXT NOT NULL,
    row_hash TEXT NOT NULL UNIQUE,
    provider TEXT NOT NULL,
    amount_rupiah INTEGER NOT NULL CHECK (amount_rupiah > 0),
    paid_at_ms INTEGER,
    on_date TEXT NOT NULL,
    is_paid_day INTEGER NOT NULL CHECK (is_paid_day IN (0, 1)),
    reference TEXT NOT NULL,
    issuer TEXT NOT NULL,
    is_shared INTEGER NOT NULL CHECK (is_shared IN (0, 1))
  ) STRICT`,
  'CREATE INDEX settled_payment_by_date ON settled_payment (on_date, id)',
  'CREATE INDEX settled_payment_by_item ON settled_payment (item)',
] as const;
