import { appendOnly } from '../database/append-only.ts';

/** Shifts and what went through their drawers: each row is what its journal record says. */
export const shiftTables = [
  `CREATE TABLE shift (
    record INTEGER PRIMARY KEY REFERENCES journal_record (position),
    uuid TEXT NOT NULL UNIQUE,
    number INTEGER NOT NULL UNIQUE,
    drawer INTEGER NOT NULL,
    opened_at_ms INTEGER NOT NULL,
    offset_minutes INTEGER NOT NULL,
    business_date TEXT NOT NULL,
    cashier TEXT NOT NULL,
    float_rupiah INTEGER NOT NULL
  ) STRICT`,
  ...appendOnly('shift'),
  `CREATE TABLE z (
    record INTEGER PRIMARY KEY REFERENCES journal_record (position),
    uuid TEXT NOT NULL UNIQUE,
    number INTEGER NOT NULL UNIQUE,
    epoch INTEGER NOT NULL,
    shift INTEGER NOT NULL UNIQUE REFERENCES shift (number),
    drawer INTEGER NOT NULL,
    closed_at_ms INTEGER NOT NULL,
    offset_minutes INTEGER NOT NULL,
    cashier TEXT NOT NULL,
    net_rupiah INTEGER NOT NULL,
    counted_rupiah INTEGER NOT NULL,
    difference_rupiah INTEGER NOT NULL
  ) STRICT`,
  ...appendOnly('z'),
  `CREATE TABLE drawer_move (
    record INTEGER PRIMARY KEY REFERENCES journal_record (position),
    uuid TEXT NOT NULL UNIQUE,
    shift INTEGER NOT NULL REFERENCES shift (number),
    reason TEXT NOT NULL,
    amount_rupiah INTEGER NOT NULL
  ) STRICT`,
  'CREATE INDEX drawer_move_by_shift ON drawer_move (shift, record)',
  ...appendOnly('drawer_move'),
  `CREATE TABLE drawer_count (
    record INTEGER PRIMARY KEY REFERENCES journal_record (position),
    shift INTEGER NOT NULL REFERENCES shift (number),
    total_rupiah INTEGER NOT NULL
  ) STRICT`,
  'CREATE INDEX drawer_count_by_shift ON drawer_count (shift, record)',
  ...appendOnly('drawer_count'),
] as const;
