/** Paper that is still to come out, and what became of the rest. */
export const printingTables = [
  `CREATE TABLE print_job (
    id INTEGER PRIMARY KEY,
    record INTEGER REFERENCES journal_record (position),
    is_copy INTEGER NOT NULL CHECK (is_copy IN (0, 1)),
    is_asked INTEGER NOT NULL CHECK (is_asked IN (0, 1)),
    state TEXT NOT NULL,
    tries INTEGER NOT NULL,
    reason TEXT,
    created_at_ms INTEGER NOT NULL,
    settled_at_ms INTEGER
  ) STRICT`,
  'CREATE INDEX print_job_queue ON print_job (state, id) WHERE settled_at_ms IS NULL',
  'CREATE INDEX print_job_asked ON print_job (record, id) WHERE is_asked = 1',
] as const;
