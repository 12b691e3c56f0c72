import type { Arrived } from '../../domain/sync/judge.ts';
import { markOf } from '../../domain/sync/place.ts';

/** A record on its way into the ledger, and what it follows. */
export interface LinkedRecord extends Arrived {
  /** The leaf that the head names as the one before it; null where it cannot be read. */
  readonly prev: string | null;
  /** The leaf before it in the till's journal, as the till said; null before the first. */
  readonly after: string | null;
}

/** The same, with its exact bytes. */
export interface RecordBytes extends LinkedRecord {
  readonly leafBytes: Buffer;
  readonly head: Buffer;
  readonly signature: Buffer;
}

/** The mark of the place that a record says it has; where it lay, of one that says nothing. */
export function placeMark({ read, lay }: Pick<LinkedRecord, 'read' | 'lay'>): string {
  return markOf(read.kind === 'head' ? read.head : read.kind === 'newer' ? read : lay);
}
