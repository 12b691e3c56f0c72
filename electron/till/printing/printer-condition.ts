import type { PrintReason } from '../../../domain/printing/printer.ts';
import type { Channel } from './channel.ts';

/** How a printer says that it is: well, or why it does not print. */
export type Condition = 'well' | PrintReason;

/**
 * `DLE EOT n` asks a printer for status n in the middle of other data; it answers with one byte.
 * Source: Epson ESC/POS command reference.
 */
const ask = (n: number) => Buffer.from([0x10, 0x04, n]);
const PRINTER = 1;
const OFFLINE_CAUSE = 2;
const ROLL_PAPER = 4;

/** Bits 0, 1, 4 and 7 of every answer are 0, 1, 1 and 0; what differs is none. */
const STATUS_MASK = 0b1001_0011;
export const STATUS_BITS = 0b0001_0010;

/** Bytes that came unasked before a question, at most: a device that never stops is none. */
const UNASKED_MAX = 64;

/**
 * Asks a printer how it is. Answers come in the order of the bytes, so an answer says as well that
 * the printer has taken everything before the question.
 * @param answerMs how long to wait for the first answer
 * @returns undefined when the printer does not answer
 * @throws TransportFailure
 */
export async function askCondition(
  channel: Channel,
  answerMs: number,
): Promise<Condition | undefined> {
  for (let unasked = 0; unasked < UNASKED_MAX; unasked += 1) {
    if ((await channel.read(0)) === undefined) break;
  }
  const printer = await askStatus(channel, PRINTER, answerMs);
  if (printer === undefined) return undefined;
  const cause = await askStatus(channel, OFFLINE_CAUSE, answerMs);
  if (cause === undefined) return conditionOf(printer, 0, 0);
  return conditionOf(printer, cause, (await askStatus(channel, ROLL_PAPER, answerMs)) ?? 0);
}

/**
 * Whether an answer came after askCondition() had given it up: a busy printer's, which tells how it
 * was before and says nothing of what it was sent since. Never fails.
 */
export async function hasAnsweredLate(channel: Channel): Promise<boolean> {
  let hasAnswered = false;
  for (let read = 0; read < UNASKED_MAX; read += 1) {
    // A connection that ended meanwhile still gives what had come.
    const byte = await channel.read(0).catch(() => undefined);
    if (byte === undefined) break;
    hasAnswered ||= isStatus(byte);
  }
  return hasAnswered;
}

async function askStatus(
  channel: Channel,
  n: number,
  answerMs: number,
): Promise<number | undefined> {
  const deadline = performance.now() + answerMs;
  await channel.write(ask(n));
  for (;;) {
    const byte = await channel.read(Math.max(0, deadline - performance.now()));
    if (byte === undefined || isStatus(byte)) return byte;
    if (performance.now() >= deadline) return undefined; // it talks on and on, and answers nothing
  }
}

function isStatus(byte: number): boolean {
  return (byte & STATUS_MASK) === STATUS_BITS;
}

function conditionOf(printer: number, cause: number, paper: number): Condition {
  if ((paper & 0b0110_0000) !== 0 || (cause & 0b0010_0000) !== 0) return 'paperOut';
  if ((cause & 0b0000_0100) !== 0) return 'coverOpen';
  if ((cause & 0b0100_0000) !== 0) return 'printerFault';
  if ((printer & 0b0000_1000) !== 0) return 'offline';
  return 'well';
}
