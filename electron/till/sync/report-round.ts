import { BATCH_RECORDS_MAX, type BatchOutcome } from '../../../domain/sync/contract.ts';
import { markOf, type Place, type Spot } from '../../../domain/sync/place.ts';
import { read, writeUnsynced } from '../database/write.ts';
import { hearHub } from '../down/hear-hub.ts';
import { findAnew, findReached, NOTHING_REACHED } from './anew-store.ts';
import type { HubClient } from './hub-client.ts';
import type { EnrolledHub } from './hub-store.ts';
import { noteSending } from './note-left.ts';
import { lastUpTo } from './outgoing-store.ts';
import type { RoundPace } from './pace.ts';
import { type Batch, readBatch } from './read-batch.ts';
import { type Standing, standingOf } from './standing.ts';
import { SLOW_MS, SyncFailure } from './sync-failure.ts';
import type { SyncTill } from './sync-till.ts';
import { revoked, takeHead } from './take-head.ts';
import { startAnew, takeReceipt, unproven } from './take-receipt.ts';
import type { SyncWorld } from './world.ts';

/** How often a round starts over, or goes back, because the hub lacks records. */
const GAPS_MAX = 3;

/** One round of reporting. */
export interface Round {
  readonly till: SyncTill;
  readonly hub: EnrolledHub;
  readonly client: HubClient;
  readonly world: Pick<SyncWorld, 'now'>;
  /** Whether it asks first how far the hub is; else the hub said so not long ago. */
  readonly isAsking: boolean;
  /** Ends the round between two of its steps. */
  readonly signal: AbortSignal;
  readonly pace: RoundPace;
  /** How it stands has changed: for who watches. */
  readonly tell: () => void;
}

/**
 * Reports to the hub until nothing waits: asks how far it is where that is not known, then sends
 * batch after batch. Each step is whole by itself, so that it can end anywhere, and the next round
 * goes on from there.
 * @throws SyncFailure saying why it ended early, and as read() and write()
 */
export async function reportRound(round: Round): Promise<void> {
  let { isAsking } = round;
  for (let gaps = 0; gaps <= GAPS_MAX; gaps += 1) {
    const first = isAsking ? await takeHead(round) : null;
    const sent = await sendAll(round, { isAsked: isAsking, through: first?.through ?? null });
    isAsking = true;
    if (sent === 'again') continue;
    if (first?.through) throw revoked();
    const hasForgotten = read(round.till, findAnew) !== undefined;
    const last = hasForgotten ? await takeHead(round) : first; // it may have all again
    const downVersion = sent.downVersion ?? last?.downVersion;
    if (downVersion !== undefined) await hearHub(round, downVersion);
    if (first?.isKnown !== false && last?.isKnown !== false) return;
    const message = 'the hub goes on having records of this device that this book does not know';
    throw new SyncFailure('two-tills', message, { retry: SLOW_MS });
  }
  throw new SyncFailure('refused', 'the hub asks again and again for records before the first');
}

interface Sent {
  /** Of the newest that the hub tells this till; null where nothing waited to be sent. */
  readonly downVersion: number | null;
}

/**
 * Sends from where the hub is on.
 * @param isAsked whether the hub has just said where that is
 * @param through of a device that was revoked: no further than there
 * @returns `again` where the hub lacks records that nobody here knows, or has more of this device
 *   than this till has sent, and was not asked
 */
async function sendAll(
  round: Round,
  { isAsked, through }: { readonly isAsked: boolean; readonly through: Spot | null },
): Promise<Sent | 'again'> {
  const { till, signal } = round;
  const { position, place } = read(till, findReached);
  const end = through ? read(till, (tx) => lastUpTo(tx, through)) : Number.MAX_SAFE_INTEGER;
  let next = position + 1;
  let after = place; // as the hub calls it
  let limit = BATCH_RECORDS_MAX;
  let gaps = 0;
  let downVersion: number | null = null;
  for (;;) {
    const most = Math.min(limit, end - next + 1);
    const batch = most > 0 ? await readBatch(till, next, most) : undefined;
    if (batch && next > position + 1) await round.pace.rest(signal);
    signal.throwIfAborted();
    if (!batch) return { downVersion };
    const outcome = await sendBatch(round, batch, after);
    signal.throwIfAborted();
    if (outcome === 'too-large') {
      limit = Math.floor(batch.records.length / 2);
      continue;
    }
    if (outcome.outcome === 'stored') {
      const isAlone = takeStored(round, batch, outcome);
      if (!isAlone && !isAsked) return 'again'; // another till reports with this key
      next = batch.last + 1;
      after = batch.place;
      downVersion = outcome.downVersion;
      continue;
    }
    gaps += 1;
    const standing = standingOfNewest(round, outcome);
    if (standing.kind !== 'ours') return 'again'; // its receipt will prove that it knows more
    if (gaps > GAPS_MAX || standing.position >= next - 1) {
      throw new SyncFailure('refused', 'the hub asks for records that it was sent');
    }
    next = standing.position + 1;
    after = outcome.newest;
    if (standing.position < position) {
      startAnew(round, { ...NOTHING_REACHED, position: standing.position, place: after });
    }
  }
}

type Stored = Extract<BatchOutcome, { outcome: 'stored' }>;
type Gap = Extract<BatchOutcome, { outcome: 'gap' }>;

/** What leaves is written down before it does: an answer that is lost changes nothing of that. */
async function sendBatch(
  { till, hub, client, world, signal }: Round,
  { records, ...run }: Batch,
  after: Place | null,
): Promise<BatchOutcome | 'too-large'> {
  const size = writeUnsynced(till, (tx) => {
    noteSending(tx, hub, run, world.now());
    return findReached(tx).size;
  });
  try {
    return await client.batch({ size, after, records }, signal);
  } catch (error) {
    const isTooLarge = error instanceof SyncFailure && error.status === 413;
    if (isTooLarge && records.length > 1) return 'too-large';
    throw error;
  }
}

/** @returns whether the hub's tree grew by these records, and by no others */
function takeStored(round: Round, { place, records }: Batch, stored: Stored): boolean {
  const { till, hub, world } = round;
  const { receipt, verdicts } = stored;
  const isOfBatch = markOf(receipt.place) === markOf(place) && receipt.place.leaf === place.leaf;
  if (!isOfBatch) throw unproven('a receipt is of another record than was sent');
  const { anew, before } = read(till, (tx) => ({ anew: findAnew(tx), before: findReached(tx) }));
  const against = anew ? 'anew' : 'cursor';
  const { goesOn, reached } = takeReceipt(till, hub, receipt, { against, atMs: world.now() });
  if (!goesOn) startAnew(round, reached); // it was set back since the head was asked
  for (const { place: of, verdict, reason } of verdicts) {
    till.log.warn(`record ${markOf(of)} is ${verdict} at the hub: ${reason}`);
  }
  return reached.size === before.size + records.length;
}

/** How the newest record that the hub has stands to the journal; before the first, of nothing. */
function standingOfNewest({ till }: Round, { newest }: Gap): Standing {
  if (!newest) return { kind: 'ours', position: 0 };
  return read(till, (tx) => standingOf(tx, newest));
}
