import { hubKeyName } from '../../../node/crypto/keys.ts';
import { read, write } from '../database/write.ts';
import type { Round } from '../sync/report-round.ts';
import { SyncFailure } from '../sync/sync-failure.ts';
import { publishFees } from './fee-news.ts';
import { nextMessage, settleMessage, type WaitingMessage } from './message-store.ts';

/** What is refused with these is so whenever it is sent again. */
const FOR_GOOD: readonly (number | undefined)[] = [400, 404, 409, 422];

/**
 * Sends what the stall tells its mall, the oldest first, until nothing waits for this hub. What
 * it will never take is marked with its reason, and holds up nothing behind it.
 * @returns whether the hub has more of this stall than it had
 * @throws SyncFailure, and as read() and write()
 */
export async function sendMessages(round: Round): Promise<boolean> {
  let isAny = false;
  const { till } = round;
  const hub = hubKeyName(round.hub.publicKey);
  for (;;) {
    const message = read(till, (tx) => nextMessage(tx, hub));
    if (!message) return isAny;
    const reason = await sendOne(round, message);
    round.signal.throwIfAborted();
    isAny = true;
    const state = reason === '' ? 'sent' : 'refused';
    write(till, (tx) => settleMessage(tx, message.id, state, reason));
    publishFees(till);
  }
}

/** @returns the code that the hub refuses it with; empty where it has it */
async function sendOne(
  { client, signal }: Round,
  { id, message: said, photo }: WaitingMessage,
): Promise<string> {
  try {
    await client.feeMessage({ id, said, photo: photo?.toString('base64') ?? null }, signal);
    return '';
  } catch (error) {
    if (!(error instanceof SyncFailure) || error.trouble !== 'refused') throw error;
    const { status, code } = error;
    if (code === undefined || !FOR_GOOD.includes(status)) throw error;
    return code;
  }
}
