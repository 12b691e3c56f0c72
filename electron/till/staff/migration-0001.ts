/** A row of it stays for good, so that its number is never given to anybody or anything else. */
function keepsRows(table: string): string {
  return `CREATE TRIGGER ${table}_refuse_delete BEFORE DELETE ON ${table}
       BEGIN SELECT RAISE(ABORT, 'a ${table} keeps its number'); END`;
}

/** People, their roles, wrong PINs in a row, and what proves the rest. */
export const staffTables = [
  `CREATE TABLE staff (
    number INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    role TEXT NOT NULL
      CHECK (role IN ('owner', 'supervisor', 'cashier') OR role GLOB 'role-[1-9]*'),
    pin TEXT CHECK (pin GLOB '$argon2id$?*$?*$?*'),
    is_active INTEGER NOT NULL CHECK (is_active IN (0, 1)),
    is_erased INTEGER NOT NULL CHECK (is_erased IN (0, 1)),
    created_at_ms INTEGER NOT NULL
  ) STRICT`,
  keepsRows('staff'),
  `CREATE TABLE role (
    number INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    permissions TEXT NOT NULL CHECK (json_type(permissions) = 'array'),
    is_deleted INTEGER NOT NULL CHECK (is_deleted IN (0, 1))
  ) STRICT`,
  keepsRows('role'),
  `CREATE TABLE wrong_try (
    subject TEXT NOT NULL PRIMARY KEY,
    failures INTEGER NOT NULL CHECK (failures > 0),
    lock_ms INTEGER NOT NULL CHECK (lock_ms >= 0),
    is_told INTEGER NOT NULL CHECK (is_told IN (0, 1))
  ) STRICT, WITHOUT ROWID`,
  `CREATE TABLE staff_secret (
    only INTEGER PRIMARY KEY CHECK (only = 1),
    pepper_hash BLOB CHECK (length(pepper_hash) = 32),
    recovery_hash BLOB CHECK (length(recovery_hash) = 32)
  ) STRICT`,
] as const;
