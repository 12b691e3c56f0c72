import { appendOnly } from '../database/append-only.ts';

/** Carts that are being built, as JSON (KeptCart): kept so that a kill loses none. */
export const cartTables = [
  `CREATE TABLE cart (
    id TEXT NOT NULL PRIMARY KEY,
    content TEXT NOT NULL,
    kept_at_ms INTEGER NOT NULL,
    is_parked INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID`,
  // Carts that were left and went on under a new id: the page that had them may come back.
  `CREATE TABLE cart_went_on (
    id TEXT NOT NULL PRIMARY KEY,
    went_on_as TEXT NOT NULL
  ) STRICT, WITHOUT ROWID`,
  // What somebody with a PIN has allowed on a cart: see domain/sales/deviations.ts.
  `CREATE TABLE cart_leave (
    cart TEXT NOT NULL,
    permission TEXT NOT NULL,
    what TEXT NOT NULL,
    low INTEGER NOT NULL,
    approver TEXT NOT NULL,
    given_at_ms INTEGER NOT NULL,
    PRIMARY KEY (cart, permission, what, low)
  ) STRICT, WITHOUT ROWID`,
] as const;

/** The sale's tables: each row is what its journal record says, see project-sale.ts. */
export const saleTables = [
  `CREATE TABLE sale (
    record INTEGER PRIMARY KEY REFERENCES journal_record (position),
    uuid TEXT NOT NULL UNIQUE,
    number TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL,
    ref TEXT,
    source TEXT,
    sold_at_ms INTEGER NOT NULL,
    offset_minutes INTEGER NOT NULL,
    business_date TEXT NOT NULL,
    cashier TEXT NOT NULL,
    approver TEXT,
    shift INTEGER,
    subtotal_rupiah INTEGER NOT NULL,
    discount_rupiah INTEGER NOT NULL,
    tax_rupiah INTEGER NOT NULL,
    rounding_rupiah INTEGER NOT NULL,
    total_rupiah INTEGER NOT NULL,
    change_rupiah INTEGER NOT NULL
  ) STRICT`,
  // Within a date by record, as every index of SQLite is.
  'CREATE INDEX sale_by_date ON sale (business_date)',
  // Whoever looks for a receipt knows the last figures of its number.
  'CREATE INDEX sale_by_number_end ON sale (substr(number, -4))',
  // What answers a sale.
  'CREATE INDEX sale_by_ref ON sale (ref) WHERE ref IS NOT NULL',
  // Of a refund too: whoever looks for an amount types no sign.
  'CREATE INDEX sale_by_total ON sale (abs(total_rupiah))',
  ...appendOnly('sale'),
  `CREATE TABLE sale_line (
    record INTEGER NOT NULL REFERENCES sale (record),
    position INTEGER NOT NULL,
    code TEXT NOT NULL,
    name TEXT NOT NULL,
    category TEXT NOT NULL,
    unit TEXT NOT NULL,
    factor_milli INTEGER NOT NULL,
    quantity_milli INTEGER NOT NULL,
    price_rupiah INTEGER NOT NULL,
    shelf_rupiah INTEGER,
    amount_rupiah INTEGER NOT NULL,
    discount_rupiah INTEGER NOT NULL,
    tax_kind TEXT NOT NULL,
    tax_rupiah INTEGER NOT NULL,
    due_rupiah INTEGER NOT NULL,
    of_line INTEGER,
    PRIMARY KEY (record, position)
  ) STRICT, WITHOUT ROWID`,
  // Quick items by name; products by code are in stock_move.
  "CREATE INDEX sale_line_quick ON sale_line (name) WHERE code = ''",
  ...appendOnly('sale_line'),
  `CREATE TABLE sale_tender (
    record INTEGER NOT NULL REFERENCES sale (record),
    position INTEGER NOT NULL,
    kind TEXT NOT NULL,
    amount_rupiah INTEGER NOT NULL,
    state TEXT,
    reference TEXT,
    PRIMARY KEY (record, position)
  ) STRICT, WITHOUT ROWID`,
  "CREATE INDEX sale_tender_by_cash ON sale_tender (amount_rupiah) WHERE kind = 'cash'",
  "CREATE INDEX sale_tender_claimed ON sale_tender (record) WHERE state = 'claimed'",
  ...appendOnly('sale_tender'),
  // A code is given out once, and paid with once: whoever the two tills' windows are.
  `CREATE TABLE voucher (
    record INTEGER NOT NULL REFERENCES sale (record),
    position INTEGER NOT NULL,
    hash TEXT NOT NULL UNIQUE,
    amount_rupiah INTEGER NOT NULL,
    PRIMARY KEY (record, position)
  ) STRICT, WITHOUT ROWID`,
  ...appendOnly('voucher'),
  `CREATE TABLE voucher_use (
    record INTEGER NOT NULL REFERENCES sale (record),
    position INTEGER NOT NULL,
    hash TEXT NOT NULL UNIQUE REFERENCES voucher (hash),
    PRIMARY KEY (record, position)
  ) STRICT, WITHOUT ROWID`,
  ...appendOnly('voucher_use'),
  // Sales that were practised: found by the id of their cart and by their number, and in no sum.
  `CREATE TABLE training (
    record INTEGER PRIMARY KEY REFERENCES journal_record (position),
    uuid TEXT NOT NULL UNIQUE,
    number TEXT NOT NULL UNIQUE
  ) STRICT`,
  ...appendOnly('training'),
  // Each product that was ever sold, by every name that it had: what a search for sales looks
  // through, a few thousand rows for many years of sales.
  `CREATE TABLE sold_product (
    code TEXT NOT NULL,
    name TEXT NOT NULL,
    words TEXT NOT NULL,
    PRIMARY KEY (code, name)
  ) STRICT, WITHOUT ROWID`,
  ...appendOnly('sold_product'),
] as const;
