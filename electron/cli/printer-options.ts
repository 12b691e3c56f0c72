import { Columns, type PrinterSettings } from '../../domain/printing/printer.ts';
import type { CommandOption, GivenOptions } from '../../node/cli/command.ts';

const printer: CommandOption<string> = {
  value: 'tcp://HOST:PORT',
  parse: (given) => given,
};

const columns: CommandOption<Columns> = {
  value: Columns.options.map((option) => option.value).join('|'),
  parse: (given) => Columns.safeParse(Number(given)).data,
};

/** Which printer, and how wide its paper is in characters. */
export const printerOptions = { printer, columns };

/** What is not given is as the till's own printer is set up. */
export function printerOf(
  till: { readonly printer: { settings(): PrinterSettings } },
  given: GivenOptions<typeof printerOptions>,
): PrinterSettings {
  const own = till.printer.settings();
  return { address: given.printer ?? own.address, columns: given.columns ?? own.columns };
}
