import { formatPrinterAddress, parsePrinterAddress } from '../../../domain/printing/address.ts';
import type {
  PaperReaders,
  PaperStrip,
  PrinterSettings,
} from '../../../domain/printing/printer.ts';
import type { Book } from '../database/book.ts';
import { read, write } from '../database/write.ts';
import { makeTopic } from '../topic.ts';
import type { RealPrinter } from './deliver.ts';
import { readPrinterSettings, writePrinterSettings } from './printer-settings.ts';
import { openVirtualPrinter, STRIPS_KEPT, type VirtualPrinter } from './virtual-printer.ts';

/** Writes settings into the book, with what else belongs to the act. */
export type WriteSettings = (settings: PrinterSettings) => void;

/** Where the bytes of a paper of these readers go. */
export type PlaceFor = (readers: PaperReaders) => Promise<RealPrinter>;

/** The printer that the till is set up for; the virtual one is opened when it is first needed. */
export interface SetUpPrinter {
  settings(): PrinterSettings;
  /** @throws LapakError PRINTER_ADDRESS_INVALID, and what `write` throws */
  keep(settings: PrinterSettings, write?: WriteSettings): void;
  /** @throws LapakError PRINTER_ADDRESS_INVALID of a kept one */
  readonly placeFor: PlaceFor;
  /** What the virtual printer drew: the newest strips, then each new one. */
  watchPaper(signal?: AbortSignal): AsyncGenerator<PaperStrip, void, void>;
  /**
   * The paper is this person's from now on: what was drawn for another is thrown away, as it may
   * tell a voucher's code.
   */
  handPaperTo(staff: string): void;
  close(): Promise<void>;
}

/** The printer of this book. */
export function setUpPrinter(book: Book): SetUpPrinter {
  let settings = read(book, readPrinterSettings);
  let virtual: VirtualPrinter | undefined;
  let holder: string | undefined;
  const paper = makeTopic<PaperStrip>(STRIPS_KEPT);
  const writeAlone: WriteSettings = (kept) => write(book, (tx) => writePrinterSettings(tx, kept));
  return {
    settings: () => settings,
    keep: ({ address, columns }, writeKept = writeAlone) => {
      const kept = { address: formatPrinterAddress(parsePrinterAddress(address)), columns };
      writeKept(kept);
      settings = kept;
      virtual?.setColumns(columns);
    },
    placeFor: async (readers) => {
      const address = parsePrinterAddress(settings.address);
      if (address.kind !== 'virtual') return address;
      if (!virtual) {
        virtual = await openVirtualPrinter(settings.columns);
        virtual.onStrip((strip) => paper.publish(strip));
      }
      return { kind: 'tcp', ...virtual.placeFor(readers) };
    },
    watchPaper: (signal) => paper.watch(() => virtual?.strips() ?? [], signal),
    handPaperTo: (staff) => {
      if (staff !== holder) virtual?.tearOff();
      holder = staff;
    },
    close: async () => {
      paper.close();
      await virtual?.close();
    },
  };
}
