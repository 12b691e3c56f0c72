import type { Ddl } from '../database/ddl.ts';

const STALL = 'REFERENCES stall (code)';
const MALL = 'REFERENCES mall (code)';
const ACT = 'REFERENCES fee_act (id)';

/** Meters, letters, disputes, closures, and what tills say: beside the money. */
export function matterTables(words: Ddl): string[] {
  return [
    ...meterTables(words),
    ...disputeTables(words),
    ...answerTables(words),
    ...messageTables(words),
  ];
}

function meterTables({ int, text, table }: Ddl): string[] {
  const act = `act ${text} NOT NULL PRIMARY KEY ${ACT}`;
  const stall = `stall ${text} NOT NULL ${STALL}`;
  const mall = `mall ${text} NOT NULL ${MALL}`;
  return [
    table(
      'fee_reading',
      act,
      mall,
      stall,
      `period ${text} NOT NULL`,
      `meter ${text} NOT NULL`,
      `from_milli ${int} NOT NULL`,
      `to_milli ${int} NOT NULL`,
      `used_milli ${int} NOT NULL CHECK (used_milli >= 0)`,
      `is_estimate ${int} NOT NULL CHECK (is_estimate IN (0, 1))`,
      `photo ${text}`,
      `is_reversed ${int} NOT NULL DEFAULT 0 CHECK (is_reversed IN (0, 1))`,
    ),
    `CREATE UNIQUE INDEX fee_reading_once ON fee_reading (stall, period)
    WHERE is_reversed = 0`,
    'CREATE INDEX fee_reading_by_period ON fee_reading (mall, period)',
    table(
      'fee_meter_bill',
      mall,
      `period ${text} NOT NULL`,
      `used_milli ${int} NOT NULL CHECK (used_milli >= 0)`,
      `amount ${int} NOT NULL CHECK (amount >= 0)`,
      `act ${text} NOT NULL ${ACT}`,
      'PRIMARY KEY (mall, period)',
    ),
    table(
      'fee_notice',
      act,
      mall,
      stall,
      `level ${text} NOT NULL`,
      `year ${int} NOT NULL`,
      `number ${int} NOT NULL`,
      `owed ${int} NOT NULL CHECK (owed > 0)`,
      `on_date ${text} NOT NULL`,
      `until_date ${text} NOT NULL`,
      `delivered_on ${text}`,
      `delivered_how ${text}`,
      `delivered_photo ${text}`,
      'UNIQUE (mall, level, year, number)',
    ),
    'CREATE INDEX fee_notice_by_stall ON fee_notice (stall, on_date)',
  ];
}

function disputeTables({ int, text, table }: Ddl): string[] {
  const act = `act ${text} NOT NULL PRIMARY KEY ${ACT}`;
  const stall = `stall ${text} NOT NULL ${STALL}`;
  const mall = `mall ${text} NOT NULL ${MALL}`;
  return [
    table(
      'fee_dispute',
      act,
      mall,
      stall,
      `about ${text} NOT NULL`,
      `opened_on ${text} NOT NULL`,
      `photo ${text}`,
      `outcome ${text}`,
      `settled_by ${text} ${ACT}`,
      'CHECK ((outcome IS NULL) = (settled_by IS NULL))',
    ),
    `CREATE INDEX fee_dispute_open ON fee_dispute (mall, stall) WHERE outcome IS NULL`,
    'CREATE INDEX fee_dispute_by_stall ON fee_dispute (stall)',
    table(
      'fee_closure',
      act,
      mall,
      `stall ${text} ${STALL}`,
      `why ${text} NOT NULL`,
      `from_date ${text} NOT NULL`,
      `to_date ${text} NOT NULL`,
      `is_ended ${int} NOT NULL DEFAULT 0 CHECK (is_ended IN (0, 1))`,
      'CHECK (from_date <= to_date)',
    ),
    'CREATE INDEX fee_closure_by_mall ON fee_closure (mall, from_date)',
    table(
      'fee_instalments',
      act,
      mall,
      stall,
      `from_date ${text} NOT NULL`,
      `parts ${text} NOT NULL`,
      `is_ended ${int} NOT NULL DEFAULT 0 CHECK (is_ended IN (0, 1))`,
    ),
    `CREATE UNIQUE INDEX fee_instalments_once ON fee_instalments (stall) WHERE is_ended = 0`,
  ];
}

/** Credit notes of closures and disputes, and what stalls have seen. */
function answerTables({ text, table }: Ddl): string[] {
  const stall = `stall ${text} NOT NULL ${STALL}`;
  return [
    table(
      'fee_relief',
      `act ${text} NOT NULL PRIMARY KEY ${ACT}`,
      stall,
      `of_act ${text} NOT NULL ${ACT}`,
    ),
    'CREATE INDEX fee_relief_by_of ON fee_relief (of_act, stall)',
    'CREATE INDEX fee_relief_by_stall ON fee_relief (stall)',
    table(
      'fee_seen',
      `of_act ${text} NOT NULL ${ACT}`,
      stall,
      `act ${text} NOT NULL ${ACT}`,
      `on_date ${text} NOT NULL`,
      'PRIMARY KEY (of_act, stall)',
    ),
  ];
}

function messageTables({ bytes, int, text, table }: Ddl): string[] {
  const stall = `stall ${text} NOT NULL ${STALL}`;
  return [
    table(
      'fee_message',
      `id ${text} NOT NULL PRIMARY KEY`,
      stall,
      `device ${text} NOT NULL`,
      `kind ${text} NOT NULL`,
      `content ${text} NOT NULL`,
      `photo ${text}`,
      `received_at_ms ${int} NOT NULL`,
      `answered_by ${text} ${ACT}`,
    ),
    `CREATE INDEX fee_message_waiting ON fee_message (kind, received_at_ms)
      WHERE answered_by IS NULL`,
    'CREATE INDEX fee_message_by_stall ON fee_message (stall, received_at_ms)',
    table(
      'fee_photo',
      `sha256 ${text} NOT NULL PRIMARY KEY`,
      `stall ${text} NOT NULL ${STALL}`,
      `bytes ${bytes} NOT NULL`,
      `at_ms ${int} NOT NULL`,
    ),
    table(
      'fee_given',
      `credit ${text} NOT NULL PRIMARY KEY REFERENCES fee_credit (id)`,
      `on_date ${text} NOT NULL`,
      `by_whom ${text} NOT NULL`,
      `at_ms ${int} NOT NULL`,
    ),
  ];
}
