import { resolve } from 'node:path';
import { CommanderError, Option, Command as Parser } from 'commander';
import { assert } from '../../domain/assert.ts';
import { LapakError } from '../../domain/errors.ts';
import type { Language } from '../../domain/settings/settings.ts';
import {
  type Call,
  type Command,
  type CommandOption,
  type CommandOptions,
  invalid,
  oneOf,
  type Program,
} from './command.ts';
import { type DataFolder, ownDataDir } from './data-folder.ts';
import { usageOf } from './usage.ts';

/** What is asked for. */
export type Request =
  | {
      readonly kind: 'run';
      readonly command: Command;
      readonly call: Pick<Call<CommandOptions>, 'dataDir' | 'argument' | 'options'>;
    }
  | { readonly kind: 'help'; readonly commands: readonly Command[] }
  | { readonly kind: 'refused'; readonly error: LapakError };

/** The words after `npm run NAME --`. Language and --json hold for a refusal as well. */
export interface ParsedArgv {
  readonly language: Language;
  readonly isJson: boolean;
  readonly request: Request;
}

/** As commander leaves them: an option without its value is empty. */
interface CommonOptions {
  readonly data?: string;
  readonly json?: true;
  readonly lang?: string;
}

const languages = oneOf<Language>(['id', 'en']);

/** Parses the words of a command line. Never fails: what cannot be run is a refusal. */
export function parseArgv(argv: readonly string[], program: Program): ParsedArgv {
  const { commands, unnamed, dataFolder } = program;
  const parser = makeParser();
  const chosen: Request[] = [];
  for (const command of commands) {
    addCommand(parser, command, command.name === unnamed, (words) => {
      const dataDir = dataDirOf(parser, dataFolder);
      chosen.push({ kind: 'run', command, call: { ...words, dataDir } });
    });
  }
  try {
    parser.parse([...argv], { from: 'user' });
  } catch (error) {
    chosen.push(readFailure(error, parser, program));
  }
  const [request] = chosen;
  assert(request !== undefined, 'commander runs one action or throws');
  const { json, lang } = parser.opts<CommonOptions>();
  return { language: lang === 'en' ? 'en' : 'id', isJson: json ?? false, request };
}

function makeParser(): Parser {
  const silent = () => undefined; // commander's sentences are English only
  return new Parser()
    .exitOverride()
    .configureOutput({ writeOut: silent, writeErr: silent })
    .helpCommand(false)
    .option('--json')
    .addOption(optionOf('data').argParser(onlyOnce))
    .addOption(optionOf('lang'));
}

/** An option; the next one is never taken for the value that was forgotten. */
function optionOf(name: string, takesValue = true): Option {
  return new Option(takesValue ? `--${name} [value]` : `--${name}`).preset('');
}

/** Two folders are a doubt, and no book is to be changed in a doubt. */
function onlyOnce(data: string, earlier?: string): string {
  if (earlier !== undefined) throw invalid('--data × 2');
  return data;
}

type CommandWords = Pick<Call<CommandOptions>, 'argument' | 'options'>;

function addCommand(
  parser: Parser,
  command: Command,
  isDefault: boolean,
  choose: (words: CommandWords) => void,
): void {
  const { name, argument, options } = command;
  const given: Record<string, unknown> = {};
  const sub = parser.command(name, { isDefault });
  for (const [key, option] of Object.entries(options)) {
    sub.addOption(
      optionOf(key, option.value !== '').argParser((text) => {
        given[key] = parseOption(key, option, text, given[key]);
      }),
    );
  }
  if (argument === null) sub.action(() => choose({ argument: '', options: given }));
  else {
    const names = argument.split(' ');
    for (const word of names) sub.argument(`<${word}>`);
    sub.action((...words: readonly unknown[]) => {
      const texts = words.slice(0, names.length).map(String);
      if (texts.includes('')) throw invalid(usageOf(command));
      choose({ argument: texts.join(' '), options: given });
    });
  }
}

/** @throws LapakError COMMAND_INVALID */
function parseOption<T>(name: string, option: CommandOption<T>, text: string, earlier?: T): T {
  if (text.trim() === '' && option.value !== '') throw invalid(`--${name} …?`);
  const value = option.parse(text, earlier);
  if (value === undefined) throw invalid(`--${name} ${text} (${option.value})`);
  return value;
}

/** The folder of the data: the given one, else that of the person who runs this. */
function dataDirOf(parser: Parser, name: DataFolder): string {
  const { data, lang } = parser.opts<CommonOptions>();
  if (lang !== undefined) parseOption('lang', languages, lang);
  // An empty variable does not mean the book of the person who runs this.
  if (data?.trim() === '') throw invalid('--data …?');
  return data === undefined ? ownDataDir(name) : resolve(data);
}

function readFailure(error: unknown, parser: Parser, program: Program): Request {
  const { commands } = program;
  const command = commands.find(({ name }) => name === parser.args[0]);
  if (error instanceof LapakError) return { kind: 'refused', error };
  if (!(error instanceof CommanderError)) throw error;
  if (error.code === 'commander.helpDisplayed') {
    return { kind: 'help', commands: command ? [command] : commands };
  }
  return { kind: 'refused', error: refusalOf(error.code, parser, command, program) };
}

/** What commander refuses, in our words; its own sentences are not read. */
function refusalOf(
  code: string,
  parser: Parser,
  command: Command | undefined,
  { commands, unnamed }: Program,
): LapakError {
  const name = command?.name ?? unnamed;
  const { args } = parser.commands.find((sub) => sub.name() === name) ?? parser;
  const [word] = args;
  // The command that was not named has no argument: the word was to be a command.
  if (!command && code === 'commander.excessArguments') {
    return new LapakError('COMMAND_UNKNOWN', { command: word ?? '' });
  }
  switch (code) {
    case 'commander.unknownCommand':
      return new LapakError('COMMAND_UNKNOWN', { command: word ?? '' });
    case 'commander.unknownOption':
      return invalid(`${args.find((word) => word.startsWith('-'))}?`);
    case 'commander.excessArguments':
      return invalid(`${args[command?.argument?.split(' ').length ?? 0]}?`);
    default: // no command, or one without its argument
      return invalid(command ? usageOf(command) : commands.map(({ name }) => name).join(' | '));
  }
}
