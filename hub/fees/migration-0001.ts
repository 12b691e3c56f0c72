import { type DatabaseKind, type Ddl, ddl } from '../database/ddl.ts';
import { rowSecurity } from '../database/row-security.ts';
import { bankTables } from './bank/migration-0001.ts';
import { matterTables } from './matter-tables.ts';
import { feeTriggers } from './triggers.ts';

/**
 * What stalls owe: rows that the acts of fees make, see project-fee.ts. The database itself holds
 * that nothing is settled, used or numbered twice: triggers add up where a CHECK cannot look.
 */
export function feeTables(kind: DatabaseKind): string[] {
  const words = ddl(kind);
  return [
    ...actTables(words),
    ...chargeTables(words),
    ...creditTables(words),
    ...takingTables(words),
    ...bookTables(words),
    ...mallTables(words),
    ...matterTables(words),
    ...bankTables(kind),
    ...leftStatistics(kind),
    ...feeTriggers(kind),
    ...rowSecurity(kind, ofStalls),
  ];
}

/**
 * How little is left of most rows: PostgreSQL would take a third of them to have something left,
 * and read the whole table where an index has what is. It knows of columns by itself, of what they
 * come to only so.
 */
function leftStatistics(kind: DatabaseKind): string[] {
  if (kind === 'sqlite') return [];
  return [
    'CREATE STATISTICS fee_charge_left ON (amount - settled) FROM fee_charge',
    'CREATE STATISTICS fee_credit_left ON (amount - used) FROM fee_credit',
    'CREATE STATISTICS fee_pairing_left ON (paired - posted) FROM fee_pairing',
  ];
}

const ofStalls = [
  'fee_charge',
  'fee_credit',
  'fee_allocation',
  'fee_refund',
  'fee_deposit',
  'fee_deposit_sum',
  'fee_reading',
  'fee_notice',
  'fee_dispute',
  'fee_instalments',
  'fee_relief',
  'fee_seen',
  'fee_message',
];

const STALL = 'REFERENCES stall (code)';
const MALL = 'REFERENCES mall (code)';
const ACT = 'REFERENCES fee_act (id)';

function actTables({ int, text, table }: Ddl): string[] {
  return [
    table(
      'fee_act',
      `id ${text} NOT NULL PRIMARY KEY`,
      `position ${int} NOT NULL UNIQUE REFERENCES hub_record (position)`,
      `act ${text} NOT NULL`,
      `mall ${text} NOT NULL ${MALL}`,
      `stall ${text} ${STALL}`,
      `on_date ${text} NOT NULL`,
      `at_ms ${int} NOT NULL`,
      `by_whom ${text} NOT NULL`,
      `note ${text} NOT NULL`,
      `details ${text}`,
    ),
    'CREATE INDEX fee_act_by_stall ON fee_act (stall, position)',
    'CREATE INDEX fee_act_by_mall ON fee_act (mall, position)',
    'CREATE INDEX fee_act_by_kind ON fee_act (mall, act, position)',
  ];
}

function chargeTables({ int, text, table }: Ddl): string[] {
  return [
    table(
      'fee_charge',
      `id ${text} NOT NULL PRIMARY KEY`,
      `act ${text} NOT NULL ${ACT}`,
      `mall ${text} NOT NULL`,
      `stall ${text} NOT NULL ${STALL}`,
      `period ${text} NOT NULL`,
      `kind ${text} NOT NULL`,
      `amount ${int} NOT NULL CHECK (amount > 0)`,
      `due_on ${text} NOT NULL`,
      `on_date ${text} NOT NULL`,
      `basis ${text} NOT NULL`,
      `settled ${int} NOT NULL DEFAULT 0 CHECK (settled BETWEEN 0 AND amount)`,
      `is_reversed ${int} NOT NULL DEFAULT 0 CHECK (is_reversed IN (0, 1))`,
      `reversed_by ${text} ${ACT}`,
      `changed_on ${text} NOT NULL`,
      `settled_from ${text}`,
      'CHECK (is_reversed = 0 OR settled = 0)',
      'CHECK ((is_reversed = 1) = (reversed_by IS NOT NULL))',
      'UNIQUE (id, stall)',
    ),
    `CREATE UNIQUE INDEX fee_charge_once ON fee_charge (stall, period, kind)
    WHERE is_reversed = 0`,
    'CREATE INDEX fee_charge_by_stall ON fee_charge (stall, due_on)',
    'CREATE INDEX fee_charge_by_period ON fee_charge (mall, period, stall)',
    `CREATE INDEX fee_charge_open ON fee_charge (mall, due_on, stall)
    WHERE is_reversed = 0 AND amount - settled > 0`,
    // What was open on a date that is past: made until then, and changed behind it.
    `CREATE INDEX fee_charge_changed ON fee_charge (mall, changed_on, on_date)
    WHERE is_reversed = 1 OR amount - settled = 0`,
    'CREATE INDEX fee_charge_by_act ON fee_charge (act)',
  ];
}

