import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { LapakError } from '../../domain/errors.ts';

const inflate = promisify(gunzip);

/**
 * The JSON of a body as it came over the wire; null for none.
 * @throws LapakError BATCH_TOO_LARGE where gzip becomes more than it may, INPUT_INVALID for what is
 *   no JSON in UTF-8, as it is or by gzip
 */
export async function readJson(
  body: unknown,
  encoding: string | undefined,
  bytesMax: number,
): Promise<unknown> {
  if (!Buffer.isBuffer(body) || body.length === 0) return null;
  const bytes = await decoded(body, encoding, bytesMax);
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return JSON.parse(text) as unknown; // the contract says what it must be
  } catch (cause) {
    throw new LapakError('INPUT_INVALID', {}, { cause: new Error('no JSON', { cause }) });
  }
}

async function decoded(
  body: Buffer,
  encoding: string | undefined,
  maxOutputLength: number,
): Promise<Buffer> {
  if (encoding === undefined || encoding === 'identity') return body;
  if (encoding !== 'gzip') {
    throw new LapakError('INPUT_INVALID', {}, { cause: new Error('an unknown encoding') });
  }
  try {
    return await inflate(body, { maxOutputLength });
  } catch (cause) {
    const isTooLarge =
      cause instanceof Error && 'code' in cause && cause.code === 'ERR_BUFFER_TOO_LARGE';
    if (isTooLarge) throw new LapakError('BATCH_TOO_LARGE', {});
    throw new LapakError('INPUT_INVALID', {}, { cause: new Error('no gzip', { cause }) });
  }
}
