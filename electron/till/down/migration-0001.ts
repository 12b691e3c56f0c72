/**
 * What the hub tells this till, as it came: a till never edits it. Beside each item stands what
 * became of it here. None of it stems from the journal.
 */
export const downTables = [
  `CREATE TABLE hub_item (
    id TEXT PRIMARY KEY,
    version INTEGER NOT NULL,
    kind TEXT NOT NULL,
    json TEXT NOT NULL,
    is_ended INTEGER NOT NULL CHECK (is_ended IN (0, 1)),
    read_at_ms INTEGER,
    answer TEXT CHECK (answer IN ('sent', 'missing', 'refused')),
    sent_at_ms INTEGER,
    answered_at_ms INTEGER
  ) STRICT`,
  'CREATE INDEX hub_item_by_kind ON hub_item (kind, version)',
  `CREATE TABLE hub_item_cursor (
    only INTEGER PRIMARY KEY CHECK (only = 1),
    version INTEGER NOT NULL,
    refused INTEGER NOT NULL,
    heard_at_ms INTEGER
  ) STRICT`,
] as const;
