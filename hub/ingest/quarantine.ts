import type { Place } from '../../domain/sync/place.ts';
import type { Tx } from '../database/transact.ts';
import type { OfDevice } from './chain-store.ts';
import { rebuildDevice } from './rebuild-totals.ts';
import { markAfter } from './record-store.ts';

/** What a device reported behind a place counts no more: the totals are summed up anew. */
export async function quarantineAfter(
  trx: Tx,
  of: OfDevice,
  place: Pick<Place, 'epoch' | 'seq'>,
  nowMs: number,
): Promise<void> {
  await markAfter(trx, of, place);
  await rebuildDevice(trx, of, { isMended: true, nowMs });
}
