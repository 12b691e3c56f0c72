import { LapakError } from '../../../domain/errors.ts';
import type { TillNews } from '../news.ts';
import type { Tx } from '../database/run.ts';
import type { JournalTill } from '../journal/write-journal.ts';
import type { PrinterQueue } from '../printing/printer-queue.ts';
import type { ShiftTable } from './shift-tables.ts';
import { findOpenShift, findShift } from './shift-store.ts';

/** What shifts need of the till. */
export interface ShiftsTill extends JournalTill {
  readonly news: Pick<TillNews, 'shifts'>;
  readonly printer: Pick<PrinterQueue, 'wake' | 'printOnce' | 'status'>;
}

/** The open shift of a drawer. @throws LapakError SHIFT_CLOSED */
export function openShiftAt(tx: Tx, drawer: number): ShiftTable {
  const shift = findOpenShift(tx, drawer);
  if (!shift) throw new LapakError('SHIFT_CLOSED', { drawer });
  return shift;
}

/** A shift that may be named by its number; null is whichever is open at the drawer. */
export interface ShiftChoice {
  readonly shift: number | null;
}

/**
 * The open shift of a drawer, where it is the one that is meant.
 * @throws LapakError SHIFT_CLOSED, SHIFT_ENDED
 */
export function meantShiftAt(tx: Tx, drawer: number, { shift: meant }: ShiftChoice): ShiftTable {
  if (meant === null) return openShiftAt(tx, drawer);
  const found = findOpenShift(tx, drawer);
  if (found?.number !== meant) throw new LapakError('SHIFT_ENDED', { shift: meant });
  return found;
}

/** A shift that is open still. @throws LapakError SHIFT_ENDED */
export function requireOpenShift(tx: Tx, number: number): ShiftTable {
  const found = findShift(tx, number);
  if (!found || found.z) throw new LapakError('SHIFT_ENDED', { shift: number });
  return found.shift;
}
