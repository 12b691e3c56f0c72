import { isAfter, parseMark } from '../../domain/sync/place.ts';
import type { HubReceipt } from '../../domain/sync/contract.ts';
import { transact } from '../database/transact.ts';
import { findChain, noteRollback, type OfDevice } from './chain-store.ts';
import { readProofs, signReceipt } from './receipt.ts';
import { findByLeaf } from './record-store.ts';
import type { IngestHub } from './store-batch.ts';

/** What a till says of itself when it asks where the hub stands. */
export interface Asked {
  /** Size of the tree of its last checkpoint; 0 for none. */
  readonly size: number;
  /** `epoch.seq` of its newest record; undefined where it is not to be looked at. */
  readonly tip: string | undefined;
}

/**
 * The receipt of the newest record of a device; null before the first. A till that has less than
 * the hub is noted: it was set back, or there are two of it.
 * @throws LapakError HUB_BUSY
 */
export async function readNewestReceipt(
  hub: IngestHub,
  of: OfDevice,
  { size: from, tip }: Asked,
): Promise<HubReceipt | null> {
  const found = await transact(hub.database, of, async (trx) => {
    const chain = await findChain(trx, of);
    if (!chain?.newest) return null;
    const { newest, frontier } = chain;
    const [record] = await findByLeaf(trx, { of, below: frontier.size }, [newest.place.leaf]);
    if (!record) return null;
    const isBack = tip !== undefined && isAfter(newest.place, parseMark(tip));
    if (isBack) await noteRollback(trx, of, hub.clock());
    const reported = { place: newest.place, index: record.index, frontier, from };
    return { reported, proofs: await readProofs(trx, of, reported) };
  });
  return found && signReceipt(hub.identity, of, found.reported, found.proofs);
}
