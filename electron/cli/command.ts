import type { Translator, PlainTextKey } from '../../domain/text.ts';
import type { OptionName, OptionValues } from './read-words.ts';

/** What a command works with. */
export interface Call {
  readonly dataDir: string;
  /** FILE or NUMBER; empty for a command that takes none. */
  readonly argument: string;
  readonly options: OptionValues;
  readonly speaker: Translator;
  /** Shows how far long work has come, on standard error. */
  readonly progress: (line: string) => void;
}

/** How a command ended. */
export interface Outcome {
  /** False ends with exit code 1, though nothing went wrong with the command itself. */
  readonly ok: boolean;
  /** The one object on standard output with --json. */
  readonly report: object;
  /** The lines on standard output without it. */
  readonly words: readonly string[];
}

/** One command of `npm run lapak`. */
export interface Command {
  /** What it does, in a few words. */
  readonly about: PlainTextKey;
  /** Stands in the usage after the command's name. */
  readonly usage: string;
  /** Name of the one argument it needs, or null. */
  readonly argument: 'FILE' | 'NUMBER' | null;
  readonly options: readonly OptionName[];
  readonly run: (call: Call) => Promise<Outcome>;
}
