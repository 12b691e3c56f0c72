import type { Actor, AtDrawer } from '../../../domain/actor.ts';
import { LapakError } from '../../../domain/errors.ts';
import { zNumber } from '../../../domain/shifts/report.ts';
import { read } from '../database/write.ts';
import { type JournalTill, writeAct } from '../journal/write-journal.ts';
import { reportBytes } from '../printing/paper-job.ts';
import { findJustAsked, queueAsked } from '../printing/print-job-store.ts';
import type { PrinterQueue } from '../printing/printer-queue.ts';
import { readSettings } from '../settings/stall-settings.ts';
import { namesOf } from '../staff/names-of.ts';
import { readX } from './procedures.ts';
import type { ShiftChoice } from './shifts-till.ts';
import { findZ } from './shift-store.ts';

/** What printing a report uses of the till. */
interface ReportTill extends JournalTill {
  readonly printer: Pick<PrinterQueue, 'wake' | 'printOnce' | 'settings'>;
}

/**
 * Prints the shift so far, as it is when its turn comes; kept nowhere.
 * @throws LapakError SHIFT_CLOSED, SHIFT_ENDED, PAPER_NOT_PRINTED
 */
export async function printX(till: ReportTill, at: AtDrawer, choice: ShiftChoice): Promise<void> {
  const report = readX(till, at, choice);
  const { columns } = till.printer.settings();
  const bytes = read(till, (tx) =>
    reportBytes(report, {
      columns,
      settings: readSettings(tx),
      nameOf: namesOf(tx),
      copy: false,
      nowMs: till.clock(),
    }),
  );
  await till.printer.printOnce(() => bytes, report.cash ? 'shift.see-expected' : 'shift.report');
}

/**
 * Queues a Z report once more, marked SALINAN; one that was just asked for is not queued twice.
 * @throws LapakError Z_UNKNOWN, CLOCK_WRONG
 */
export function reprintZ(
  till: ReportTill,
  actor: Actor,
  { z }: { readonly z: number },
): { job: number } {
  const atMs = till.clock();
  const job = writeAct(till, actor, (tx, tell) => {
    const found = findZ(tx, z);
    if (!found) throw new LapakError('Z_UNKNOWN', { number: String(z) });
    const { record, epoch, number } = found;
    const isNew = findJustAsked(tx, record, atMs) === undefined;
    if (isNew) tell({ act: 'reprint', subject: zNumber(epoch, number) });
    return queueAsked(tx, record, { atMs });
  });
  till.printer.wake();
  return { job };
}
