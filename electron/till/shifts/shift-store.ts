import type { OpenShift } from '../../../domain/shifts/contract.ts';
import { type ShiftSummary, zNumber } from '../../../domain/shifts/report.ts';
import { build } from '../database/build.ts';
import { all, first, prepare, type Tx } from '../database/run.ts';
import type { DrawerMoveTable, ShiftTable, ZTable } from './shift-tables.ts';

/** A shift, and its close where it has one. */
export interface FoundShift {
  readonly shift: ShiftTable;
  readonly z: ZTable | undefined;
}

/** The newest shift at a drawer, if it is open; every sale asks. */
export function findOpenShift(tx: Tx, drawer: number): ShiftTable | undefined {
  const newest = findNewestAt.first(tx, { drawer });
  return newest && !findZOf.first(tx, { shift: newest.number }) ? newest : undefined;
}

/** The shifts that are open, by drawer. */
export function openShifts(tx: Tx): OpenShift[] {
  const query = build
    .selectFrom('shift')
    .selectAll()
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('z').select('z.record').whereRef('z.shift', '=', 'shift.number'))),
    )
    .orderBy('drawer')
    .limit(10);
  return all(tx, query).map(asOpenShift);
}

/** A shift that is open, as everybody at the till may know it. */
export function asOpenShift(row: ShiftTable): OpenShift {
  return {
    shift: row.number,
    drawer: row.drawer,
    cashier: row.cashier,
    openedAtMs: row.opened_at_ms,
    offsetMinutes: row.offset_minutes,
    businessDate: row.business_date,
  };
}

/** A shift by its number. */
export function findShift(tx: Tx, number: number): FoundShift | undefined {
  const shift = findByNumber.first(tx, { number });
  return shift && { shift, z: findZOf.first(tx, { shift: number }) };
}

/** The shift that an act of this id opened. */
export function findShiftByUuid(tx: Tx, uuid: string): ShiftTable | undefined {
  return first(tx, build.selectFrom('shift').selectAll().where('uuid', '=', uuid));
}

/** The close that an act of this id made. */
export function findZByUuid(tx: Tx, uuid: string): ZTable | undefined {
  return first(tx, build.selectFrom('z').selectAll().where('uuid', '=', uuid));
}

/** A close by its number; the newest with `last`. */
export function findZ(tx: Tx, number: number | 'last'): ZTable | undefined {
  const query = build
    .selectFrom('z')
    .selectAll()
    .$if(number !== 'last', (q) => q.where('number', '=', Number(number)))
    .orderBy('number', 'desc')
    .limit(1);
  return first(tx, query);
}

/** The newest close at each drawer. */
export function newestZByDrawer(tx: Tx): ZTable[] {
  const newest = build
    .selectFrom('z as other')
    .select((e) => e.fn.max('other.record').as('record'))
    .groupBy('other.drawer');
  const query = build
    .selectFrom('z')
    .selectAll()
    .where('record', 'in', newest)
    .orderBy('drawer')
    .limit(10);
  return all(tx, query);
}

/** The highest numbers given; 0 where there is none. */
export function newestNumbers(tx: Tx): { readonly shift: number; readonly z: number } {
  return {
    shift: first(tx, newestShift)?.number ?? 0,
    z: findZ(tx, 'last')?.number ?? 0,
  };
}

/** The highest numbers given before a place in the journal; 0 where there is none. */
export function numbersBefore(
  tx: Tx,
  position: number,
): { readonly shift: number; readonly z: number } {
  const newest = (table: 'shift' | 'z') =>
    build
      .selectFrom(table)
      .select((e) => e.fn.max<number | null>('number').as('number'))
      .where('record', '<', position);
  return {
    shift: first(tx, newest('shift'))?.number ?? 0,
    z: first(tx, newest('z'))?.number ?? 0,
  };
}

/** The movement that an act of this id made. */
export function findMoveByUuid(
  tx: Tx,
  uuid: string,
): (DrawerMoveTable & { readonly note: string }) | undefined {
  const query = build
    .selectFrom('drawer_move as m')
    .innerJoin('act as a', 'a.record', 'm.record')
    .selectAll('m')
    .select('a.note')
    .where('m.uuid', '=', uuid);
  return first(tx, query);
}

/** Shifts before a number, the newest first. */
export function listShiftsBefore(tx: Tx, before: number, limit: number): ShiftSummary[] {
  const query = build
    .selectFrom('shift as s')
    .leftJoin('z', 'z.shift', 's.number')
    .select(['s.number as shift', 's.drawer', 's.opened_at_ms', 's.offset_minutes'])
    .select(['s.business_date', 's.cashier'])
    .select(['z.number as z', 'z.epoch', 'z.closed_at_ms', 'z.offset_minutes as closed_offset'])
    .select(['z.cashier as closer', 'z.net_rupiah', 'z.difference_rupiah'])
    .where('s.number', '<', before)
    .orderBy('s.number', 'desc')
    .limit(limit);
  return all(tx, query).map((row) => ({
    shift: row.shift,
    drawer: row.drawer,
    openedAtMs: row.opened_at_ms,
    offsetMinutes: row.offset_minutes,
    businessDate: row.business_date,
    cashier: row.cashier,
    closing: closingOf(row),
  })) as ShiftSummary[]; // sums of the table are whole rupiah
}

interface JoinedZ {
  readonly z: number | null;
  readonly epoch: number | null;
  readonly closed_at_ms: number | null;
  readonly closed_offset: number | null;
  readonly closer: string | null;
  readonly net_rupiah: number | null;
  readonly difference_rupiah: number | null;
}

/** All columns of a joined row are null, or none. */
function closingOf({ z, epoch, closed_at_ms, closed_offset, closer, ...sums }: JoinedZ) {
  if (z === null) return null;
  return {
    z,
    number: zNumber(epoch ?? 1, z),
    closedAtMs: closed_at_ms ?? 0,
    offsetMinutes: closed_offset ?? 0,
    cashier: closer ?? '',
    netRupiah: sums.net_rupiah ?? 0,
    differenceRupiah: sums.difference_rupiah ?? 0,
  };
}

const newestShift = build.selectFrom('shift').select('number').orderBy('number', 'desc').limit(1);

const findNewestAt = prepare<{ drawer: number }, ShiftTable>((given) =>
  build
    .selectFrom('shift')
    .selectAll()
    .where('drawer', '=', given('drawer'))
    .orderBy('record', 'desc')
    .limit(1),
);

const findZOf = prepare<{ shift: number }, ZTable>((given) =>
  build.selectFrom('z').selectAll().where('shift', '=', given('shift')),
);

const findByNumber = prepare<{ number: number }, ShiftTable>((given) =>
  build.selectFrom('shift').selectAll().where('number', '=', given('number')),
);
