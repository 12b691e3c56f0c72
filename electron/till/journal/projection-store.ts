import type { Tables } from '../database/tables.ts';
import { build } from '../database/build.ts';
import { all, prepare, type PreparedQuery, type Tx } from '../database/run.ts';
import { addOnHand } from '../inventory/stock-store.ts';
import { noteClaims } from '../payments/open-claim-store.ts';
import { noteSold } from '../sales/sold-product-store.ts';
import type { ProjectedRows } from './project-record.ts';

export type ProjectedTable = keyof ProjectedRows;

/** Every column of the tables that stem from the journal, in the order of their keys. */
export const projectedColumns = {
  sale: [
    'record',
    'uuid',
    'number',
    'kind',
    'ref',
    'source',
    'sold_at_ms',
    'offset_minutes',
    'business_date',
    'cashier',
    'approver',
    'shift',
    'subtotal_rupiah',
    'discount_rupiah',
    'tax_rupiah',
    'rounding_rupiah',
    'total_rupiah',
    'change_rupiah',
  ],
  sale_line: [
    'record',
    'position',
    'code',
    'name',
    'category',
    'unit',
    'factor_milli',
    'quantity_milli',
    'price_rupiah',
    'shelf_rupiah',
    'amount_rupiah',
    'discount_rupiah',
    'tax_kind',
    'tax_rupiah',
    'due_rupiah',
    'of_line',
  ],
  voucher: ['record', 'position', 'hash', 'amount_rupiah'],
  voucher_use: ['record', 'position', 'hash'],
  sale_tender: ['record', 'position', 'kind', 'amount_rupiah', 'state', 'reference'],
  tender_state: [
    'record',
    'uuid',
    'ref',
    'number',
    'tender',
    'state',
    'found_by',
    'reference',
    'row_hash',
    'note',
    'at_ms',
    'cashier',
  ],
  stock_move: ['record', 'position', 'code', 'quantity_milli'],
  training: ['record', 'uuid', 'number'],
  shift: [
    'record',
    'uuid',
    'number',
    'drawer',
    'opened_at_ms',
    'offset_minutes',
    'business_date',
    'cashier',
    'float_rupiah',
  ],
  z: [
    'record',
    'uuid',
    'number',
    'epoch',
    'shift',
    'drawer',
    'closed_at_ms',
    'offset_minutes',
    'cashier',
    'net_rupiah',
    'counted_rupiah',
    'difference_rupiah',
  ],
  drawer_move: ['record', 'uuid', 'shift', 'reason', 'amount_rupiah'],
  drawer_count: ['record', 'shift', 'total_rupiah'],
  act: [
    'record',
    'type',
    'act',
    'at_ms',
    'offset_minutes',
    'business_date',
    'cashier',
    'approver',
    'subject',
    'amount_rupiah',
    'note',
    'changes',
  ],
  fee_entry: ['record', 'uuid', 'act', 'mall', 'set_aside_rupiah'],
} as const satisfies { [T in ProjectedTable]: readonly (keyof Tables[T])[] };

/** The tables that stem from the journal; a table comes after the one it refers to. */
export const projectedTables = Object.keys(projectedColumns) as ProjectedTable[]; // its own keys

/** A count of rows by table, before any is counted. */
export function noRows(): Record<ProjectedTable, number> {
  // One for each of projectedTables.
  return Object.fromEntries(projectedTables.map((name) => [name, 0])) as Record<
    ProjectedTable,
    number
  >;
}

/** A row whatever its table: each column by its name. */
type AnyRow = Readonly<Record<string, unknown>>;

/** Writes the rows of a new record, and brings along what is summed up of them. */
export function insertProjection(tx: Tx, rows: ProjectedRows): void {
  insertRows(tx, rows);
  for (const { code, quantity_milli } of rows.stock_move) addOnHand(tx, code, quantity_milli);
  for (const line of rows.sale_line) noteSold(tx, line);
  noteClaims(tx, rows);
}

/** Writes the rows of a record. */
export function insertRows(tx: Tx, rows: ProjectedRows): void {
  for (const table of projectedTables) {
    // A row of a table's own interface is a row whatever its table.
    for (const row of rows[table]) inserts[table].run(tx, row as unknown as AnyRow);
  }
}

/**
 * The column in which a table differs from what a record gives; undefined when they agree.
 * @returns `sale_line.price_rupiah`; `sale_line` when it has more or fewer rows
 */
export function findDifference(
  tx: Tx,
  table: ProjectedTable,
  record: number,
  rows: ProjectedRows,
): string | undefined {
  const found = selects[table].all(tx, { record });
  const expected: readonly AnyRow[] = rows[table].map((row) => ({ ...row }));
  if (found.length !== expected.length) return table;
  for (const [at, row] of expected.entries()) {
    const column = projectedColumns[table].find((name) => found[at]?.[name] !== row[name]);
    if (column !== undefined) return `${table}.${column}`;
  }
  return undefined;
}

/** Number of rows of a table, also those that no record gives. */
export function countProjection(tx: Tx, table: ProjectedTable): number {
  const query = build.selectFrom(table).select((e) => e.fn.countAll<number>().as('rows'));
  return all(tx, query)[0]?.rows ?? 0;
}

/** The record that the last row of a table names; 0 in an empty one. */
export function newestProjected(tx: Tx, table: ProjectedTable): number {
  const query = build
    .selectFrom(table)
    .select((e) => e.fn.max<number | null>('record').as('record'));
  return all(tx, query)[0]?.record ?? 0;
}

const inserts = makeQueries((table) =>
  prepare<AnyRow>((given) => {
    const values = Object.fromEntries(projectedColumns[table].map((name) => [name, given(name)]));
    return build.insertInto(table).values(values as never); // every column of that very table
  }),
);

const selects = makeQueries((table) =>
  prepare<{ record: number }, AnyRow>((given) => {
    const query = build
      .selectFrom(table)
      .select(projectedColumns[table] as never) // columns of that very table
      .where('record', '=', given('record'));
    const columns: readonly string[] = projectedColumns[table];
    return columns.includes('position') ? query.orderBy('position' as never) : query;
  }),
);

function makeQueries<P extends object, R>(
  make: (table: ProjectedTable) => PreparedQuery<P, R>,
): Readonly<Record<ProjectedTable, PreparedQuery<P, R>>> {
  const entries = projectedTables.map((table) => [table, make(table)] as const);
  // One for each of projectedTables.
  return Object.fromEntries(entries) as Record<ProjectedTable, PreparedQuery<P, R>>;
}
