import { LapakError } from '../../domain/errors.ts';
import type { PlainTextKey, Translator } from '../../domain/text.ts';
import type { DataFolder } from './data-folder.ts';

/** One option of a command. */
export interface CommandOption<T> {
  /**
   * Stands after its name in the usage, and in the refusal of anything else: `id|en`. Empty for one
   * that takes no value.
   */
  readonly value: string;
  /**
   * Reads what was given, never empty.
   * @param earlier of the same option before, where it may be given more than once
   * @returns undefined for what cannot be used
   */
  parse(given: string, earlier: T | undefined): T | undefined;
}

/** Options by their name, without the dashes. */
export type CommandOptions = Readonly<Record<string, CommandOption<unknown>>>;

/** What was given for each option. */
export type GivenOptions<O extends CommandOptions> = {
  readonly [N in keyof O]?: O[N] extends CommandOption<infer T> ? T : never;
};

/** How a failure is told that a command ended with. */
export interface ToldFailure {
  readonly failure: LapakError;
  /** Lines for standard error before its sentence. */
  readonly details: readonly string[];
}

/** A program of commands: `npm run lapak`, `npm run hub`. */
export interface Program {
  /** In the order of the help. */
  readonly commands: readonly Command[];
  /** Name of the command that is meant where none is named; null for none. */
  readonly unnamed: string | null;
  /** How it is called, above its help. */
  readonly usage: PlainTextKey;
  /** The folder that is meant where none is named. */
  readonly dataFolder: DataFolder;
  /** Tells its people what went wrong, in their words; a defect goes to its log besides. */
  readonly told: (error: unknown, dataDir: string) => ToldFailure;
}

/** What a command works with. */
export interface Call<O extends CommandOptions> {
  readonly dataDir: string;
  /** FILE or NUMBER, `ACCOUNT DATE` with a blank between; empty for a command that takes none. */
  readonly argument: string;
  readonly options: GivenOptions<O>;
  readonly speaker: Translator;
  /** Shows how far long work has come, on standard error. */
  readonly progress: (line: string) => void;
  /**
   * Gives one of several answers as it comes, on standard output: the object with --json, the words
   * without. @throws UndeliveredError when nobody takes it
   */
  readonly say: (report: object, words: string) => Promise<void>;
}

/** How a command ended. */
export interface Outcome {
  /** False ends with exit code 1, though nothing went wrong with the command itself. */
  readonly ok: boolean;
  /** The one object on standard output with --json; null where each answer was said before. */
  readonly report: object | null;
  /** The lines on standard output without it. */
  readonly words: readonly string[];
}

/** One command of a program. */
export interface Command<O extends CommandOptions = CommandOptions> {
  readonly name: string;
  /** What it does, in a few words. */
  readonly about: PlainTextKey;
  /** Name of the argument it needs, of several with a blank between, or null. */
  readonly argument: string | null;
  /** Its own; every command takes --data, --json, --lang and --help besides. */
  readonly options: O;
  run(call: Call<O>): Promise<Outcome>;
}

/**
 * One command. Its call is typed by its own options; the list of all commands no longer tells them
 * apart, which holds because run() gets only what these same options parsed (parse-argv.ts).
 */
export function defineCommand<O extends CommandOptions>(command: Command<O>): Command {
  return command;
}

/** An option that is one of a few words. */
export function oneOf<T extends string>(choices: readonly T[]): CommandOption<T> {
  return {
    value: choices.join('|'),
    parse: (given) => choices.find((choice) => choice === given),
  };
}

/** An option that is there or not. */
export const flag: CommandOption<true> = { value: '', parse: () => true };

/** An option that names a file. */
export const file: CommandOption<string> = { value: 'FILE', parse: (given) => given };

/** An option that is a number from 1. */
export const count: CommandOption<number> = {
  value: 'N',
  parse: (given) => (/^[1-9]\d{0,8}$/.test(given) ? Number(given) : undefined),
};

/** An answer could not be written where it was to go: the reader has gone, the disk is full. */
export class UndeliveredError extends Error {}

/** What cannot be run, in words that are the same in every language. */
export function invalid(detail: string): LapakError {
  return new LapakError('COMMAND_INVALID', { detail });
}
