import { theProgram } from '../../domain/actor.ts';
import { printReceiptTo } from '../till/printing/procedures.ts';
import { defineCommand } from '../../node/cli/command.ts';
import { printerOf, printerOptions } from './printer-options.ts';
import { withBook } from './with-till.ts';

/**
 * Prints a receipt again, past the queue; done when the printer has taken it. `confirmed` is false
 * when it took all bytes and gave no sign.
 */
export const printReceipt = defineCommand({
  name: 'print-receipt',
  about: 'cli.about.printReceipt',
  argument: 'NUMBER|last',
  options: printerOptions,
  run: ({ dataDir, argument, options, speaker, progress }) =>
    withBook(dataDir, async (till) => {
      const printer = printerOf(till, options);
      progress(speaker.text('cli.printing', { printer: printer.address }));
      const { number, confirmed } = await printReceiptTo(till, theProgram, {
        ...printer,
        number: argument,
      });
      const facts = { number, printer: printer.address };
      return {
        ok: true,
        report: { ...facts, columns: printer.columns, confirmed },
        words: [
          confirmed
            ? speaker.text('cli.receiptPrinted', facts)
            : speaker.text('printing.reprintUnconfirmed', facts),
        ],
      };
    }),
});
