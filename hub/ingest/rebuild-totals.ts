import type { HubDatabase } from '../database/open-database.ts';
import { transact, type Tx } from '../database/transact.ts';
import type { Hub } from '../hub.ts';
import { appendAct } from '../journal/append-act.ts';
import type { OfDevice } from './chain-store.ts';
import type { Difference } from './compare-totals.ts';
import { judgeAnew, type JudgedAnew } from './judge-anew.ts';
import { devicesWithChain } from './record-store.ts';

/** What a rebuild found. */
export interface Rebuilt {
  readonly devices: number;
  readonly records: number;
  /** Records that are something else than was written of them. */
  readonly changed: number;
  /** Of each device: of its first records that changed, of its chain, of its sums. */
  readonly differences: readonly Difference[];
}

/**
 * Judges the records of every device anew and sums them up, and holds all that was written of them
 * against it. Each device is read with its chain locked: what it sends meanwhile waits.
 * @throws LapakError HUB_BUSY, HUB_FULL
 */
export function rebuildTotals(database: HubDatabase): Promise<Rebuilt> {
  return rebuildEach(database, async (of) => {
    try {
      return await transact(database, of, async (trx): Promise<JudgedAnew> => {
        const found = await judgeAnew(trx, of, { nowMs: 0 }); // nothing of it stays
        if (isSame(found)) return found;
        throw new NotMended(found);
      });
    } catch (error) {
      if (error instanceof NotMended) return error.found;
      throw error;
    }
  });
}

/**
 * rebuildTotals() that puts what it finds in place of what differs, and says so of each such device
 * in the hub's journal.
 * @param by pseudonym of who does it
 * @throws LapakError HUB_BUSY, HUB_FULL
 */
export function mendTotals(
  { database, identity, clock }: Pick<Hub, 'database' | 'identity' | 'clock'>,
  by: string,
): Promise<Rebuilt> {
  const mend = async (trx: Tx, of: OfDevice): Promise<JudgedAnew> => {
    const found = await judgeAnew(trx, of, { nowMs: clock() });
    if (isSame(found)) return found;
    const { changed, ofChain, ofSums } = found;
    const counts = { records: changed, chain: ofChain.length, sums: ofSums.length };
    const changes = Object.entries(counts).map(([field, count]) => {
      return { field, from: '', to: `${count}` };
    });
    const act = { act: 'totals-mend', by, subject: of.device, note: of.stall, changes } as const;
    await appendAct(trx, identity, act, clock());
    return found;
  };
  // Of every stall, since the hub's own journal is beside the device.
  return rebuildEach(database, (of) => transact(database, 'every-stall', (trx) => mend(trx, of)));
}

async function rebuildEach(
  database: HubDatabase,
  rebuild: (of: OfDevice) => Promise<JudgedAnew>,
): Promise<Rebuilt> {
  const devices = await transact(database, 'every-stall', devicesWithChain);
  const differences: Difference[] = [];
  let [records, changed] = [0, 0];
  for (const of of devices) {
    const found = await rebuild(of);
    differences.push(...found.ofRecords, ...found.ofChain, ...found.ofSums);
    records += found.records;
    changed += found.changed;
  }
  return { devices: devices.length, records, changed, differences };
}

/** Ends a transaction of which nothing is to stay. */
class NotMended extends Error {
  readonly found: JudgedAnew;

  constructor(found: JudgedAnew) {
    super('what differs is only told');
    this.found = found;
  }
}

function isSame({ changed, ofChain, ofSums }: JudgedAnew): boolean {
  return changed === 0 && ofChain.length === 0 && ofSums.length === 0;
}
