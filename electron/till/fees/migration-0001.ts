import { appendOnly } from '../database/append-only.ts';

/** Acts of fees of the till's own journal: each row is what its record says. */
export const feeEntryTables = [
  `CREATE TABLE fee_entry (
    record INTEGER PRIMARY KEY REFERENCES journal_record (position),
    uuid TEXT NOT NULL UNIQUE,
    act TEXT NOT NULL,
    mall TEXT NOT NULL,
    set_aside_rupiah INTEGER NOT NULL
  ) STRICT`,
  ...appendOnly('fee_entry'),
] as const;

/** What the hub told of fees, beside the item that it came by; and what waits to be told there. */
export const feeTables = [
  `CREATE TABLE fee_told (
    item TEXT PRIMARY KEY REFERENCES hub_item (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    epoch INTEGER,
    seq INTEGER,
    by TEXT NOT NULL,
    at_ms INTEGER NOT NULL,
    body TEXT NOT NULL,
    fault TEXT,
    CHECK ((fault IS NULL) = (epoch IS NOT NULL AND seq IS NOT NULL))
  ) STRICT`,
  'CREATE UNIQUE INDEX fee_told_by_place ON fee_told (epoch, seq)',
  `CREATE TABLE fee_message (
    id TEXT PRIMARY KEY,
    record INTEGER NOT NULL REFERENCES journal_record (position),
    hub TEXT NOT NULL,
    made_at_ms INTEGER NOT NULL,
    content TEXT NOT NULL,
    photo BLOB,
    state TEXT NOT NULL CHECK (state IN ('waiting', 'sent', 'refused')),
    reason TEXT NOT NULL,
    not_before_ms INTEGER NOT NULL,
    is_acknowledged INTEGER NOT NULL CHECK (is_acknowledged IN (0, 1))
  ) STRICT`,
  "CREATE INDEX fee_message_waiting ON fee_message (hub, record) WHERE state = 'waiting'",
] as const;
