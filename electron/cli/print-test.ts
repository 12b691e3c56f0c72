import { printTestTo } from '../till/printing/procedures.ts';
import { defineCommand } from './command.ts';
import { printerOf, printerOptions } from './printer-options.ts';
import { withBook } from './with-till.ts';

/** Prints a test page, past the queue. */
export const printTest = defineCommand({
  name: 'print-test',
  about: 'cli.about.printTest',
  argument: null,
  options: printerOptions,
  run: ({ dataDir, options, speaker, progress }) =>
    withBook(dataDir, async (till) => {
      const printer = printerOf(till, options);
      progress(speaker.text('cli.printing', { printer: printer.address }));
      await printTestTo(till, printer);
      return {
        ok: true,
        report: { printer: printer.address, columns: printer.columns },
        words: [speaker.text('cli.testPrinted', { printer: printer.address })],
      };
    }),
});
