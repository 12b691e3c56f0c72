import { type Kysely, sql } from 'kysely';

/** The book as first released. Frozen: a change is a new migration. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of [...catalog, ...stock, ...sales, ...journal, ...rest]) {
    await sql.raw(statement).execute(db);
  }
}

const catalog = [
  `CREATE TABLE product (
    id INTEGER PRIMARY KEY,
    code TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    name_key TEXT NOT NULL,
    category TEXT NOT NULL,
    created_at_ms INTEGER NOT NULL
  ) STRICT`,
  'CREATE INDEX product_by_code ON product (code COLLATE NOCASE)',
  'CREATE INDEX product_by_name ON product (name_key, id)',
  'CREATE INDEX product_by_category ON product (category, name_key, id)',
  `CREATE TABLE product_unit (
    id INTEGER PRIMARY KEY,
    product_id INTEGER NOT NULL REFERENCES product (id),
    position INTEGER NOT NULL,
    unit TEXT NOT NULL,
    factor_milli INTEGER NOT NULL CHECK (factor_milli > 0),
    price_rupiah INTEGER NOT NULL CHECK (price_rupiah >= 0),
    UNIQUE (product_id, unit)
  ) STRICT`,
  `CREATE TABLE barcode (
    barcode TEXT NOT NULL PRIMARY KEY,
    product_unit_id INTEGER NOT NULL REFERENCES product_unit (id)
  ) STRICT, WITHOUT ROWID`,
  'CREATE INDEX barcode_by_unit ON barcode (product_unit_id)',
  // Grams of the folded text (domain/catalog/search-text.ts); '_' marks a word's edge.
  `CREATE VIRTUAL TABLE product_search USING fts5 (
    category, shorts, fours,
    content = '', contentless_delete = 1,
    tokenize = "unicode61 remove_diacritics 0 tokenchars '_.'"
  )`,
];

const stock = [
  `CREATE TABLE stock (
    product_id INTEGER PRIMARY KEY REFERENCES product (id),
    on_hand_milli INTEGER NOT NULL
  ) STRICT`,
  `CREATE TABLE stock_move (
    id INTEGER PRIMARY KEY,
    product_id INTEGER NOT NULL REFERENCES product (id),
    quantity_milli INTEGER NOT NULL,
    reason TEXT NOT NULL CHECK (reason IN ('sale', 'refund', 'import', 'history')),
    sale_id INTEGER REFERENCES sale (id),
    document TEXT,
    at_ms INTEGER NOT NULL
  ) STRICT`,
  'CREATE INDEX stock_move_by_document ON stock_move (document) WHERE document IS NOT NULL',
  ...frozen('stock_move'),
];

const sales = [
  `CREATE TABLE sale (
    id INTEGER PRIMARY KEY,
    uuid TEXT NOT NULL UNIQUE,
    number TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL CHECK (kind IN ('sale', 'refund')),
    epoch INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    sold_at_ms INTEGER NOT NULL,
    offset_minutes INTEGER NOT NULL,
    business_date TEXT NOT NULL,
    cashier TEXT NOT NULL,
    stall TEXT NOT NULL,
    subtotal_rupiah INTEGER NOT NULL,
    rounding_rupiah INTEGER NOT NULL,
    total_rupiah INTEGER NOT NULL CHECK (total_rupiah = subtotal_rupiah + rounding_rupiah),
    change_rupiah INTEGER NOT NULL CHECK (change_rupiah >= 0)
  ) STRICT`,
  `CREATE TABLE sale_line (
    sale_id INTEGER NOT NULL REFERENCES sale (id),
    position INTEGER NOT NULL,
    code TEXT NOT NULL,
    name TEXT NOT NULL,
    unit TEXT NOT NULL,
    quantity_milli INTEGER NOT NULL,
    price_rupiah INTEGER NOT NULL,
    amount_rupiah INTEGER NOT NULL,
    PRIMARY KEY (sale_id, position)
  ) STRICT, WITHOUT ROWID`,
  `CREATE TABLE sale_tender (
    sale_id INTEGER NOT NULL REFERENCES sale (id),
    position INTEGER NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('cash')),
    amount_rupiah INTEGER NOT NULL CHECK (amount_rupiah >= 0),
    PRIMARY KEY (sale_id, position)
  ) STRICT, WITHOUT ROWID`,
  ...frozen('sale'),
  ...frozen('sale_line'),
  ...frozen('sale_tender'),
];

const journal = [
  `CREATE TABLE journal_record (
    position INTEGER PRIMARY KEY,
    epoch INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    type TEXT NOT NULL,
    bytes BLOB NOT NULL,
    leaf BLOB NOT NULL CHECK (length(leaf) = 32),
    signature BLOB NOT NULL CHECK (length(signature) = 64),
    UNIQUE (epoch, seq)
  ) STRICT`,
  ...frozen('journal_record'),
  `CREATE TABLE device (
    only INTEGER PRIMARY KEY CHECK (only = 1),
    device TEXT NOT NULL,
    prefix TEXT NOT NULL,
    public_key BLOB NOT NULL CHECK (length(public_key) = 32),
    epoch INTEGER NOT NULL
  ) STRICT`,
];

const rest = [
  `CREATE TABLE print_job (
    id INTEGER PRIMARY KEY,
    sale_id INTEGER REFERENCES sale (id),
    is_copy INTEGER NOT NULL CHECK (is_copy IN (0, 1)),
    state TEXT NOT NULL,
    tries INTEGER NOT NULL,
    reason TEXT,
    created_at_ms INTEGER NOT NULL,
    settled_at_ms INTEGER
  ) STRICT`,
  'CREATE INDEX print_job_queue ON print_job (state, id) WHERE settled_at_ms IS NULL',
  `CREATE TABLE setting (
    key TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
  ) STRICT, WITHOUT ROWID`,
];

/** Triggers that refuse to change or delete what is in the book. */
function frozen(table: string): string[] {
  return ['UPDATE', 'DELETE'].map(
    (verb) =>
      `CREATE TRIGGER ${table}_refuse_${verb.toLowerCase()} BEFORE ${verb} ON ${table}
       BEGIN SELECT RAISE(ABORT, '${table} is append-only'); END`,
  );
}
