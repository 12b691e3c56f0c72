import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { LapakError } from '../../domain/errors.ts';
import { isBoundedJson } from './bounded-json.ts';

const inflate = promisify(gunzip);

/**
 * The bytes of a body as they were before gzip; none where none came.
 * @throws LapakError BATCH_TOO_LARGE where gzip becomes more than it may, INPUT_INVALID for another
 *   encoding and for what is no gzip
 */
export async function inflateBody(
  body: unknown,
  encoding: string | undefined,
  maxOutputLength: number,
): Promise<Buffer> {
  if (!Buffer.isBuffer(body) || body.length === 0) return Buffer.alloc(0);
  if (encoding === undefined || encoding === 'identity') return body;
  if (encoding !== 'gzip') throw invalid('an unknown encoding');
  try {
    return await inflate(body, { maxOutputLength });
  } catch (cause) {
    const isTooLarge =
      cause instanceof Error && 'code' in cause && cause.code === 'ERR_BUFFER_TOO_LARGE';
    if (isTooLarge) throw new LapakError('BATCH_TOO_LARGE', {});
    throw invalid('no gzip', cause);
  }
}

/** The JSON of a body; null for none. @throws LapakError INPUT_INVALID for no JSON in UTF-8 */
export function readJson(bytes: Buffer): unknown {
  if (bytes.length === 0) return null;
  if (!isBoundedJson(bytes)) throw invalid('JSON that is too deep or has too many values');
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return JSON.parse(text) as unknown; // the contract says what it must be
  } catch (cause) {
    throw invalid('no JSON', cause);
  }
}

function invalid(what: string, cause?: unknown): LapakError {
  return new LapakError('INPUT_INVALID', {}, { cause: new Error(what, { cause }) });
}
