/**
 * Of reporting to the hub: the one that this till is enrolled at, how far it has acknowledged the
 * journal, how far anew since it forgot some of that, what has left, and from where on details go
 * along. None of them stems from the journal.
 */
export const syncTables = [
  `CREATE TABLE hub (
    only INTEGER PRIMARY KEY CHECK (only = 1),
    origin TEXT NOT NULL,
    name TEXT NOT NULL,
    public_key BLOB NOT NULL CHECK (length(public_key) = 32),
    stall_code TEXT NOT NULL,
    stall_name TEXT NOT NULL,
    mall_name TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('waiting', 'active', 'revoked'))
  ) STRICT`,
  `CREATE TABLE sync_cursor (
    only INTEGER PRIMARY KEY CHECK (only = 1),
    position INTEGER NOT NULL REFERENCES journal_record (position),
    epoch INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    leaf BLOB NOT NULL CHECK (length(leaf) = 32),
    size INTEGER NOT NULL CHECK (size > 0),
    checkpoint TEXT NOT NULL,
    reported_at_ms INTEGER NOT NULL
  ) STRICT`,
  `CREATE TABLE sync_anew (
    only INTEGER PRIMARY KEY CHECK (only = 1),
    position INTEGER REFERENCES journal_record (position),
    epoch INTEGER,
    seq INTEGER,
    leaf BLOB CHECK (length(leaf) = 32),
    size INTEGER NOT NULL CHECK (size >= 0),
    checkpoint TEXT
  ) STRICT`,
  `CREATE TABLE sync_sent (
    id INTEGER PRIMARY KEY,
    business_date TEXT NOT NULL,
    hub TEXT NOT NULL,
    first INTEGER NOT NULL REFERENCES journal_record (position),
    last INTEGER NOT NULL REFERENCES journal_record (position),
    has_details INTEGER NOT NULL CHECK (has_details IN (0, 1)),
    first_at_ms INTEGER NOT NULL,
    last_at_ms INTEGER NOT NULL,
    CHECK (first <= last)
  ) STRICT`,
  `CREATE TABLE sync_details (
    only INTEGER PRIMARY KEY CHECK (only = 1),
    after_position INTEGER NOT NULL REFERENCES journal_record (position)
  ) STRICT`,
] as const;
