import type { Trouble } from '../../../domain/sync/status.ts';
import { sendMessages } from '../fees/send-messages.ts';
import type { Round } from '../sync/report-round.ts';
import { SyncFailure } from '../sync/sync-failure.ts';
import { answerRequests } from './answer-requests.ts';
import { takeDown } from './take-down.ts';

/** What is wrong with what the hub tells, and not with reporting to it. */
const ownTroubles: readonly (Trouble | null)[] = ['not-a-hub', 'refused'];

/**
 * Hears what the hub tells this till, and answers what it asks. What it tells wrongly is for the
 * log: all is reported by then, and the next round hears it again.
 * @param downVersion of the newest that the hub tells this till
 * @throws SyncFailure, and as read() and write()
 */
export async function hearHub(round: Round, downVersion: number): Promise<void> {
  try {
    await takeDown(round, downVersion);
    await answerRequests(round);
    // What was told is answered at once with records of it.
    if (await sendMessages(round)) await takeDown(round, Number.MAX_SAFE_INTEGER);
  } catch (error) {
    if (!(error instanceof SyncFailure && ownTroubles.includes(error.trouble))) throw error;
    round.till.log.warn(`what the hub tells: ${error.message}`);
  }
}
