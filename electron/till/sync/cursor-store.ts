import type { Place } from '../../../domain/sync/place.ts';
import type { UtcMs } from '../../../domain/time.ts';
import { build } from '../database/build.ts';
import { first, run, type Tx } from '../database/run.ts';

/** How far the hub has acknowledged the journal. */
export interface Cursor {
  /** Of the newest record that it has, in the journal. */
  readonly position: number;
  readonly place: Place;
  /** Of the tree of the checkpoint. */
  readonly size: number;
  readonly checkpoint: string;
  readonly reportedAtMs: UtcMs;
}

/** The cursor as it is kept, also a damaged one; undefined before the first receipt. */
export function findKeptCursor(tx: Tx): Cursor | undefined {
  const row = first(tx, findOnly);
  if (!row) return undefined;
  const { position, epoch, seq, size, checkpoint, reported_at_ms: reportedAtMs } = row;
  const place = { epoch, seq, leaf: row.leaf.toString('hex') };
  return { position, place, size, checkpoint, reportedAtMs };
}

/** Moves the cursor. Only to where a verified receipt says. */
export function keepCursor(tx: Tx, { position, place, ...rest }: Cursor): void {
  const values = {
    position,
    epoch: place.epoch,
    seq: place.seq,
    leaf: Buffer.from(place.leaf, 'hex'),
    size: rest.size,
    checkpoint: rest.checkpoint,
    reported_at_ms: rest.reportedAtMs,
  };
  const query = build
    .insertInto('sync_cursor')
    .values({ only: 1, ...values })
    .onConflict((conflict) => conflict.column('only').doUpdateSet(values));
  run(tx, query);
}

/** Another hub has acknowledged nothing yet. */
export function forgetCursor(tx: Tx): void {
  run(tx, build.deleteFrom('sync_cursor').where('only', '=', 1));
}

const findOnly = build
  .selectFrom('sync_cursor')
  .select(['position', 'epoch', 'seq', 'leaf', 'size', 'checkpoint', 'reported_at_ms'])
  .where('only', '=', 1);
