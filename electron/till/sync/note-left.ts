import { businessDate, type UtcMs, zones } from '../../../domain/time.ts';
import type { Book } from '../database/book.ts';
import type { Tx } from '../database/run.ts';
import { read, writeUnsynced } from '../database/write.ts';
import { readSettings } from '../settings/stall-settings.ts';
import type { EnrolledHub } from './hub-store.ts';
import type { Batch } from './read-batch.ts';
import { findDetailsAfter, leftThrough, noteLeaving } from './sent-store.ts';

/** Writes down that a batch leaves for the hub. */
export function noteSending(
  tx: Tx,
  { origin: hub }: EnrolledHub,
  { first, last, hasDetails }: Pick<Batch, 'first' | 'last' | 'hasDetails'>,
  atMs: UtcMs,
): void {
  const { zone, cutOffHour } = readSettings(tx);
  const date = businessDate(atMs, zones[zone], cutOffHour);
  noteLeaving(tx, { businessDate: date, hub, first, last, hasDetails, atMs });
}

/**
 * Writes down what has left although no note says so: the hub proves that it has the journal up to
 * this position, and a power cut took the note.
 * @throws as write()
 */
export function noteProven(book: Book, hub: EnrolledHub, position: number, atMs: UtcMs): void {
  const { from, after } = read(book, (tx) => ({
    from: leftThrough(tx, hub.origin) + 1,
    after: findDetailsAfter(tx) ?? position,
  }));
  if (from > position) return;
  const runs = [
    { first: from, last: Math.min(position, after), hasDetails: false },
    { first: Math.max(from, after + 1), last: position, hasDetails: true },
  ];
  writeUnsynced(book, (tx) => {
    for (const run of runs) if (run.first <= run.last) noteSending(tx, hub, run, atMs);
  });
}