function creditTables({ int, text, table }: Ddl): string[] {
  return [
    table(
      'fee_credit',
      `id ${text} NOT NULL PRIMARY KEY`,
      `act ${text} NOT NULL ${ACT}`,
      `mall ${text} NOT NULL`,
      `stall ${text} NOT NULL ${STALL}`,
      `kind ${text} NOT NULL`,
      `amount ${int} NOT NULL CHECK (amount > 0)`,
      `on_date ${text} NOT NULL`,
      `account ${text}`,
      `kuitansi_year ${int}`,
      `kuitansi_number ${int}`,
      `bank_row ${text}`,
      `of_charge ${text}`,
      `withheld ${int} NOT NULL DEFAULT 0 CHECK (withheld BETWEEN 0 AND amount)`,
      `used ${int} NOT NULL DEFAULT 0 CHECK (used BETWEEN 0 AND amount)`,
      `is_reversed ${int} NOT NULL DEFAULT 0 CHECK (is_reversed IN (0, 1))`,
      `reversed_by ${text} ${ACT}`,
      'CHECK (is_reversed = 0 OR used = 0)',
      'CHECK ((is_reversed = 1) = (reversed_by IS NOT NULL))',
      `CHECK ((kind IN ('bank', 'cash', 'qris')) = (kuitansi_number IS NOT NULL))`,
      'CHECK ((kuitansi_number IS NULL) = (kuitansi_year IS NULL))',
      'UNIQUE (mall, kuitansi_year, kuitansi_number)',
      'UNIQUE (id, stall)',
    ),
    'CREATE INDEX fee_credit_by_stall ON fee_credit (stall, on_date)',
    'CREATE INDEX fee_credit_by_row ON fee_credit (bank_row)',
    'CREATE INDEX fee_credit_by_act ON fee_credit (act)',
    `CREATE INDEX fee_credit_unused ON fee_credit (mall, stall)
    WHERE is_reversed = 0 AND amount - used > 0`,
  ];
}

function takingTables({ int, text, table }: Ddl): string[] {
  return [
    table(
      'fee_allocation',
      `act ${text} NOT NULL ${ACT}`,
      `line ${int} NOT NULL`,
      `credit ${text} NOT NULL`,
      `charge ${text} NOT NULL`,
      `stall ${text} NOT NULL`,
      `amount ${int} NOT NULL CHECK (amount <> 0)`,
      `on_date ${text} NOT NULL`,
      'PRIMARY KEY (act, line)',
      'FOREIGN KEY (credit, stall) REFERENCES fee_credit (id, stall)',
      'FOREIGN KEY (charge, stall) REFERENCES fee_charge (id, stall)',
    ),
    'CREATE INDEX fee_allocation_by_credit ON fee_allocation (credit)',
    'CREATE INDEX fee_allocation_by_charge ON fee_allocation (charge, on_date)',
    table(
      'fee_refund',
      `id ${text} NOT NULL PRIMARY KEY`,
      `act ${text} NOT NULL ${ACT}`,
      `credit ${text} NOT NULL`,
      `stall ${text} NOT NULL`,
      `amount ${int} NOT NULL CHECK (amount <> 0)`,
      `account ${text} NOT NULL`,
      `on_date ${text} NOT NULL`,
      `undoes ${text} UNIQUE REFERENCES fee_refund (id)`,
      'FOREIGN KEY (credit, stall) REFERENCES fee_credit (id, stall)',
    ),
    'CREATE INDEX fee_refund_by_credit ON fee_refund (credit)',
    'CREATE INDEX fee_refund_by_stall ON fee_refund (stall, on_date)',
    table(
      'fee_deposit',
      `id ${text} NOT NULL PRIMARY KEY`,
      `act ${text} NOT NULL ${ACT}`,
      `mall ${text} NOT NULL`,
      `stall ${text} NOT NULL ${STALL}`,
      `amount ${int} NOT NULL CHECK (amount <> 0)`,
      `account ${text}`,
      `on_date ${text} NOT NULL`,
      `undoes ${text} UNIQUE REFERENCES fee_deposit (id)`,
    ),
    'CREATE INDEX fee_deposit_by_stall ON fee_deposit (stall, on_date)',
    table(
      'fee_deposit_sum',
      `stall ${text} NOT NULL PRIMARY KEY ${STALL}`,
      `amount ${int} NOT NULL CHECK (amount >= 0)`,
    ),
  ];
}

