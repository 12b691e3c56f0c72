import { setImmediate as nextTurn, setTimeout as pause } from 'node:timers/promises';
import { LapakError } from '../../domain/errors.ts';
import type { HubDatabase } from '../database/open-database.ts';
import { transact } from '../database/transact.ts';
import { lockChain, type OfDevice } from './chain-store.ts';
import { judgeAnew, type JudgedAnew } from './judge-anew.ts';
import { devicesUnread, isUnread } from './record-store.ts';

/** Between two looks: a device may have been busy, or an older process have stored more. ms */
const PAUSE_MS = 600_000;

/** What judging what was held needs of the hub. */
interface Parts {
  readonly database: HubDatabase;
  readonly clock: () => number;
  readonly log: { warn(message: string): void; error(error: unknown): void };
}

/**
 * Judges what older programs held, now and every ten minutes.
 * @param pauseMs between two looks
 * @returns ends it, with the device that is just being judged as it was
 */
export function keepJudging(parts: Parts, pauseMs: number = PAUSE_MS): () => Promise<void> {
  const ending = new AbortController();
  const { signal } = ending;
  const keep = async () => {
    while (!signal.aborted) {
      await judgeHeld(parts, signal).catch(parts.log.error);
      await pause(pauseMs, undefined, { signal, ref: false }).catch(() => {}); // it has ended
    }
  };
  const done = keep();
  return async () => {
    ending.abort();
    await done;
  };
}

/**
 * Judges the devices anew of which an older program could not read something, whatever it then was
 * to that program. One of which that fails is left for the next time.
 * @param signal ends it, also while it judges a long one
 * @returns how many
 * @throws LapakError HUB_BUSY
 */
export async function judgeHeld(parts: Parts, signal?: AbortSignal): Promise<number> {
  const { database, log } = parts;
  let devices = 0;
  for (const of of await transact(database, 'every-stall', devicesUnread)) {
    await nextTurn(); // SQLite answers at once, and who asks meanwhile would never be heard
    if (signal?.aborted) break;
    try {
      const judged = await judgeUnread(parts, of, signal);
      if (!judged) continue;
      devices += 1;
      log.warn(`device ${of.device}: ${judged.changed} records were judged anew`);
    } catch (error) {
      if (signal?.aborted) break;
      if (!(error instanceof LapakError)) log.error(error);
      log.warn(`device ${of.device} is judged anew later: ${String(error)}`);
    }
  }
  return devices;
}

/** @returns null where another process was first */
function judgeUnread(
  { database, clock }: Parts,
  of: OfDevice,
  signal: AbortSignal | undefined,
): Promise<JudgedAnew | null> {
  const nowMs = clock();
  return transact(database, of, async (trx) => {
    await lockChain(trx, of);
    return (await isUnread(trx, of)) ? judgeAnew(trx, of, { nowMs, signal }) : null;
  });
}
