import { LapakError } from '../../domain/errors.ts';
import type { Tx } from '../database/transact.ts';
import type { OfDevice } from './chain-store.ts';
import type { ReadRecord } from './read-batch.ts';
import { findUnsigned, saveUnsigned } from './unsigned-store.ts';

/** What a device may send on a day that nobody signed: some sixteen times an honest batch. */
const UNSIGNED_BYTES_MAX = 4_194_304;
const DAY_MS = 86_400_000;

/**
 * Counts what a batch brings that its device has not signed, by days of the hub in UTC. It is kept
 * for good, since a disk that lost a byte is to stop no till: so there is an end to it. The first
 * such batch of a day is taken however long it is: a till that has more gets on day by day.
 * @throws LapakError UNSIGNED_TOO_MUCH: nothing of the batch is stored
 */
export async function takeUnsigned(
  trx: Tx,
  device: OfDevice,
  fresh: readonly ReadRecord[],
  nowMs: number,
): Promise<void> {
  const unsigned = fresh.filter(({ isAuthentic }) => !isAuthentic);
  if (unsigned.length === 0) return;
  const brought = unsigned.reduce(
    (sum, { head, body }) => sum + head.length + (body?.length ?? 0),
    0,
  );
  const day = Math.floor(nowMs / DAY_MS);
  const found = await findUnsigned(trx, device);
  const before = found?.day === day ? found.bytes : 0;
  if (before > 0 && before + brought > UNSIGNED_BYTES_MAX) {
    throw new LapakError('UNSIGNED_TOO_MUCH', {});
  }
  await saveUnsigned(trx, device, { day, bytes: before + brought });
}
