import { PrinterSettings } from '../../../domain/printing/printer.ts';
import type { Tx } from '../database/run.ts';
import { readFields } from '../settings/setting-fields.ts';
import { settingReader, writeSetting } from '../settings/setting-store.ts';

const KEY = 'printer';

/** A till without a printer draws its paper on the screen. */
const defaultPrinter: PrinterSettings = { address: 'virtual', columns: 32 };

/**
 * Which printer this till has. A kept address that cannot be read is none, and not the screen: its
 * paper waits, and is not taken for printed.
 */
export const readPrinterSettings = settingReader<PrinterSettings>(KEY, (kept) =>
  kept === undefined
    ? defaultPrinter
    : readFields(PrinterSettings, kept, { ...defaultPrinter, address: '' }),
);

/** Keeps the printer. */
export function writePrinterSettings(tx: Tx, settings: PrinterSettings): void {
  writeSetting(tx, KEY, settings);
}
