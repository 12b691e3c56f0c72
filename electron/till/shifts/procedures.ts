import type { AtDrawer } from '../../../domain/actor.ts';
import { may } from '../../../domain/permissions.ts';
import { LapakError } from '../../../domain/errors.ts';
import type { ShiftReport, ShiftSummary } from '../../../domain/shifts/report.ts';
import type { Book } from '../database/book.ts';
import type { Tx } from '../database/run.ts';
import { read } from '../database/write.ts';
import { readXReport, readZReport } from './read-report.ts';
import { findZ, listShiftsBefore } from './shift-store.ts';
import type { ShiftTable, ZTable } from './shift-tables.ts';
import { openShiftAt, requireOpenShift, type ShiftChoice } from './shifts-till.ts';

/**
 * A shift so far. What should be in its drawer is told to who may know it before it is counted.
 * @throws LapakError SHIFT_CLOSED, SHIFT_ENDED
 */
export function readX(till: Book, at: AtDrawer, choice: ShiftChoice): ShiftReport {
  const hasCash = may(at.actor.permissions, 'shift.see-expected');
  return read(till, (tx) => readXReport(tx, chosenShift(tx, at, choice), { hasCash }));
}

/** @throws LapakError SHIFT_CLOSED, SHIFT_ENDED */
export function chosenShift(tx: Tx, { drawer }: AtDrawer, { shift }: ShiftChoice): ShiftTable {
  return shift === null ? openShiftAt(tx, drawer) : requireOpenShift(tx, shift);
}

/**
 * A Z report by its number (`12`, `Z-000012`), or the newest with `last`.
 * @throws LapakError Z_UNKNOWN, Z_NONE
 */
export function readZByNumber(till: Book, { number }: { readonly number: string }): ShiftReport {
  return read(till, (tx) => readZReport(tx, findZByText(tx, number).record));
}

/** @throws LapakError Z_UNKNOWN, Z_NONE */
function findZByText(tx: Tx, number: string): ZTable {
  const [, epoch, digits] = /^(?:Z(\d*)-)?0*([1-9]\d{0,8})$/i.exec(number.trim()) ?? [];
  const z = number === 'last' ? findZ(tx, 'last') : digits && findZ(tx, Number(digits));
  // Of an epoch that was lost there is another paper with this number.
  const isOther = z && epoch !== undefined && z.epoch !== Number(epoch || 1);
  if (!z && number === 'last') throw new LapakError('Z_NONE', {});
  if (!z || isOther) throw new LapakError('Z_UNKNOWN', { number });
  return z;
}

/** One page of the shifts, the newest first. */
export function listShifts(
  till: Book,
  { cursor, limit }: { readonly cursor: string; readonly limit: number },
): { shifts: ShiftSummary[]; nextCursor: string } {
  // A cursor is the number of the last shift shown; one that is not ours begins at the first page.
  const before = /^\d{1,15}$/.test(cursor) ? Number(cursor) : Number.MAX_SAFE_INTEGER;
  return read(till, (tx) => {
    const found = listShiftsBefore(tx, before, limit + 1);
    const shifts = found.slice(0, limit);
    const isLast = found.length <= limit;
    return { shifts, nextCursor: isLast ? '' : String(shifts.at(-1)?.shift ?? '') };
  });
}
