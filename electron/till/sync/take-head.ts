import type { HubHead } from '../../../domain/sync/contract.ts';
import { isAfter, markOf, type Spot } from '../../../domain/sync/place.ts';
import { read, write } from '../database/write.ts';
import { forgetTold } from '../down/forget-told.ts';
import { newestPlace } from '../journal/record-store.ts';
import { findAnew } from './anew-store.ts';
import { findCursor, mendCursor } from './cursor.ts';
import { recoverFromHub } from './hub-ahead.ts';
import { type EnrolledHub, keepHub } from './hub-store.ts';
import { noteProven } from './note-left.ts';
import type { Round } from './report-round.ts';
import { SLOW_MS, SyncFailure, WAITING_MS } from './sync-failure.ts';
import type { SyncTill } from './sync-till.ts';
import { startAnew, takeReceipt } from './take-receipt.ts';

/** What a look at the hub comes to. */
interface Heard {
  readonly isKnown: boolean;
  /** Of a device that was revoked: up to here it reports. */
  readonly through: Spot | null;
  readonly downVersion: number;
}

/**
 * Asks how far the hub is: goes on in a new epoch where it knows more than the till, and counts
 * anew what it has where it forgot some of that.
 * @returns the newest that the hub tells this till, and whether this book knows all that the hub
 *   has: not where it knows more, and too many epochs were opened today
 * @throws SyncFailure
 */
export async function takeHead(round: Round): Promise<Heard> {
  const { till, hub, world } = round;
  mendCursor(till, hub);
  const { cursor, anew } = read(till, (tx) => ({ cursor: findCursor(tx), anew: findAnew(tx) }));
  const { receipt, through, downVersion } = await ask(round, cursor?.size ?? 0);
  if (!receipt) {
    if (cursor && (!anew || anew.size > 0)) startAnew(round);
    return { isKnown: true, through, downVersion };
  }
  const atMs = world.now();
  const taken = takeReceipt(till, hub, receipt, { against: 'cursor', atMs });
  if (!taken.goesOn) {
    if (!anew || anew.checkpoint === null) startAnew(round, taken.reached);
    else await takeAnew(round, anew.size);
  }
  const { standing } = taken;
  if (standing.kind === 'ours') noteProven(till, hub, standing.position, atMs);
  const isKnown = standing.kind !== 'ahead' || recoverFromHub(till, receipt.place);
  return { isKnown, through, downVersion };
}

/** How far the hub is since it forgot; it may have forgotten again. */
async function takeAnew(round: Round, size: number): Promise<void> {
  const { till, hub, world } = round;
  const { receipt } = await ask(round, size);
  if (!receipt) return startAnew(round);
  const { goesOn, reached } = takeReceipt(till, hub, receipt, {
    against: 'anew',
    atMs: world.now(),
  });
  if (!goesOn) startAnew(round, reached);
}

async function ask({ till, hub, client, signal }: Round, size: number): Promise<HubHead> {
  const newest = read(till, newestPlace);
  const tip = newest ? markOf(newest) : '0.0';
  const head = await client.head({ size, tip }, signal);
  signal.throwIfAborted();
  keepNews(till, hub, head);
  const { state, through, receipt } = head;
  if (state === 'waiting') {
    throw new SyncFailure(null, 'at the hub this device is waiting', { retry: WAITING_MS });
  }
  const isComplete = !through || (receipt !== null && !isAfter(through, receipt.place));
  if (state === 'revoked' && isComplete) throw revoked();
  return head;
}

/** The manager revoked this device, and all that counts of it is at the hub. */
export function revoked(): SyncFailure {
  return new SyncFailure(null, 'at the hub this device is revoked', { retry: SLOW_MS });
}

/** Keeps what the hub calls the stall now, and what its manager made of the device. */
function keepNews(till: SyncTill, hub: EnrolledHub, { state, stall }: HubHead): void {
  const isSame =
    hub.state === state &&
    hub.stall.code === stall.code &&
    hub.stall.name === stall.name &&
    hub.stall.mall === stall.mall;
  if (isSame) return;
  write(till, (tx) => {
    // The answer of an enrolment can be lost, by which the till came to another stall.
    if (hub.stall.code !== stall.code) forgetTold(tx);
    keepHub(tx, { ...hub, state, stall });
  });
}
