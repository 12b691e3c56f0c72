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
