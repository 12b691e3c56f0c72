import { type Selectable, sql } from 'kysely';
import {
  type DaySums,
  emptyTotals,
  type ShiftSums,
  type Totals,
} from '../../domain/sync/totals.ts';
import { isAtPlace } from '../database/places.ts';
import type { HubTables } from '../database/tables.ts';
import type { Tx } from '../database/transact.ts';
import type { OfDevice } from './chain-store.ts';

/** Adds what a batch took to the sums of its till. */
export async function addTotals(
  trx: Tx,
  { stall, device }: OfDevice,
  totals: Totals,
): Promise<void> {
  const of = { stall, device };
  await addDays(trx, of, totals);
  await addShifts(trx, of, totals);
}

async function addDays(trx: Tx, of: OfDevice, totals: Totals): Promise<void> {
  const days = [...totals.days].map(([date, sums]) => ({
    ...of,
    business_date: date,
    ...takings(sums),
    z_count: sums.zCount,
    nil_z_count: sums.nilZCount,
    quarantined: sums.quarantined,
    records: sums.records,
  }));
  if (days.length > 0) {
    const summed = [...takingColumns, 'z_count', 'nil_z_count', 'quarantined', 'records'] as const;
    await trx
      .insertInto('day_total')
      .values(days)
      .onConflict((on) =>
        on.columns(['stall', 'business_date', 'device']).doUpdateSet(added('day_total', summed)),
      )
      .execute();
  }
  const tenders = [...totals.tenders].flatMap(([date, sums]) =>
    [...sums].map(([tender, amount]) => ({ ...of, business_date: date, tender, amount })),
  );
  if (tenders.length > 0) {
    await trx
      .insertInto('day_tender')
      .values(tenders)
      .onConflict((on) =>
        on
          .columns(['stall', 'business_date', 'device', 'tender'])
          .doUpdateSet(added('day_tender', ['amount'])),
      )
      .execute();
  }
  const taxes = [...totals.taxes].flatMap(([date, sums]) =>
    [...sums].map(([kind, { base, tax }]) => ({ ...of, business_date: date, kind, base, tax })),
  );
  if (taxes.length > 0) {
    await trx
      .insertInto('day_tax')
      .values(taxes)
      .onConflict((on) =>
        on
          .columns(['stall', 'business_date', 'device', 'kind'])
          .doUpdateSet(added('day_tax', ['base', 'tax'])),
      )
      .execute();
  }
}

async function addShifts(trx: Tx, of: OfDevice, totals: Totals): Promise<void> {
  const shifts = [...totals.shifts].map(([shift, sums]) => ({ ...of, shift, ...takings(sums) }));
  if (shifts.length > 0) {
    await trx
      .insertInto('shift_total')
      .values(shifts)
      .onConflict((on) =>
        on.columns(['stall', 'device', 'shift']).doUpdateSet(added('shift_total', takingColumns)),
      )
      .execute();
  }
  const tenders = [...totals.shiftTenders].flatMap(([shift, sums]) =>
    [...sums].map(([tender, amount]) => ({ ...of, shift, tender, amount })),
  );
  if (tenders.length > 0) {
    await trx
      .insertInto('shift_tender')
      .values(tenders)
      .onConflict((on) =>
        on
          .columns(['stall', 'device', 'shift', 'tender'])
          .doUpdateSet(added('shift_tender', ['amount'])),
      )
      .execute();
  }
}

