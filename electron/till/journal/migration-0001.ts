import { appendOnly } from '../database/append-only.ts';

/** The journal, and who this till is. */
export const journalTables = [
  `CREATE TABLE journal_record (
    position INTEGER PRIMARY KEY,
    epoch INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    type TEXT NOT NULL,
    head BLOB NOT NULL,
    body BLOB NOT NULL,
    leaf BLOB NOT NULL CHECK (length(leaf) = 32),
    signature BLOB NOT NULL CHECK (length(signature) = 64),
    UNIQUE (epoch, seq)
  ) STRICT`,
  ...appendOnly('journal_record'),
  `CREATE TABLE device (
    only INTEGER PRIMARY KEY CHECK (only = 1),
    device TEXT NOT NULL,
    prefix TEXT NOT NULL,
    public_key BLOB NOT NULL CHECK (length(public_key) = 32)
  ) STRICT`,
  ...appendOnly('device'),
] as const;

/** What the journal has beside sales, for the audit trail: see project-act.ts. */
export const actTables = [
  `CREATE TABLE act (
    record INTEGER PRIMARY KEY REFERENCES journal_record (position),
    type TEXT NOT NULL,
    act TEXT NOT NULL,
    at_ms INTEGER NOT NULL,
    offset_minutes INTEGER NOT NULL,
    business_date TEXT NOT NULL,
    cashier TEXT NOT NULL,
    approver TEXT,
    subject TEXT NOT NULL,
    amount_rupiah INTEGER,
    note TEXT NOT NULL,
    changes TEXT NOT NULL
  ) STRICT`,
  'CREATE INDEX act_by_date ON act (business_date)',
  ...appendOnly('act'),
] as const;
