import type { JournalRecord, RecordOf } from '../../../domain/journal/record.ts';
import { sumPieces } from '../../../domain/shifts/cash-count.ts';
import type { DrawerCountTable, DrawerMoveTable, ShiftTable, ZTable } from './shift-tables.ts';

/** The rows of shifts and drawers that stem from one record. */
export interface ShiftRows {
  readonly shift: readonly ShiftTable[];
  readonly z: readonly ZTable[];
  readonly drawer_move: readonly DrawerMoveTable[];
  readonly drawer_count: readonly DrawerCountTable[];
}

const nothing: ShiftRows = { shift: [], z: [], drawer_move: [], drawer_count: [] };

/** @param position of the record in the journal */
export function projectShift(position: number, record: JournalRecord): ShiftRows {
  switch (record.type) {
    case 'shift-open':
      return { ...nothing, shift: [openedRow(position, record)] };
    case 'z':
      return { ...nothing, z: [closedRow(position, record)] };
    case 'drawer': {
      const { head, body } = record;
      const { id: uuid, reason, amount } = body;
      const row = { record: position, uuid, shift: head.shift, reason, amount_rupiah: amount };
      return { ...nothing, drawer_move: [row] };
    }
    case 'count': {
      const { head, body } = record;
      const row = { record: position, shift: head.shift, total_rupiah: sumPieces(body.counted) };
      return { ...nothing, drawer_count: [row] };
    }
    default:
      return nothing;
  }
}

function openedRow(position: number, { head, body }: RecordOf<'shift-open'>): ShiftTable {
  return {
    record: position,
    uuid: body.id,
    number: head.shift,
    drawer: head.drawer,
    opened_at_ms: head.at,
    offset_minutes: head.offset,
    business_date: head.businessDate,
    cashier: head.cashier,
    float_rupiah: sumPieces(body.float),
  };
}

function closedRow(position: number, { head, body }: RecordOf<'z'>): ZTable {
  return {
    record: position,
    uuid: body.id,
    number: head.number,
    epoch: head.epoch,
    shift: head.shift,
    drawer: head.drawer,
    closed_at_ms: head.at,
    offset_minutes: head.offset,
    cashier: head.cashier,
    net_rupiah: head.sales.total - head.refunds.total,
    counted_rupiah: sumPieces(body.counted),
    difference_rupiah: body.difference,
  };
}
