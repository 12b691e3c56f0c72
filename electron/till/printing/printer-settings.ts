import { PrinterSettings } from '../../../domain/printing/printer.ts';
import type { Tx } from '../database/run.ts';
import { settingReader, writeSetting } from '../settings/setting-store.ts';

const KEY = 'printer';

/** A till without a printer draws its paper on the screen. */
const defaultPrinter: PrinterSettings = { address: 'virtual', columns: 32 };

/** Which printer this till has; the virtual one where nothing, or nothing readable, is kept. */
export const readPrinterSettings = settingReader<PrinterSettings>(KEY, (kept) => {
  const read = PrinterSettings.safeParse(kept);
  return read.success ? read.data : defaultPrinter;
});

/** Keeps the printer. */
export function writePrinterSettings(tx: Tx, settings: PrinterSettings): void {
  writeSetting(tx, KEY, settings);
}
