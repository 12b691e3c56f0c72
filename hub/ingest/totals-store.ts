import type { Selectable } from 'kysely';
import { parseMark } from '../../domain/sync/place.ts';
import { type DaySums, emptyTotals, orNew, type Totals } from '../../domain/sync/totals.ts';
import { insertRows, type Rows } from '../database/insert-rows.ts';
import { isAtPlace } from '../database/places.ts';
import type { HubTables } from '../database/tables.ts';
import type { Tx } from '../database/transact.ts';
import type { OfDevice } from './chain-store.ts';

/** Adds what records took to the sums of their till. */
export async function addTotals(
  trx: Tx,
  { stall, device }: OfDevice,
  { days, tenders, taxes }: Totals,
): Promise<void> {
  const of = { stall, device };
  const dayRow = ([date, sums]: readonly [string, DaySums]) => ({
    ...of,
    business_date: date,
    receipts: sums.receipts,
    sales: sums.sales,
    refund_count: sums.refundCount,
    refunds: sums.refunds,
    discount: sums.discount,
    tax: sums.tax,
    rounding: sums.rounding,
    z_count: sums.zCount,
    nil_z_count: sums.nilZCount,
    quarantined: sums.quarantined,
    records: sums.records,
  });
  await insertRows(trx, dayRows, [...days].map(dayRow));
  const tenderRows = [...tenders].flatMap(([date, sums]) =>
    [...sums].map(([tender, amount]) => ({ ...of, business_date: date, tender, amount })),
  );
  await insertRows(trx, dayTenderRows, tenderRows);
  const taxRows = [...taxes].flatMap(([date, sums]) =>
    [...sums].map(([kind, { base, tax }]) => ({ ...of, business_date: date, kind, base, tax })),
  );
  await insertRows(trx, dayTaxRows, taxRows);
}

/** Adds what was given back of sales, by the mark of their place. Rupiah */
export async function addRefunded(
  trx: Tx,
  { stall, device }: OfDevice,
  refunded: ReadonlyMap<string, number>,
): Promise<void> {
  const rows = [...refunded].map(([mark, amount]) => {
    return { stall, device, ...parseMark(mark), amount };
  });
  await insertRows(trx, refundedRows, rows);
}

/** What was given back of the sales at these places. Rupiah */
export async function readRefunded(
  trx: Tx,
  { stall, device }: OfDevice,
  marks: readonly string[],
): Promise<Map<string, number>> {
  if (marks.length === 0) return new Map();
  const rows = await trx
    .selectFrom('refunded')
    .select(['epoch', 'seq', 'amount'])
    .where('stall', '=', stall)
    .where('device', '=', device)
    .where(isAtPlace(marks))
    .execute();
  return new Map(rows.map(({ epoch, seq, amount }) => [`${epoch}.${seq}`, amount]));
}

/** All sums of a device. */
export async function readTotals(trx: Tx, of: OfDevice): Promise<Totals> {
  const totals = emptyTotals();
  for (const row of await rowsOf(trx, of, 'day_total')) {
    const { refund_count: refundCount, z_count: zCount, nil_z_count: nilZCount } = row;
    const { receipts, sales, refunds, discount, tax, rounding, quarantined, records } = row;
    const sums = { receipts, sales, refundCount, refunds, discount, tax, rounding };
    totals.days.set(row.business_date, { ...sums, zCount, nilZCount, quarantined, records });
  }
  for (const row of await rowsOf(trx, of, 'day_tender')) {
    orNew(totals.tenders, row.business_date).set(row.tender, row.amount);
  }
  for (const { business_date: date, kind, base, tax } of await rowsOf(trx, of, 'day_tax')) {
    orNew(totals.taxes, date).set(kind, { base, tax });
  }
  return totals;
}

/** What was given back of each sale of a device, by the mark of its place. Rupiah */
export async function readAllRefunded(trx: Tx, of: OfDevice): Promise<Map<string, number>> {
  const rows = await rowsOf(trx, of, 'refunded');
  return new Map(rows.map(({ epoch, seq, amount }) => [`${epoch}.${seq}`, amount]));
}

/** Takes away all sums of a device, which are then added anew. */
export async function clearTotals(trx: Tx, { stall, device }: OfDevice): Promise<void> {
  for (const table of sumTables) {
    await trx.deleteFrom(table).where('stall', '=', stall).where('device', '=', device).execute();
  }
}

const sumTables = ['day_total', 'day_tender', 'day_tax', 'refunded'] as const;
type SumTable = (typeof sumTables)[number];

async function rowsOf<T extends SumTable>(trx: Tx, { stall, device }: OfDevice, table: T) {
  const rows = await trx
    .selectFrom<SumTable>(table)
    .selectAll()
    .where('stall', '=', stall)
    .where('device', '=', device)
    .execute();
  return rows as unknown as Selectable<HubTables[T]>[]; // of this very table
}

const ofDay = { stall: 'text', device: 'text', business_date: 'text' } as const;

const dayRows: Rows<'day_total'> = {
  table: 'day_total',
  addedBy: ['stall', 'business_date', 'device'],
  columns: {
    ...ofDay,
    receipts: 'bigint',
    sales: 'bigint',
    refund_count: 'bigint',
    refunds: 'bigint',
    discount: 'bigint',
    tax: 'bigint',
    rounding: 'bigint',
    z_count: 'bigint',
    nil_z_count: 'bigint',
    quarantined: 'bigint',
    records: 'bigint',
  },
};

const dayTenderRows: Rows<'day_tender'> = {
  table: 'day_tender',
  addedBy: ['stall', 'business_date', 'device', 'tender'],
  columns: { ...ofDay, tender: 'text', amount: 'bigint' },
};

const dayTaxRows: Rows<'day_tax'> = {
  table: 'day_tax',
  addedBy: ['stall', 'business_date', 'device', 'kind'],
  columns: { ...ofDay, kind: 'text', base: 'bigint', tax: 'bigint' },
};

const refundedRows: Rows<'refunded'> = {
  table: 'refunded',
  addedBy: ['stall', 'device', 'epoch', 'seq'],
  columns: { stall: 'text', device: 'text', epoch: 'bigint', seq: 'bigint', amount: 'bigint' },
};
