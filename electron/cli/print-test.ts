import { printTestTo } from '../till/printing/procedures.ts';
import { defineCommand } from '../../node/cli/command.ts';
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
      const { confirmed } = await printTestTo(till, printer);
      const facts = { printer: printer.address };
      return {
        ok: true,
        report: { ...facts, columns: printer.columns, confirmed },
        words: [
          confirmed
            ? speaker.text('cli.testPrinted', facts)
            : speaker.text('printing.testUnconfirmed', facts),
        ],
      };
    }),
});
