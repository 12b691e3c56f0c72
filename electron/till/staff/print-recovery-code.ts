import { LapakError } from '../../../domain/errors.ts';
import { recoveryPaperLines } from '../../../domain/staff/recovery-paper.ts';
import { translator } from '../../../domain/translator.ts';
import { zones } from '../../../domain/time.ts';
import { read } from '../database/write.ts';
import { encode } from '../printing/escpos-encoder.ts';
import type { PrinterQueue } from '../printing/printer-queue.ts';
import { readSettings } from '../settings/stall-settings.ts';
import { isRecoveryCode } from './recovery.ts';
import type { StaffTill } from './staff-till.ts';

/** What printing the code uses of the till. */
interface RecoveryPrintTill extends StaffTill {
  readonly printer: Pick<PrinterQueue, 'printOnce' | 'settings' | 'handPaperTo'>;
}

/**
 * Prints a code that was just answered, in the language of the screen.
 * @throws LapakError RECOVERY_WRONG for one that is not the stall's, PRINTER_ON_SCREEN since the
 *   paper of the virtual printer is read on every page, PAPER_NOT_PRINTED
 */
export async function printRecoveryCode(
  till: RecoveryPrintTill,
  { recoveryCode: code }: { readonly recoveryCode: string },
): Promise<void> {
  const settings = read(till, (tx) => {
    if (!isRecoveryCode(tx, code)) throw new LapakError('RECOVERY_WRONG', {});
    return readSettings(tx);
  });
  if (till.printer.settings().address === 'virtual') throw new LapakError('PRINTER_ON_SCREEN', {});
  const { stall, language, zone } = settings;
  const when = { atMs: till.clock(), offsetMinutes: zones[zone] };
  await till.printer.printOnce(() => {
    const { columns } = till.printer.settings();
    const look = { columns, say: translator(language) };
    const lines = recoveryPaperLines({ code, stall, ...when, ...look });
    return encode(lines, { cut: true, openDrawer: false });
  });
}
