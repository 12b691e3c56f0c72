import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { LapakError } from '../../domain/errors.ts';
import type { Language } from '../../domain/settings/settings.ts';
import { ownDataDir } from '../shell/start-options.ts';

const options = {
  data: { type: 'string' },
  json: { type: 'boolean' },
  lang: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
  rate: { type: 'string' },
  column: { type: 'string', multiple: true },
  delimiter: { type: 'string' },
  dates: { type: 'string' },
  decimal: { type: 'string' },
  'refund-prefix': { type: 'string' },
  printer: { type: 'string' },
  columns: { type: 'string' },
} as const;

export type OptionName = keyof typeof options;

export const languages = ['id', 'en'] as const satisfies readonly Language[];

/** Options that every command takes. */
const common: readonly OptionName[] = ['data', 'json', 'lang', 'help'];

/** What was given for each option; a later word wins, but for `column`, which adds up. */
export type OptionValues = Readonly<Partial<Record<OptionName, readonly string[]>>>;

/** The words after `npm run lapak --`, taken apart but not yet judged. */
export interface Words {
  /** Null when there is none. */
  readonly command: string | null;
  readonly arguments: readonly string[];
  readonly options: OptionValues;
  /** Words that no command knows: unknown options, options without their value. */
  readonly faults: readonly string[];
}

/** Takes the words apart. Never fails, so that --json and --lang hold for the complaint as well. */
export function readWords(argv: readonly string[]): Words {
  const { tokens } = parseArgs({
    args: [...argv],
    options,
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const values: Partial<Record<OptionName, string[]>> = {};
  const positionals: string[] = [];
  const faults: string[] = [];
  for (const token of tokens) {
    if (token.kind === 'positional') positionals.push(token.value);
    if (token.kind !== 'option') continue;
    const fault = faultOf(token);
    if (fault !== null) faults.push(fault);
    else if (isOption(token.name)) (values[token.name] ??= []).push(token.value ?? '');
  }
  const [command = null, ...rest] = positionals;
  return { command, arguments: rest, options: values, faults };
}

/** The last value given for an option. */
export function valueOf(values: OptionValues, name: OptionName): string | undefined {
  return values[name]?.at(-1);
}

/** One of a few allowed values; undefined when not given. @throws LapakError COMMAND_INVALID */
export function choiceOf<T extends string>(
  values: OptionValues,
  name: OptionName,
  allowed: readonly T[],
): T | undefined {
  const value = valueOf(values, name);
  if (value === undefined) return undefined;
  const found = allowed.find((choice) => choice === value);
  if (found === undefined) throw invalid(`--${name} ${value} (${allowed.join(' | ')})`);
  return found;
}

/** Refuses options that this command does not take. @throws LapakError COMMAND_INVALID */
export function refuseForeign(words: Words, taken: readonly OptionName[]): void {
  const given = Object.keys(words.options) as OptionName[]; // readWords() filled only these
  const foreign = given.find((name) => !common.includes(name) && !taken.includes(name));
  const fault = words.faults[0] ?? (foreign && `--${foreign}?`);
  if (fault !== undefined) throw invalid(fault);
}

/** The folder of the book: the given one, else that of the person who runs this. */
export function dataDirOf(values: OptionValues): string {
  const given = valueOf(values, 'data');
  return given ? resolve(given) : ownDataDir();
}

/** Indonesian unless English is asked for. */
export function languageOf(values: OptionValues): Language {
  return valueOf(values, 'lang') === 'en' ? 'en' : 'id';
}

/** What cannot be run, in words that are the same in every language. */
export function invalid(detail: string): LapakError {
  return new LapakError('COMMAND_INVALID', { detail });
}

interface OptionToken {
  readonly name: string;
  readonly rawName: string;
  readonly value?: string | undefined;
  readonly inlineValue?: boolean | undefined;
}

function faultOf({ name, rawName, value, inlineValue }: OptionToken): string | null {
  if (!isOption(name)) return `${rawName}?`;
  if (options[name].type === 'boolean') return value === undefined ? null : `${rawName}=${value}?`;
  const isMissing = value === undefined || (!inlineValue && value.startsWith('--'));
  return isMissing ? `${rawName} …?` : null; // the next option was taken for the value
}

function isOption(name: string): name is OptionName {
  return Object.hasOwn(options, name);
}
