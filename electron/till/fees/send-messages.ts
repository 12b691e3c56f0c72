import { hubKeyName } from '../../../node/crypto/keys.ts';
import { read, write } from '../database/write.ts';
import type { Round } from '../sync/report-round.ts';
import { SyncFailure } from '../sync/sync-failure.ts';
import { publishFees } from './fee-news.ts';
import { nextMessage, type Sending, settleMessage, type WaitingMessage } from './message-store.ts';

/** What is refused with these is so whenever it is sent again. */
const FOR_GOOD: readonly (number | undefined)[] = [400, 404, 409, 422];
/** How long what is too much of one day is not sent again: its picture is sent each time. ms */
const TOO_MANY_MS = 60 * 60_000;

/**
 * Sends what the stall tells its mall, the oldest first, until nothing waits for this hub. What it
 * will never take, or not on this day, is marked with its reason, and holds up nothing behind it.
 * @returns whether the hub has more of this stall than it had
 * @throws SyncFailure, and as read() and write()
 */
export async function sendMessages(round: Round): Promise<boolean> {
  let isAny = false;
  const { till } = round;
  const hub = hubKeyName(round.hub.publicKey);
  for (;;) {
    const message = read(till, (tx) => nextMessage(tx, hub, round.world.now()));
    if (!message) return isAny;
    const sending = await sendOne(round, message);
    round.signal.throwIfAborted();
    isAny ||= sending.state === 'sent';
    write(till, (tx) => settleMessage(tx, message.id, sending));
    publishFees(till);
  }
}

/** @throws SyncFailure where the hub says nothing of this message */
async function sendOne(
  { client, signal, world }: Round,
  { id, message: said, photo }: WaitingMessage,
): Promise<Sending> {
  try {
    await client.feeMessage({ id, said, photo: photo?.toString('base64') ?? null }, signal);
    return { state: 'sent', reason: '', not_before_ms: 0 };
  } catch (error) {
    if (!(error instanceof SyncFailure) || error.code === undefined) throw error;
    const { status, code: reason, trouble } = error;
    if (reason === 'MESSAGES_TOO_MANY') {
      return { state: 'waiting', reason, not_before_ms: world.now() + TOO_MANY_MS };
    }
    if (trouble !== 'refused' || !FOR_GOOD.includes(status)) throw error;
    return { state: 'refused', reason, not_before_ms: 0 };
  }
}
