import { printReceiptTo } from '../till/printing/procedures.ts';
import { defineCommand } from './command.ts';
import { printerOf, printerOptions } from './printer-options.ts';
import { withBook } from './with-till.ts';

/** Prints a receipt again, past the queue; done when the printer has taken it. */
export const printReceipt = defineCommand({
  name: 'print-receipt',
  about: 'cli.about.printReceipt',
  argument: 'NUMBER|last',
  options: printerOptions,
  run: ({ dataDir, argument, options, speaker, progress }) =>
    withBook(dataDir, async (till) => {
      const printer = printerOf(till, options);
      progress(speaker.text('cli.printing', { printer: printer.address }));
      const { number } = await printReceiptTo(till, { ...printer, number: argument });
      return {
        ok: true,
        report: { number, printer: printer.address, columns: printer.columns },
        words: [speaker.text('cli.receiptPrinted', { number, printer: printer.address })],
      };
    }),
});
