import { openCheckpoint } from '../../../domain/tlog/checkpoint.ts';
import { treeOrigin } from '../../../domain/sync/verify-receipt.ts';
import { noteCrypto } from '../../../node/crypto/tlog.ts';
import type { Tx } from '../database/run.ts';
import { read, write } from '../database/write.ts';
import { type Cursor, findKeptCursor, forgetCursor } from './cursor-store.ts';
import type { EnrolledHub } from './hub-store.ts';
import { standingOf } from './standing.ts';
import type { SyncTill } from './sync-till.ts';

/**
 * How far the hub has acknowledged the journal; undefined before its first receipt, and where what
 * is kept says more than that can be: another record at its position, or more records than the tree
 * of its checkpoint has.
 */
export function findCursor(tx: Tx): Cursor | undefined {
  const kept = findKeptCursor(tx);
  if (!kept || kept.position > kept.size) return undefined;
  const standing = standingOf(tx, kept.place);
  return standing.kind === 'ours' && standing.position === kept.position ? kept : undefined;
}

/**
 * Forgets a cursor that does not hold, or whose checkpoint the hub has not signed for a tree of
 * this size: the till begins anew from what the hub proves, and sends again what that leaves.
 */
export function mendCursor(till: SyncTill, hub: EnrolledHub): void {
  const { kept, holds } = read(till, (tx) => {
    return { kept: findKeptCursor(tx), holds: findCursor(tx) !== undefined };
  });
  if (!kept) return;
  const origin = treeOrigin(hub.name, till.device.device);
  const signed = openCheckpoint(kept.checkpoint, { origin, publicKey: hub.publicKey }, noteCrypto);
  if (holds && signed?.size === kept.size) return;
  write(till, forgetCursor);
  till.log.warn('how far the hub has acknowledged is damaged: it is asked anew');
}
