import pino, { type DestinationStream, type Logger } from 'pino';
import { describeError, type Log } from '../../node/log.ts';

export const logLevels = ['error', 'warn', 'info', 'debug', 'silent'] as const;
export type LogLevel = (typeof logLevels)[number];

/** The hub's log: English, one line of JSON an event, no name of a person. */
export interface HubLog extends Log {
  /** For Fastify, and for events with facts of their own. */
  readonly pino: Logger;
}

const STANDARD_ERROR = 2;

/** A log to standard error, where standard output is for programs, or to a stream. */
export function openHubLog(
  level: LogLevel,
  stream: DestinationStream = pino.destination({ fd: STANDARD_ERROR, sync: true }),
): HubLog {
  const timestamp = pino.stdTimeFunctions.isoTime;
  const log = pino({ level, timestamp, base: { pid: process.pid } }, stream);
  return {
    pino: log,
    info: (message) => log.info(message),
    warn: (message) => log.warn(message),
    error: (error) => log.error(describeError(error)),
  };
}
