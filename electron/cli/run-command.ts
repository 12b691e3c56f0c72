import { LapakError } from '../../domain/errors.ts';
import { type Translator, translator } from '../../domain/text.ts';
import type { Command } from './command.ts';
import { importCatalog } from './import-catalog.ts';
import { printReceipt, printTest } from './print.ts';
import {
  choiceOf,
  dataDirOf,
  invalid,
  languageOf,
  languages,
  readWords,
  refuseForeign,
  type Words,
} from './read-words.ts';
import { replay } from './replay.ts';
import { openOutput, type Output } from './terminal-output.ts';
import { totals } from './totals.ts';
import { verify } from './verify.ts';

const commands: ReadonlyMap<string, Command> = new Map([
  ['import-catalog', importCatalog],
  ['replay', replay],
  ['verify', verify],
  ['totals', totals],
  ['print-receipt', printReceipt],
  ['print-test', printTest],
]);

/**
 * Runs `npm run lapak -- COMMAND`. With --json there is exactly one object on standard output,
 * also when it fails.
 * @param argv the words after `lapak --`
 * @returns the exit code: 0 only when the command did what it says
 */
export async function runCommand(argv: readonly string[]): Promise<0 | 1> {
  const words = readWords(argv);
  const speaker = translator(languageOf(words.options));
  const isJson = words.options.json !== undefined;
  const output = openOutput({ quiet: isJson });
  try {
    if (words.options.help && words.faults.length === 0) {
      output.result(usage(speaker));
      return 0;
    }
    const { ok, report, words: lines } = await run(words, speaker, output);
    output.result(isJson ? JSON.stringify(report) : lines.join('\n'));
    return ok ? 0 : 1;
  } catch (error) {
    complain(error, speaker, output, isJson);
    return 1;
  }
}

function run(words: Words, speaker: Translator, output: Output) {
  if (words.command === null) throw invalid([...commands.keys()].join(' | '));
  const command = commands.get(words.command);
  if (!command) throw new LapakError('COMMAND_UNKNOWN', { command: words.command });
  refuseForeign(words, command.options);
  choiceOf(words.options, 'lang', languages);
  const [argument, ...tooMany] = words.arguments;
  if (command.argument && !argument) throw invalid(`${words.command} ${command.usage}`);
  const extra = command.argument ? tooMany[0] : argument;
  if (extra !== undefined) throw invalid(`${extra}?`);
  return command.run({
    dataDir: dataDirOf(words.options),
    argument: argument ?? '',
    options: words.options,
    speaker,
    progress: output.progress,
  });
}

/** One sentence, and the usage when the words were at fault; a defect never shows its stack. */
function complain(error: unknown, speaker: Translator, output: Output, isJson: boolean): void {
  const isExpected = error instanceof LapakError;
  const code = isExpected ? error.code : 'UNKNOWN';
  const name = error instanceof Error ? error.name : typeof error;
  const message = isExpected
    ? speaker.error(error.code, error.data)
    : speaker.text('error.unknown', { code: name });
  output.complain(message);
  if (code === 'COMMAND_UNKNOWN' || code === 'COMMAND_INVALID') output.complain(usage(speaker));
  if (isJson) output.result(JSON.stringify({ error: { code, message } }));
}

function usage(speaker: Translator): string {
  const lines = [...commands].map(
    ([name, { usage: words, about }]) =>
      `  ${`${name} ${words}`.trim()}\n      ${speaker.text(about)}`,
  );
  return [speaker.text('cli.usage'), ...lines].join('\n');
}
