import { LapakError } from '../../domain/errors.ts';
import { newestVersion } from '../down/item-store.ts';
import { findStall } from '../organisation/stall-store.ts';
import { implementer } from '../implementer.ts';
import { readNewestReceipt } from './read-head.ts';
import { storeBatch } from './store-batch.ts';

/** What tills call to report. */
export const syncRouter = implementer.sync.router({
  head: implementer.sync.head.handler(async ({ context: { hub, signer }, input }) => {
    const { device, stall, state, through } = signer();
    const name = await findStall(hub.database.db, stall);
    if (!name) throw new LapakError('STALL_UNKNOWN', { stall });
    // A revoked till may have a new book beside what it once reported: that is no alarm.
    const tip = state === 'revoked' ? undefined : input.tip;
    const receipt = await readNewestReceipt(hub, { stall, device }, { ...input, tip });
    const downVersion = await newestVersion(hub.database.db, { stall, device });
    return { state, through, stall: name, receipt, serverTimeMs: hub.clock(), downVersion };
  }),

  batches: implementer.sync.batches.handler(({ context: { hub, signer }, input }) => {
    const { stall, device, publicKey } = signer();
    return storeBatch(hub, { stall, device, publicKey }, input);
  }),
});
