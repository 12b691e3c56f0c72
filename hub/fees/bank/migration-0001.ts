import { type DatabaseKind, ddl } from '../../database/ddl.ts';

/** Files of banks and acquirers, their rows, and what each row was used for. */
export function bankTables(kind: DatabaseKind): string[] {
  const { int, text, table } = ddl(kind);
  return [
    table(
      'fee_statement',
      `id ${text} NOT NULL PRIMARY KEY REFERENCES fee_act (id)`,
      `account ${text} NOT NULL REFERENCES fee_account (code)`,
      `sha256 ${text} NOT NULL`,
      `file ${text} NOT NULL`,
      `from_date ${text} NOT NULL`,
      `to_date ${text} NOT NULL`,
      `opening ${int}`,
      `closing ${int}`,
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
      `amount ${int} NOT NULL CHECK (amount <> 0)`,
      `balance ${int}`,
      `description ${text} NOT NULL`,
      `reference ${text} NOT NULL`,
      `sender ${text} NOT NULL`,
      `withheld ${int} NOT NULL DEFAULT 0`,
      `more ${text}`,
      `used ${int} NOT NULL DEFAULT 0 CHECK (used BETWEEN 0 AND abs(amount))`,
    ),
    'CREATE INDEX bank_row_by_account ON bank_row (account, on_date, line)',
    `CREATE INDEX bank_row_unused ON bank_row (account, on_date, line)
    WHERE used < abs(amount)`,
    table(
      'bank_use',
      `act ${text} NOT NULL REFERENCES fee_act (id)`,
      `line ${int} NOT NULL`,
      `bank_row ${text} NOT NULL REFERENCES bank_row (id)`,
      `amount ${int} NOT NULL CHECK (amount <> 0)`,
      'PRIMARY KEY (act, line)',
    ),
    'CREATE INDEX bank_use_by_row ON bank_use (bank_row)',
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
      `name ${text} NOT NULL`,
    ),
  ];
}
