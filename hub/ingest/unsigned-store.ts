import type { Tx } from '../database/transact.ts';
import type { OfDevice } from './chain-store.ts';

/** Bytes that nobody signed, which a device has sent on a day. */
interface UnsignedOnDay {
  /** Days since 1970, UTC. */
  readonly day: number;
  readonly bytes: number;
}

/** What a device sent unsigned on the last day on which it did; undefined for never. */
export async function findUnsigned(
  trx: Tx,
  { stall, device }: OfDevice,
): Promise<UnsignedOnDay | undefined> {
  return trx
    .selectFrom('unsigned_day')
    .select(['day', 'bytes'])
    .where('stall', '=', stall)
    .where('device', '=', device)
    .executeTakeFirst();
}

/** Keeps what it sent by now; of the day before nothing is kept. */
export async function saveUnsigned(
  trx: Tx,
  { stall, device }: OfDevice,
  { day, bytes }: UnsignedOnDay,
): Promise<void> {
  await trx
    .insertInto('unsigned_day')
    .values({ stall, device, day, bytes })
    .onConflict((on) => on.columns(['stall', 'device']).doUpdateSet({ day, bytes }))
    .execute();
}
