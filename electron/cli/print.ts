import { Columns, type PrinterSettings } from '../../domain/printing/printer.ts';
import { printReceiptTo, printTestTo } from '../till/printing/procedures.ts';
import type { Till } from '../till/till.ts';
import type { Command, Outcome } from './command.ts';
import { choiceOf, type OptionName, type OptionValues, valueOf } from './read-words.ts';
import { withTill } from './with-till.ts';

const printerUsage = '--printer tcp://HOST:PORT --columns 32|42|48';
const printerOptions: readonly OptionName[] = ['printer', 'columns'];
const columnChoices = Columns.options.map((option) => String(option.value));

/**
 * Prints a receipt again, past the queue; done when the printer has taken it. `confirmed` is false
 * when it took all bytes and gave no sign.
 */
export const printReceipt: Command = {
  about: 'cli.about.printReceipt',
  usage: `NUMBER|last ${printerUsage}`,
  argument: 'NUMBER',
  options: printerOptions,
  run: ({ dataDir, argument, options, speaker, progress }) => {
    const ask = readPrinter(options);
    return withTill(dataDir, async (till): Promise<Outcome> => {
      const printer = printerOf(till, ask);
      progress(speaker.text('cli.printing', { printer: printer.address }));
      const { number, confirmed } = await printReceiptTo(till, { ...printer, number: argument });
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
    });
  },
};

/** Prints a test page, past the queue. */
export const printTest: Command = {
  about: 'cli.about.printTest',
  usage: printerUsage,
  argument: null,
  options: printerOptions,
  run: ({ dataDir, options, speaker, progress }) => {
    const ask = readPrinter(options);
    return withTill(dataDir, async (till): Promise<Outcome> => {
      const printer = printerOf(till, ask);
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
    });
  },
};

function readPrinter(options: OptionValues): Partial<PrinterSettings> {
  const address = valueOf(options, 'printer');
  const columns = choiceOf(options, 'columns', columnChoices);
  return {
    ...(address === undefined ? {} : { address }),
    ...(columns === undefined ? {} : { columns: Columns.parse(Number(columns)) }),
  };
}

/** What is not given is as the till's own printer is set up. */
function printerOf(till: Till, ask: Partial<PrinterSettings>): PrinterSettings {
  return { ...till.printer.settings(), ...ask };
}
