import { assert } from '../../../domain/assert.ts';
import { parseRecord, type RecordOf, type RecordType } from '../../../domain/journal/record.ts';
import type { Tx } from '../database/run.ts';
import { findRecord } from './record-store.ts';

/** The record at this place, of one of these types. @throws InvariantError where it is not there */
export function readRecord<T extends RecordType>(
  tx: Tx,
  position: number,
  ...types: readonly T[]
): RecordOf<T> {
  const stored = findRecord(tx, position);
  assert(stored !== undefined, `record ${position} is in the journal`);
  const [head, body] = [stored.head, stored.body].map((part) => JSON.parse(part.toString('utf8')));
  const record = parseRecord(head, body);
  const isOfType = types.some((type) => type === record?.type);
  assert(record !== undefined && isOfType, `record ${position} is a ${types.join(' or ')}`);
  return record as RecordOf<T>; // its type was compared
}
