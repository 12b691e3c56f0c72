import { LapakError } from '../../domain/errors.ts';
import type { Translator } from '../../domain/text.ts';
import { translator } from '../../domain/translator.ts';

/**
 * Speaks the language of the terminal: Indonesian where the computer is set to it, else English.
 */
export function terminalTranslator(): Translator {
  const { locale } = Intl.DateTimeFormat().resolvedOptions();
  return translator(locale.startsWith('id') ? 'id' : 'en');
}

/** One line on standard error: standard output is for programs. */
export function printLine(line: string): void {
  process.stderr.write(`${line}\n`);
}

/** The one sentence of an expected failure; anything else keeps its stack, for us. */
export function printFailure(error: unknown): void {
  if (error instanceof LapakError) printLine(terminalTranslator().error(error.code, error.data));
  else printLine(error instanceof Error ? (error.stack ?? error.message) : String(error));
}
