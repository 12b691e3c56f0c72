/** The catalog's tables. */
export const catalogTables = [
  `CREATE TABLE product (
    id INTEGER PRIMARY KEY,
    code TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    name_key TEXT NOT NULL,
    sort_key TEXT NOT NULL,
    category TEXT NOT NULL,
    tax_kind TEXT CHECK (tax_kind IN ('none', 'ppn', 'ppn-luxury', 'pbjt')),
    tax_is_added INTEGER CHECK (tax_is_added IN (0, 1)),
    is_archived INTEGER NOT NULL CHECK (is_archived IN (0, 1)),
    is_sample INTEGER NOT NULL CHECK (is_sample IN (0, 1)),
    created_at_ms INTEGER NOT NULL,
    CHECK ((tax_kind IS NULL) = (tax_is_added IS NULL))
  ) STRICT`,
  'CREATE INDEX product_by_code ON product (code COLLATE NOCASE)',
  'CREATE INDEX product_by_name ON product (is_archived, sort_key, id)',
  'CREATE INDEX product_by_category ON product (is_archived, category, sort_key, id)',
  'CREATE INDEX product_of_sample ON product (id) WHERE is_sample = 1',
  `CREATE TABLE product_unit (
    id INTEGER PRIMARY KEY,
    product_id INTEGER NOT NULL REFERENCES product (id),
    position INTEGER NOT NULL,
    unit TEXT NOT NULL,
    factor_milli INTEGER NOT NULL CHECK (factor_milli > 0),
    price_rupiah INTEGER NOT NULL CHECK (price_rupiah >= 0),
    floor_rupiah INTEGER CHECK (floor_rupiah >= 0),
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
] as const;
