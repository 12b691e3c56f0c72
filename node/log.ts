import { existsSync, lstatSync, renameSync } from 'node:fs';
import { dirname } from 'node:path';
import logger from 'electron-log/node.js';
import { LapakError } from '../domain/errors.ts';
import { translator } from '../domain/translator.ts';

const LOG_BYTES_MAX = 4_000_000;
/** Longest line: what a caller sent may stand in it. */
const LINE_CHARACTERS_MAX = 8_000;

/**
 * The library tells its first logger that a file cannot be written: noted here, so that the line
 * itself goes elsewhere.
 */
let isRefused = false;
logger.transports.console.writeFn = () => {
  isRefused = true;
};

/** A log: English, one line an event. */
export interface Log {
  info(message: string): void;
  /** Something that nobody caused and somebody should know. */
  warn(message: string): void;
  /** The English sentence of a LapakError; the stack of anything else. */
  error(error: unknown): void;
}

/**
 * Opens a log file that only its owner reads; two files of 4 MB at most (`NAME.1` is the older). A
 * log that cannot be written goes to standard error and never stops anything.
 * @param clock UTC ms
 */
export function openLog(file: string, clock: () => number): Log {
  const { transports } = logger.create({ logId: file });
  transports.console.level = false;
  transports.file.resolvePathFn = () => file;
  transports.file.setAppName('lapak'); // else it looks for a package.json, and fails without one
  transports.file.maxSize = LOG_BYTES_MAX;
  transports.file.writeOptions = { flag: 'a', mode: 0o600, encoding: 'utf8' };
  transports.file.format = ({ data }) => data;
  transports.file.archiveLogFn = () => renameSync(file, `${file}.1`);
  const write = (level: 'info' | 'warn' | 'error', message: string) => {
    const date = new Date(validMs(clock()));
    const line = `${date.toISOString()} ${level.toUpperCase()} ${oneLine(message)}`;
    try {
      // The library would make the folder, and never end under /proc.
      if (isForeign(file) || !existsSync(dirname(file))) throw new Error(`no log at ${file}`);
      isRefused = false;
      transports.file({ data: [line], date, level });
      if (isRefused) throw new Error(`the log at ${file} cannot be written`);
    } catch {
      process.stderr.write(`${line}\n`);
    }
  };
  return {
    info: (message) => write('info', message),
    warn: (message) => write('warn', message),
    error: (error) => write('error', describeError(error)),
  };
}

/** One English line for the log; of a defect of ours, with its stack and cause on the same line. */
export function describeError(error: unknown): string {
  if (error instanceof LapakError) {
    const sentence = `${error.code}: ${translator('en').error(error.code, error.data)}`;
    return `${sentence}${causeOf(error)}`;
  }
  if (error instanceof Error) return `${error.stack ?? error.message}${causeOf(error)}`;
  return String(error);
}

function causeOf({ cause }: Error): string {
  return cause instanceof Error ? ` | because ${cause.message}` : '';
}

/** Nothing that a caller sends can begin a line of its own, or fill the disk. */
function oneLine(message: string): string {
  return message
    .slice(0, LINE_CHARACTERS_MAX)
    .replace(/\s*[\r\n\u2028\u2029]+\s*/g, ' | ')
    .replace(/\p{Cc}/gu, ' ');
}

/** A link or a pipe in the log's place is not written to. */
function isForeign(file: string): boolean {
  const found = lstatSync(file, { throwIfNoEntry: false });
  return found !== undefined && !(found.isFile() && found.nlink === 1);
}

/** A clock past the year 275760 has no date. */
function validMs(atMs: number): number {
  return Number.isNaN(new Date(atMs).getTime()) ? 0 : atMs;
}
