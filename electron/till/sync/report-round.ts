import { BATCH_RECORDS_MAX, type BatchOutcome } from '../../../domain/sync/contract.ts';
import { markOf, type Place } from '../../../domain/sync/place.ts';
import { businessDate, zones } from '../../../domain/time.ts';
import { read, write } from '../database/write.ts';
import { hearHub } from '../down/hear-hub.ts';
import { readSettings } from '../settings/stall-settings.ts';
import { findAnew, findReached, NOTHING_REACHED } from './anew-store.ts';
import type { HubClient } from './hub-client.ts';
import type { EnrolledHub } from './hub-store.ts';
import { type Batch, readBatch } from './read-batch.ts';
import { noteLeaving } from './sent-store.ts';
import { type Standing, standingOf } from './standing.ts';
import { SLOW_MS, SyncFailure } from './sync-failure.ts';
import type { SyncTill } from './sync-till.ts';
import { takeHead } from './take-head.ts';
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
  /** Ends the round between two of its steps. */
  readonly signal: AbortSignal;
  /** How it stands has changed: for who watches. */
  readonly tell: () => void;
}

/**
 * Reports to the hub until nothing waits: asks how far it is, then sends batch after batch. Each
 * step is whole by itself, so that it can end anywhere, and the next round goes on from there.
 * @throws SyncFailure saying why it ended early, and as read() and write()
 */
export async function reportRound(round: Round): Promise<void> {
  for (let gaps = 0; gaps <= GAPS_MAX; gaps += 1) {
    const first = await takeHead(round);
    if ((await sendAll(round)) === 'again') continue;
    const hasForgotten = read(round.till, findAnew) !== undefined;
    const last = hasForgotten ? await takeHead(round) : first; // it may have all again
    await hearHub(round, last.downVersion);
    if (first.isKnown && last.isKnown) return;
    const message = 'the hub goes on having records of this device that this book does not know';
    throw new SyncFailure('two-tills', message, { retry: SLOW_MS });
  }
  throw new SyncFailure('refused', 'the hub asks again and again for records before the first');
}

/**
 * Sends from where the hub is on.
 * @returns `again` where the hub lacks records that nobody here knows
 */
async function sendAll(round: Round): Promise<'sent' | 'again'> {
  const { till, signal } = round;
  const { position, place } = read(till, findReached);
  let next = position + 1;
  let after = place; // as the hub calls it
  let limit = BATCH_RECORDS_MAX;
  let gaps = 0;
  for (;;) {
    const batch = await readBatch(till, next, limit);
    signal.throwIfAborted();
    if (!batch) return 'sent';
    const outcome = await sendBatch(round, batch, after);
    signal.throwIfAborted();
    if (outcome === 'too-large') {
      limit = Math.floor(batch.records.length / 2);
      continue;
    }
    if (outcome.outcome === 'stored') {
      takeStored(round, batch, outcome);
      next = batch.last + 1;
      after = batch.place;
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
  { first, last, hasDetails, records }: Batch,
  after: Place | null,
): Promise<BatchOutcome | 'too-large'> {
  const atMs = world.now();
  const size = write(till, (tx) => {
    const { zone, cutOffHour } = readSettings(tx);
    const date = businessDate(atMs, zones[zone], cutOffHour);
    noteLeaving(tx, { businessDate: date, hub: hub.origin, first, last, hasDetails, atMs });
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

function takeStored(round: Round, { place }: Batch, stored: Stored): void {
  const { till, hub, world } = round;
  const { receipt, verdicts } = stored;
  const isOfBatch = markOf(receipt.place) === markOf(place) && receipt.place.leaf === place.leaf;
  if (!isOfBatch) throw unproven('a receipt is of another record than was sent');
  const against = read(till, findAnew) ? 'anew' : 'cursor';
  const { goesOn, reached } = takeReceipt(till, hub, receipt, { against, atMs: world.now() });
  if (!goesOn) startAnew(round, reached); // it was set back since the head was asked
  for (const { place: of, verdict, reason } of verdicts) {
    till.log.warn(`record ${markOf(of)} is ${verdict} at the hub: ${reason}`);
  }
}

/** How the newest record that the hub has stands to the journal; before the first, of nothing. */
function standingOfNewest({ till }: Round, { newest }: Gap): Standing {
  if (!newest) return { kind: 'ours', position: 0 };
  return read(till, (tx) => standingOf(tx, newest));
}
