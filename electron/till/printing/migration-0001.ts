/** Paper that is still to come out, and what became of the rest. */
export const printingTables = [
  `CREATE TABLE print_job (
    id INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,
    record INTEGER REFERENCES journal_record (position),
    is_copy INTEGER NOT NULL,
    state TEXT NOT NULL,
    created_at_ms INTEGER NOT NULL,
    printed_at_ms INTEGER
  ) STRICT`,
  "CREATE INDEX print_job_pending ON print_job (id) WHERE state = 'pending'",
] as const;