/** Adds what was given back of sales, by the mark of their place. Rupiah */
export async function addRefunded(
  trx: Tx,
  { stall, device }: OfDevice,
  refunded: ReadonlyMap<string, number>,
): Promise<void> {
  const rows = [...refunded].map(([mark, amount]) => {
    const [epoch = 0, seq = 0] = mark.split('.').map(Number);
    return { stall, device, epoch, seq, amount };
  });
  if (rows.length === 0) return;
  await trx
    .insertInto('refunded')
    .values(rows)
    .onConflict((on) =>
      on.columns(['stall', 'device', 'epoch', 'seq']).doUpdateSet(added('refunded', ['amount'])),
    )
    .execute();
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

/** What these shifts took so far, and by tender. */
export async function readShifts(
  trx: Tx,
  { stall, device }: OfDevice,
  shifts: readonly number[],
): Promise<Pick<Totals, 'shifts' | 'shiftTenders'>> {
  if (shifts.length === 0) return { shifts: new Map(), shiftTenders: new Map() };
  const rows = await trx
    .selectFrom('shift_total')
    .select(['shift', ...takingColumns])
    .where('stall', '=', stall)
    .where('device', '=', device)
    .where('shift', 'in', [...shifts])
    .execute();
  const tenders = await trx
    .selectFrom('shift_tender')
    .select(['shift', 'tender', 'amount'])
    .where('stall', '=', stall)
    .where('device', '=', device)
    .where('shift', 'in', [...shifts])
    .execute();
  const shiftTenders = new Map(
    shifts.map((shift) => {
      const own = tenders.filter((row) => row.shift === shift);
      return [shift, new Map(own.map(({ tender, amount }) => [tender, amount]))];
    }),
  );
  return { shifts: new Map(rows.map((row) => [row.shift, sumsOf(row)])), shiftTenders };
}

/** All sums of a device. */
export async function readTotals(trx: Tx, { stall, device }: OfDevice): Promise<Totals> {
  const totals = emptyTotals();
  const own = { stall, device };
  for (const row of await rowsOf(trx, own, 'day_total')) {
    const { z_count: zCount, nil_z_count: nilZCount, quarantined, records } = row;
    const more = { zCount, nilZCount, quarantined, records };
    totals.days.set(row.business_date, { ...sumsOf(row), ...more });
  }
  for (const row of await rowsOf(trx, own, 'shift_total'))
    totals.shifts.set(row.shift, sumsOf(row));
  for (const row of await rowsOf(trx, own, 'day_tender')) {
    inner(totals.tenders, row.business_date).set(row.tender, row.amount);
  }
  for (const row of await rowsOf(trx, own, 'shift_tender')) {
    inner(totals.shiftTenders, row.shift).set(row.tender, row.amount);
  }
  for (const { business_date: date, kind, base, tax } of await rowsOf(trx, own, 'day_tax')) {
    inner(totals.taxes, date).set(kind, { base, tax });
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

const sumTables = [
  'day_total',
  'day_tender',
  'day_tax',
  'shift_total',
  'shift_tender',
  'refunded',
] as const;
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

function inner<K, V>(map: Map<K, Map<string, V>>, key: K): Map<string, V> {
  const found = map.get(key) ?? new Map<string, V>();
  map.set(key, found);
  return found;
}

const takingColumns = [
  'receipts',
  'sales',
  'refund_count',
  'refunds',
  'discount',
  'tax',
  'rounding',
] as const;

function takings(sums: ShiftSums | DaySums) {
  const { receipts, sales, refundCount, refunds, discount, tax, rounding } = sums;
  return { receipts, sales, refund_count: refundCount, refunds, discount, tax, rounding };
}

type TakingsRow = Readonly<Record<(typeof takingColumns)[number], number>>;

function sumsOf(row: TakingsRow): ShiftSums {
  const { receipts, sales, refund_count: refundCount, refunds, discount, tax, rounding } = row;
  return { receipts, sales, refundCount, refunds, discount, tax, rounding };
}

/** `SET x = table.x + excluded.x` for each of these columns. */
function added<C extends string>(table: keyof HubTables, names: readonly C[]) {
  const entries = names.map((name) => [
    name,
    sql<number>`${sql.ref(`${table}.${name}`)} + ${sql.ref(`excluded.${name}`)}`,
  ]);
  return Object.fromEntries(entries) as Record<C, ReturnType<typeof sql<number>>>; // of `names`
}
