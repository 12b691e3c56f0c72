import { canonicalJson } from '../../../domain/journal/canonical.ts';
import type { JournalRecord, ZRecord } from '../../../domain/journal/record.ts';
import { rupiah } from '../../../domain/money.ts';
import { recordedPieces } from '../../../domain/shifts/cash-count.ts';
import { zCash, zSums } from '../../../domain/shifts/z-draft.ts';
import type { Tx } from '../database/run.ts';
import { findShift, numbersBefore } from './shift-store.ts';
import { countCounts, findNewestCount } from './count-store.ts';
import { countActs, countNoSales, type ShiftSpan, sumFlows, sumShift } from './shift-sums-store.ts';

/**
 * What a record says of a shift that the records before it do not: a number that does not follow,
 * sums that are not theirs. English, for the log and the auditor; undefined when all is so.
 * @param position of the record; its tables have been found to be what the journal says
 */
export function findShiftFault(
  tx: Tx,
  position: number,
  record: JournalRecord,
): string | undefined {
  switch (record.type) {
    case 'shift-open': {
      const follows = record.head.shift === numbersBefore(tx, position).shift + 1;
      return follows ? undefined : 'its shift does not follow the one before';
    }
    case 'z':
      return findZFault(tx, position, record);
    case 'sale':
    case 'refund':
    case 'void':
    case 'drawer':
    case 'count': {
      const { shift } = record.head;
      const isOpen = shift === undefined || isOpenAt(tx, shift, position);
      return isOpen ? undefined : 'its shift was not open';
    }
    default:
      return undefined;
  }
}

/** Whether a shift was opened before a place in the journal, and closed after it or not at all. */
function isOpenAt(tx: Tx, number: number, position: number): boolean {
  const found = findShift(tx, number);
  if (!found || found.shift.record > position) return false;
  return !found.z || found.z.record > position;
}

function findZFault(tx: Tx, position: number, { head, body }: ZRecord): string | undefined {
  if (head.number !== numbersBefore(tx, position).z + 1) return 'its number does not follow';
  const opened = findShift(tx, head.shift)?.shift;
  if (!opened || opened.record > position) return 'its shift was never opened';
  const span: ShiftSpan = { shift: head.shift, from: opened.record, to: position };
  const sums = zSums(sumShift(tx, span));
  const told = Object.fromEntries(Object.keys(sums).map((name) => [name, fieldOf(head, name)]));
  if (canonicalJson(told) !== canonicalJson(sums)) return 'its sums are not those of its sales';
  const cash = zCash(sumFlows(tx, span, rupiah(opened.float_rupiah)));
  if (canonicalJson(body.cash) !== canonicalJson(cash)) {
    return 'its drawer is not that of its records';
  }
  const hasDrawer = head.drawer === opened.drawer && head.opened === opened.business_date;
  if (!hasDrawer) return 'its drawer or day is not that of its shift';
  const newest = findNewestCount(tx, span);
  const isCounted =
    newest && canonicalJson(recordedPieces(newest.count)) === canonicalJson(body.counted);
  if (!isCounted || body.counts !== countCounts(tx, span)) {
    return 'its count is not the newest of the journal';
  }
  if (countActs(tx, { ...span, from: newest.record }) > 0)
    return 'its count is older than its last sale or movement';
  return body.noSales === countNoSales(tx, span) ? undefined : 'its openings are not counted right';
}

function fieldOf(head: object, name: string): unknown {
  return Object.entries(head).find(([key]) => key === name)?.[1];
}
