import { type DatabaseKind, type Ddl, ddl } from '../../database/ddl.ts';

/** Files of banks and acquirers, their rows, and what each row was used for. */
export function bankTables(kind: DatabaseKind): string[] {
  const words = ddl(kind);
  return [
    ...rowTables(words),
    ...pairTables(words),
    ...settledTables(words),
    ...learnedTables(words),
  ];
}

function rowTables({ int, text, table }: Ddl): string[] {
  return [
    table(
      'fee_statement',
      `id ${text} NOT NULL PRIMARY KEY REFERENCES fee_act (id)`,
      `account ${text} NOT NULL REFERENCES fee_account (code)`,
      `sha256 ${text} NOT NULL`,
      `file ${text} NOT NULL`,
      `from_date ${text} NOT NULL`,
      `to_date ${text} NOT NULL`,
      `opening_sen ${int}`,
      `closing_sen ${int}`,
      `row_count ${int} NOT NULL`,
      `added ${int} NOT NULL`,
    ),
    'CREATE INDEX fee_statement_by_account ON fee_statement (account, to_date)',
    table(
      'bank_row',
      `id ${text} NOT NULL PRIMARY KEY`,
      `account ${text} NOT NULL REFERENCES fee_account (code)`,
      `statement ${text} NOT NULL REFERENCES fee_statement (id)`,
      `on_date ${text} NOT NULL`,
      `line ${int} NOT NULL`,
      `amount_sen ${int} NOT NULL CHECK (amount_sen <> 0)`,
      `amount ${int} NOT NULL CHECK (amount = 0 OR (amount > 0) = (amount_sen > 0))`,
      `balance_sen ${int}`,
      `description ${text} NOT NULL`,
      `reference ${text} NOT NULL`,
      `sender ${text} NOT NULL`,
      `withheld ${int} NOT NULL DEFAULT 0`,
      `used ${int} NOT NULL DEFAULT 0 CHECK (used BETWEEN 0 AND abs(amount))`,
      `used_on ${text} NOT NULL DEFAULT ''`,
      'CHECK (abs(amount_sen) - 100 * abs(amount) BETWEEN 0 AND 99)',
    ),
    'CREATE INDEX bank_row_by_account ON bank_row (account, on_date, line)',
    `CREATE INDEX bank_row_unused ON bank_row (account, on_date, line)
    WHERE used < abs(amount)`,
    `CREATE INDEX bank_row_used_later ON bank_row (account, used_on)
    WHERE used_on > on_date`,
  ];
}

/** What rows were used for, and which acts they say of what was posted. */
function pairTables({ int, text, table }: Ddl): string[] {
  return [
    table(
      'bank_use',
      `act ${text} NOT NULL REFERENCES fee_act (id)`,
      `line ${int} NOT NULL`,
      `bank_row ${text} NOT NULL REFERENCES bank_row (id)`,
      `amount ${int} NOT NULL CHECK (amount <> 0)`,
      `of_act ${text} REFERENCES fee_act (id)`,
      `undoes ${text} REFERENCES fee_act (id)`,
      'CHECK ((undoes IS NULL) = (amount > 0))',
      'PRIMARY KEY (act, line)',
    ),
    'CREATE INDEX bank_use_by_row ON bank_use (bank_row)',
    'CREATE INDEX bank_use_by_booked ON bank_use (of_act) WHERE of_act IS NOT NULL',
    'CREATE UNIQUE INDEX bank_use_undone_once ON bank_use (undoes, bank_row)',
    table(
      'fee_pairing',
      `account ${text} NOT NULL`,
      `act ${text} NOT NULL REFERENCES fee_act (id)`,
      `position ${int} NOT NULL`,
      `on_date ${text} NOT NULL`,
      `posted ${int} NOT NULL`,
      `paired ${int} NOT NULL`,
      `first_on ${text} NOT NULL`,
      `last_on ${text} NOT NULL`,
      'PRIMARY KEY (account, act)',
    ),
    `CREATE INDEX fee_pairing_open ON fee_pairing (account, on_date, position)
    WHERE paired - posted <> 0`,
    `CREATE INDEX fee_pairing_long ON fee_pairing (account, last_on, first_on)
    WHERE first_on < last_on`,
  ];
}

function settledTables({ int, text, table }: Ddl): string[] {
  return [
    table(
      'fee_settled',
      `id ${text} NOT NULL PRIMARY KEY`,
      `statement ${text} NOT NULL REFERENCES fee_act (id)`,
      `nmid ${text} NOT NULL`,
      `on_date ${text} NOT NULL`,
      `line ${int} NOT NULL`,
      `gross_sen ${int} NOT NULL`,
      `net_sen ${int} NOT NULL`,
      `content ${text} NOT NULL`,
    ),
    'CREATE INDEX fee_settled_by_nmid ON fee_settled (nmid, on_date, line, id)',
  ];
}

function learnedTables({ int, text, table }: Ddl): string[] {
  return [
    table(
      'fee_sender',
      `mall ${text} NOT NULL REFERENCES mall (code)`,
      `sender ${text} NOT NULL`,
      `stall ${text} NOT NULL REFERENCES stall (code)`,
      `times ${int} NOT NULL CHECK (times >= 0)`,
      'PRIMARY KEY (mall, sender, stall)',
    ),
    table(
      'fee_profile',
      `name ${text} NOT NULL PRIMARY KEY`,
      `content ${text} NOT NULL`,
      `changed_at_ms ${int} NOT NULL`,
    ),
    table(
      'fee_signature',
      `act ${text} NOT NULL PRIMARY KEY REFERENCES fee_act (id)`,
      `account ${text} NOT NULL REFERENCES fee_account (code)`,
      `of_date ${text} NOT NULL`,
      `name ${text} NOT NULL`,
    ),
    'CREATE INDEX fee_signature_by_account ON fee_signature (account, of_date)',
  ];
}
