import { type DatabaseKind, type Ddl, ddl } from '../database/ddl.ts';
import { rowSecurity } from '../database/row-security.ts';
import { IN_ALARM } from './alarm-store.ts';

/**
 * What the hub stores of the tills: divided by stall, which stands first in every key. The chain's
 * row is there before any other of its device, and holds the stall and the device for them.
 */
export function ingestTables(kind: DatabaseKind): string[] {
  const words = ddl(kind);
  return [
    ...chainTables(words),
    ...recordTables(words, kind),
    ...totalTables(words, kind),
    ...rowSecurity(kind, ofStalls),
  ];
}

const ofStalls = [
  'chain',
  'record',
  'record_other',
  'tree_node',
  'body',
  'day_total',
  'day_tender',
  'day_tax',
  'refunded',
  'unsigned_day',
];

const OF_CHAIN = 'FOREIGN KEY (stall, device) REFERENCES chain (stall, device)';

function chainTables({ bytes, int, text, table }: Ddl): string[] {
  return [
    table(
      'chain',
      `stall ${text} NOT NULL REFERENCES stall (code)`,
      `device ${text} NOT NULL REFERENCES device (device)`,
      `epoch ${int} NOT NULL`,
      `seq ${int} NOT NULL`,
      `leaf ${bytes} NOT NULL`,
      `sales ${int} NOT NULL`,
      `refunds ${int} NOT NULL`,
      `count ${int} NOT NULL`,
      `unread ${int} NOT NULL`,
      `open_shifts ${text} NOT NULL`,
      `moved ${int} NOT NULL`,
      `size ${int} NOT NULL`,
      `frontier ${bytes} NOT NULL`,
      `checked_size ${int} NOT NULL`,
      `unsigned ${int} NOT NULL`,
      `unsigned_settled ${int} NOT NULL`,
      `proven_later ${int} NOT NULL`,
      `has_fork ${int} NOT NULL CHECK (has_fork IN (0, 1))`,
      `is_straight ${int} NOT NULL CHECK (is_straight IN (0, 1))`,
      `forked_at_ms ${int}`,
      `rolled_back_at_ms ${int}`,
      `reported_at_ms ${int}`,
      'PRIMARY KEY (stall, device)',
    ),
    'CREATE INDEX chain_to_check ON chain (stall, device) WHERE checked_size < size',
    `CREATE INDEX chain_in_alarm ON chain (stall) WHERE ${IN_ALARM}`,
    table(
      'body',
      `stall ${text} NOT NULL`,
      `device ${text} NOT NULL`,
      `epoch ${int} NOT NULL`,
      `seq ${int} NOT NULL`,
      `leaf ${bytes} NOT NULL`,
      `body ${bytes} NOT NULL`,
      `received_at_ms ${int} NOT NULL`,
      'PRIMARY KEY (stall, device, epoch, seq, leaf)',
      OF_CHAIN,
    ),
  ];
}

/**
 * No foreign key here: each would cost a look-up for every record and every node of a batch, and
 * both are written only with the row of their chain locked.
 */
function recordTables({ bytes, int, text, table, narrowTable }: Ddl, kind: DatabaseKind): string[] {
  const record = table(
    'record',
    `stall ${text} NOT NULL`,
    `device ${text} NOT NULL`,
    `epoch ${int} NOT NULL`,
    `seq ${int} NOT NULL`,
    `leaf ${bytes} NOT NULL`,
    `business_date ${text} NOT NULL`,
    `idx ${int} NOT NULL`,
    `type ${text} NOT NULL`,
    `total ${int} NOT NULL`,
    `follows ${bytes}`,
    `head ${bytes} NOT NULL`,
    `signature ${bytes} NOT NULL`,
    `verdict ${text} NOT NULL CHECK (verdict IN ('ok', 'held', 'quarantined', 'fork'))`,
    `reason ${text}`,
    `goes_on ${int} NOT NULL CHECK (goes_on IN (0, 1))`,
    `open_shifts ${text} NOT NULL`,
    `unread_by ${int}`,
    `received_at_ms ${int} NOT NULL`,
    // The date is in the head, whose hash is the leaf: it makes no record twice.
    'PRIMARY KEY (stall, device, epoch, seq, leaf, business_date)',
  );
  const divided = [
    `${record} PARTITION BY RANGE (business_date)`,
    // For dates far off, and '' of unreadable heads; see partitions.ts.
    'CREATE TABLE record_other PARTITION OF record DEFAULT',
  ];
  return [
    ...(kind === 'postgres' ? divided : [record]),
    'CREATE INDEX record_by_idx ON record (stall, device, idx)',
    'CREATE INDEX record_by_leaf ON record (stall, device, leaf)',
    // What a newer hub judges anew.
    'CREATE INDEX record_unread ON record (unread_by, stall, device) WHERE unread_by IS NOT NULL',
    'CREATE INDEX record_by_date ON record (stall, business_date, device, idx)',
    narrowTable(
      'tree_node',
      `stall ${text} NOT NULL`,
      `device ${text} NOT NULL`,
      `level ${int} NOT NULL`,
      `idx ${int} NOT NULL`,
      `hash ${bytes} NOT NULL CHECK (length(hash) = 32)`,
      'PRIMARY KEY (stall, device, level, idx)',
    ),
  ];
}

function totalTables({ int, text, narrowTable }: Ddl, kind: DatabaseKind): string[] {
  const ofDevice = [`stall ${text} NOT NULL`, `device ${text} NOT NULL`];
  const ofDay = [...ofDevice, `business_date ${text} NOT NULL`];
  const numbers = (...names: readonly string[]) => names.map((name) => `${name} ${int} NOT NULL`);
  const sums = ['receipts', 'sales', 'refund_count', 'refunds', 'discount', 'tax', 'rounding'];
  const daySums = [...sums, 'z_count', 'nil_z_count', 'quarantined', 'records'];
  // SQLite keeps a date's rows by stall, each on another page: there the index has the sums too. On
  // PostgreSQL they lie beside each other as they came, and it would make each write a second one.
  const byDate = ['business_date', 'stall', ...(kind === 'sqlite' ? daySums : [])].join(', ');
  const tender = [`tender ${text} NOT NULL`, ...numbers('amount')];
  const keyed = (name: string, key: string, ...columns: readonly string[]) =>
    narrowTable(name, ...columns, `PRIMARY KEY (${key})`, OF_CHAIN);
  return [
    keyed('day_total', 'stall, business_date, device', ...ofDay, ...numbers(...daySums)),
    keyed('day_tender', 'stall, business_date, device, tender', ...ofDay, ...tender),
    // What all stalls took in a month, and the page of a day.
    `CREATE INDEX day_total_by_date ON day_total (${byDate})`,
    // All that the month by kind of tender asks for: half of the time of one that is not whole.
    'CREATE INDEX day_tender_by_date ON day_tender (business_date, tender, amount)',
    keyed(
      'day_tax',
      'stall, business_date, device, kind',
      ...ofDay,
      `kind ${text} NOT NULL`,
      ...numbers('base', 'tax'),
    ),
    keyed(
      'refunded',
      'stall, device, epoch, seq',
      ...ofDevice,
      ...numbers('epoch', 'seq', 'amount'),
    ),
    keyed('unsigned_day', 'stall, device', ...ofDevice, ...numbers('day', 'bytes')),
  ];
}
