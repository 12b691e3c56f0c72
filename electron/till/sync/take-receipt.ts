import type { HubReceipt } from '../../../domain/sync/contract.ts';
import { verifyReceipt } from '../../../domain/sync/verify-receipt.ts';
import type { UtcMs } from '../../../domain/time.ts';
import { noteCrypto, treeCrypto } from '../../../node/crypto/tlog.ts';
import type { Tx } from '../database/run.ts';
import { read, write, writeUnsynced } from '../database/write.ts';
import { newestPlace } from '../journal/record-store.ts';
import { findAnew, forgetAnew, keepAnew, NOTHING_REACHED, type Reached } from './anew-store.ts';
import { findCursor } from './cursor.ts';
import { type Cursor, keepCursor } from './cursor-store.ts';
import type { EnrolledHub } from './hub-store.ts';
import { type Standing, standingOf } from './standing.ts';
import { SLOW_MS, SyncFailure } from './sync-failure.ts';
import type { SyncTill } from './sync-till.ts';

/** Epochs that a hub can be ahead of the journal, and numbers within one. */
const [EPOCHS_AHEAD_MAX, SEQ_MAX] = [1_000, 2 ** 31];

/** The checkpoint that the tree of a receipt has to go on from. */
export type Against =
  /** The newest that was kept as a receipt. */
  | 'cursor'
  /** The newest since the hub forgot what it had. */
  | 'anew';

/** What a receipt said that proves itself. */
export interface Taken {
  /** How its record stands to the journal. */
  readonly standing: Standing;
  /** Whether its tree goes on from the checkpoint that it was held against. */
  readonly goesOn: boolean;
  /** How far the hub is by this alone. */
  readonly reached: Reached;
}

/**
 * Takes a receipt of the hub: where it proves that the hub has a record of this journal, in a tree
 * that goes on from the last, the cursor moves there, and never back. Where it does not go on, the
 * hub forgot: nothing has moved.
 * @throws SyncFailure for a receipt that does not prove itself; then nothing has moved
 */
export function takeReceipt(
  till: SyncTill,
  hub: EnrolledHub,
  receipt: HubReceipt,
  { against, atMs }: { readonly against: Against; readonly atMs: UtcMs },
): Taken {
  const { cursor, anew, standing, newest } = read(till, (tx) => ({
    cursor: findCursor(tx),
    anew: findAnew(tx),
    standing: standingOf(tx, receipt.place),
    newest: newestPlace(tx),
  }));
  const last = (against === 'cursor' ? cursor : anew)?.checkpoint ?? null;
  const check = { hub, device: till.device.device, last };
  const proven = verifyReceipt(receipt, check, { tree: treeCrypto, note: noteCrypto });
  const { epoch, seq } = receipt.place;
  const isFar = epoch > (newest?.epoch ?? 0) + EPOCHS_AHEAD_MAX || seq > SEQ_MAX;
  if (!proven || isFar) throw unproven('a receipt does not prove itself');
  const { goesOn, checkpoint: now } = proven;
  const reached = reachedBy(receipt, standing, now.size);
  if (goesOn && against === 'anew') {
    writeUnsynced(till, (tx) => keepAnew(tx, furthest(tx, reached)));
  }
  if (goesOn && against === 'cursor') {
    moveCursor(till, reached, { cursor, isMended: anew !== undefined, atMs });
  }
  return { standing, goesOn, reached };
}

/** The hub has not any more what it had: from now on the till counts anew what it has. */
export function startAnew(
  { till, tell }: { readonly till: SyncTill; readonly tell: () => void },
  reached: Reached = NOTHING_REACHED,
): void {
  const isFirst = write(till, (tx) => {
    const known = findAnew(tx);
    keepAnew(tx, reached);
    return known === undefined;
  });
  if (!isFirst) return;
  till.log.warn('the hub has no longer what it had acknowledged: it is sent again');
  tell();
}

/** The hub's answer proves nothing, or less than it has proven before. */
export function unproven(message: string): SyncFailure {
  return new SyncFailure('unproven', message, { retry: SLOW_MS });
}

function reachedBy({ place, checkpoint }: HubReceipt, standing: Standing, size: number): Reached {
  const { position } = standing.kind === 'ours' ? standing : NOTHING_REACHED;
  return { position, place: position > 0 ? place : null, size, checkpoint };
}

/** A newer tree, and the later of two places. */
function furthest(tx: Tx, to: Reached): Reached {
  const from = findAnew(tx);
  if (!from || from.position <= to.position) return to;
  return { ...from, size: to.size, checkpoint: to.checkpoint };
}

interface Move {
  readonly cursor: Cursor | undefined;
  /** Whether the hub had forgotten, and this shows that it has all again. */
  readonly isMended: boolean;
  readonly atMs: UtcMs;
}

/** Forward only: what was acknowledged once was proven, in a tree that this one begins with. */
function moveCursor(till: SyncTill, to: Reached, { cursor, isMended, atMs }: Move): void {
  const isNews = !cursor || to.position > cursor.position || to.size > cursor.size;
  if (!isMended && (!isNews || to.place === null)) return;
  writeUnsynced(till, (tx) => {
    forgetAnew(tx);
    keepFurthest(tx, to, atMs);
  });
}

function keepFurthest(tx: Tx, { position, place, size, checkpoint }: Reached, atMs: UtcMs): void {
  const from = findCursor(tx);
  if (!place || checkpoint === null) return;
  const to = { position, place, size, checkpoint, reportedAtMs: atMs };
  const isBehind = from !== undefined && from.position > position;
  keepCursor(tx, isBehind ? { ...from, size, checkpoint } : to);
}
