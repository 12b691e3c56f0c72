import type { Log } from '../../../node/log.ts';
import { drawerBytes } from './paper-job.ts';
import type { PrinterQueue } from './printer-queue.ts';

/** What opening a drawer uses of the till. */
interface DrawerTill {
  readonly printer: Pick<PrinterQueue, 'printOnce'>;
  readonly log: Pick<Log, 'error'>;
}

/**
 * Opens the cash drawer at the printer, without paper. Never fails: a drawer can be opened with its
 * key. @returns whether the printer was told to, within 5 s
 */
export async function openDrawer({ printer, log }: DrawerTill): Promise<boolean> {
  try {
    await printer.printOnce(drawerBytes);
    return true;
  } catch (error) {
    log.error(error);
    return false;
  }
}
