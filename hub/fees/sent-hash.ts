import { createHash } from 'node:crypto';
import { canonicalJson } from '../../domain/journal/canonical.ts';

/**
 * What somebody sent for an act, in short: the same id with something else is no repetition.
 * @param call what was asked for
 * @param sent what was sent for it, without names of people
 * @returns SHA-256, as the record of the act has it
 */
export function sentHash(call: string, sent: object): string {
  const plain: unknown = JSON.parse(JSON.stringify(sent)); // what is undefined was not sent
  return createHash('sha256')
    .update(canonicalJson([call, plain]))
    .digest('hex');
}
