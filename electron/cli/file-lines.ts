import { open } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { LapakError } from '../../domain/errors.ts';

/** A line of a file, by its number from 1. Its text is undefined where it cannot be had. */
export interface FileLine {
  readonly number: number;
  readonly text: string | undefined;
  /** Why it cannot be had. */
  readonly why: 'too-long' | 'no-text' | null;
}

const NEWLINE = 0x0a;
const BYTE_ORDER_MARK = '\uFEFF';

/**
 * Opens a file, or standard input for `-`, to be read as it comes: it may be a pipe that somebody
 * still writes into. @throws LapakError FILE_UNREADABLE
 */
export async function openLines(file: string, stdin: Readable): Promise<Readable> {
  if (file === '-') return stdin;
  try {
    const handle = await open(file);
    if ((await handle.stat()).isDirectory()) {
      await handle.close();
      throw new LapakError('FILE_UNREADABLE', { file });
    }
    return handle.createReadStream();
  } catch (error) {
    if (error instanceof LapakError) throw error;
    throw new LapakError('FILE_UNREADABLE', { file }, { cause: error });
  }
}

/**
 * The lines of UTF-8 text, each as soon as its end has come. Of one that is longer than `bytesMax`
 * nothing is kept.
 */
export async function* fileLines(
  pieces: AsyncIterable<Buffer>,
  bytesMax: number,
): AsyncGenerator<FileLine> {
  let number = 1;
  let kept: Buffer[] = [];
  let bytes = 0;
  const keep = (piece: Buffer): void => {
    bytes += piece.length;
    if (bytes > bytesMax) kept = [];
    else kept.push(piece);
  };
  const take = (): FileLine => {
    const line = bytes > bytesMax ? tooLong(number) : decoded(number, Buffer.concat(kept));
    number += 1;
    kept = [];
    bytes = 0;
    return line;
  };
  for await (const piece of pieces) {
    let from = 0;
    for (let at = piece.indexOf(NEWLINE); at >= 0; at = piece.indexOf(NEWLINE, from)) {
      keep(piece.subarray(from, at));
      yield take();
      from = at + 1;
    }
    keep(piece.subarray(from));
  }
  if (bytes > 0) yield take();
}

function tooLong(number: number): FileLine {
  return { number, text: undefined, why: 'too-long' };
}

function decoded(number: number, bytes: Buffer): FileLine {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    const isMarked = number === 1 && text.startsWith(BYTE_ORDER_MARK);
    return { number, text: isMarked ? text.slice(1) : text, why: null };
  } catch {
    return { number, text: undefined, why: 'no-text' };
  }
}
