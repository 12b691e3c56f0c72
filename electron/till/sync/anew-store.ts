import type { Place } from '../../../domain/sync/place.ts';
import { build } from '../database/build.ts';
import { first, run, type Tx } from '../database/run.ts';
import { findCursor } from './cursor.ts';
import { forgetCursor } from './cursor-store.ts';

/** How far a hub has the journal, as far as it has proven that. */
export interface Reached {
  /** Of the newest record that it is known to have, in the journal; 0 for none. */
  readonly position: number;
  /** Of that record, as the hub has it; null for none. */
  readonly place: Place | null;
  /** Of its tree. */
  readonly size: number;
  /** Null before the first. */
  readonly checkpoint: string | null;
}

/** Nothing of it. */
export const NOTHING_REACHED: Reached = { position: 0, place: null, size: 0, checkpoint: null };

/** How far the hub has the journal anew since it forgot; undefined where it never did. */
export function findAnew(tx: Tx): Reached | undefined {
  const row = first(tx, findOnly);
  if (!row) return undefined;
  const { position, epoch, seq, leaf, size, checkpoint } = row;
  const isKnown = position !== null && epoch !== null && seq !== null && leaf !== null;
  if (!isKnown) return { ...NOTHING_REACHED, size, checkpoint };
  return { position, place: { epoch, seq, leaf: leaf.toString('hex') }, size, checkpoint };
}

/** Keeps how far the hub has the journal since it forgot. The cursor stays where it was. */
export function keepAnew(tx: Tx, { position, place, size, checkpoint }: Reached): void {
  const values = {
    position: place ? position : null,
    epoch: place?.epoch ?? null,
    seq: place?.seq ?? null,
    leaf: place ? Buffer.from(place.leaf, 'hex') : null,
    size,
    checkpoint,
  };
  const query = build
    .insertInto('sync_anew')
    .values({ only: 1, ...values })
    .onConflict((conflict) => conflict.column('only').doUpdateSet(values));
  run(tx, query);
}

/** Another hub has acknowledged nothing yet. */
export function forgetReached(tx: Tx): void {
  forgetCursor(tx);
  forgetAnew(tx);
}

/** The hub has all again that it had acknowledged. */
export function forgetAnew(tx: Tx): void {
  run(tx, build.deleteFrom('sync_anew').where('only', '=', 1));
}

/** How far the hub has the journal now: less than the cursor says where it forgot. */
export function findReached(tx: Tx): Reached {
  return findAnew(tx) ?? findCursor(tx) ?? NOTHING_REACHED;
}

const findOnly = build
  .selectFrom('sync_anew')
  .select(['position', 'epoch', 'seq', 'leaf', 'size', 'checkpoint'])
  .where('only', '=', 1);