function bookTables({ int, text, table }: Ddl): string[] {
  return [
    table(
      'fee_month',
      `mall ${text} NOT NULL ${MALL}`,
      `month ${text} NOT NULL`,
      `is_closed ${int} NOT NULL CHECK (is_closed IN (0, 1))`,
      `act ${text} NOT NULL ${ACT}`,
      'PRIMARY KEY (mall, month)',
    ),
    table(
      'fee_posting',
      `act ${text} NOT NULL ${ACT}`,
      `line ${int} NOT NULL`,
      `mall ${text} NOT NULL`,
      `month ${text} NOT NULL`,
      `on_date ${text} NOT NULL`,
      `debit ${text} NOT NULL`,
      `credit ${text} NOT NULL`,
      `stall ${text}`,
      `amount ${int} NOT NULL CHECK (amount > 0)`,
      'PRIMARY KEY (act, line)',
      'CHECK (debit <> credit)',
    ),
    'CREATE INDEX fee_posting_by_month ON fee_posting (mall, month, on_date)',
    'CREATE INDEX fee_posting_by_debit ON fee_posting (debit, on_date)',
    'CREATE INDEX fee_posting_by_credit ON fee_posting (credit, on_date)',
    table(
      'fee_book_sum',
      `mall ${text} NOT NULL ${MALL}`,
      `month ${text} NOT NULL`,
      `account ${text} NOT NULL`,
      `debit ${int} NOT NULL`,
      `credit ${int} NOT NULL`,
      'PRIMARY KEY (mall, month, account)',
    ),
  ];
}

/** What a mall decided: its plans, the codes of its stalls, its accounts, its day of the month. */
function mallTables({ int, text, table }: Ddl): string[] {
  return [
    table(
      'fee_mall',
      `mall ${text} NOT NULL PRIMARY KEY ${MALL}`,
      `charge_day ${int} CHECK (charge_day BETWEEN 1 AND 28)`,
      `charge_from ${text} CHECK ((charge_from IS NULL) = (charge_day IS NULL))`,
      `charged_period ${text} NOT NULL`,
      `address ${text} NOT NULL DEFAULT ''`,
      `telephone ${text} NOT NULL DEFAULT ''`,
      `place ${text} NOT NULL DEFAULT ''`,
      `signer ${text} NOT NULL DEFAULT ''`,
    ),
    table(
      'fee_plan',
      `mall ${text} NOT NULL ${MALL}`,
      `from_period ${text} NOT NULL`,
      `details ${text} NOT NULL`,
      `act ${text} NOT NULL ${ACT}`,
      'PRIMARY KEY (mall, from_period)',
    ),
    table(
      'fee_code',
      `mall ${text} NOT NULL ${MALL}`,
      `code ${int} NOT NULL CHECK (code BETWEEN 1 AND 999)`,
      `stall ${text} NOT NULL UNIQUE ${STALL}`,
      `act ${text} NOT NULL ${ACT}`,
      'PRIMARY KEY (mall, code)',
    ),
    table(
      'fee_account',
      `code ${text} NOT NULL PRIMARY KEY`,
      `mall ${text} NOT NULL ${MALL}`,
      `holds ${text} NOT NULL CHECK (holds IN ('bank', 'qris', 'cash'))`,
      `label ${text} NOT NULL`,
      `qris ${text} NOT NULL`,
      `profile ${text} NOT NULL`,
      `is_closed ${int} NOT NULL CHECK (is_closed IN (0, 1))`,
      `act ${text} NOT NULL ${ACT}`,
    ),
    'CREATE INDEX fee_account_by_mall ON fee_account (mall)',
  ];
}
