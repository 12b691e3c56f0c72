import { appendFileSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { LapakError } from '../../domain/errors.ts';
import { speak } from '../../domain/text.ts';

const LOG_BYTES_MAX = 4_000_000;

/** The till's log: English, one line an event, in `lapak.log` of the data folder. */
export interface Log {
  info(message: string): void;
  /** The English sentence of a LapakError; the stack of anything else. */
  error(error: unknown): void;
}

/** Keeps two files of 4 MB at most. A log that cannot be written never stops a sale. */
export function openLog(dataDir: string, clock: () => number): Log {
  const file = join(dataDir, 'lapak.log');
  const write = (level: string, message: string) => {
    const line = `${new Date(clock()).toISOString()} ${level} ${message}\n`;
    try {
      rotate(file);
      appendFileSync(file, line);
    } catch {
      process.stderr.write(line); // a full or read-only disk: the log has no better place
    }
  };
  return {
    info: (message) => write('INFO', message),
    error: (error) => write('ERROR', describeError(error)),
  };
}

/** One English line for the log; of a defect of ours, with its stack on the same line. */
export function describeError(error: unknown): string {
  if (error instanceof LapakError) {
    return `${error.code}: ${speak('en').error(error.code, error.data)}`;
  }
  if (error instanceof Error) return (error.stack ?? error.message).replaceAll('\n', ' | ');
  return String(error);
}

function rotate(file: string): void {
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  if (size > LOG_BYTES_MAX) renameSync(file, `${file}.1`);
}
