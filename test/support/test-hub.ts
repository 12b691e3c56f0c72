import type { BatchOutcome } from '../../domain/sync/contract.ts';
import type { Place } from '../../domain/sync/place.ts';
import { rawPublicKey } from '../../node/crypto/keys.ts';
import type { HubDatabase } from '../../hub/database/open-database.ts';
import { type IngestHub, type ReportingDevice, storeBatch } from '../../hub/ingest/store-batch.ts';
import { type ChainRecord, NINE_MS, seededKey, type SignedChain } from './signed-chain.ts';

/** Code of the stall that the devices of a test belong to. */
export const STALL = 'TC-A12';

/** A hub without its server, which stores what tills send. */
export interface TestHub extends IngestHub {
  readonly log: { warn(message: string): void; error(error: unknown): void };
  readonly clock: () => number;
  /** What the log was told. */
  readonly warnings: string[];
}

/** A hub on a database that has its form. */
export function testHub(database: HubDatabase): TestHub {
  const key = seededKey('hub');
  const warnings: string[] = [];
  return {
    database,
    identity: { name: 'hub.example', publicKey: rawPublicKey(key), key },
    clock: () => NINE_MS,
    log: {
      warn: (message) => void warnings.push(message),
      error: (error) => void warnings.push(String(error)),
    },
    warnings,
  };
}

/** Gives a chain's device to the stall, approved, as enrolment does. */
export async function addChainDevice(
  { db }: HubDatabase,
  { device, publicKey }: SignedChain,
): Promise<ReportingDevice> {
  await db
    .insertInto('region')
    .values({ code: 'dki', name: 'DKI Jakarta' })
    .onConflict((on) => on.doNothing())
    .execute();
  await db
    .insertInto('mall')
    .values({ code: 'TC', region: 'dki', name: 'Thamrin City' })
    .onConflict((on) => on.doNothing())
    .execute();
  await db
    .insertInto('stall')
    .values({ code: STALL, mall: 'TC', number: 'A12', name: 'Kopi Gayo' })
    .onConflict((on) => on.doNothing())
    .execute();
  const row = {
    device,
    stall: STALL,
    public_key: publicKey,
    transport_key: publicKey,
    state: 'active' as const,
    enrolled_at_ms: NINE_MS,
    approved_at_ms: NINE_MS,
    revoked_at_ms: null,
    last_epoch: null,
    last_seq: null,
  };
  await db.insertInto('device').values(row).execute();
  return { stall: STALL, device, publicKey };
}

/** Sends these records as a batch that follows `after`. */
export function send(
  hub: IngestHub,
  device: ReportingDevice,
  records: readonly ChainRecord[],
  { after = null, size = 0 }: { readonly after?: ChainRecord | null; readonly size?: number } = {},
): Promise<BatchOutcome> {
  const wires = records.map(({ wire: { epoch, seq, head, signature } }) => {
    return { epoch, seq, head, signature };
  });
  return storeBatch(hub, device, { size, after: after && placeOf(after), records: wires });
}

/** Where a record stands. */
export function placeOf({ wire: { epoch, seq }, leaf }: ChainRecord): Place {
  return { epoch, seq, leaf };
}

/** Everything that the hub has of the stall, in order: place and what it is. */
export async function ledgerOf({ db }: HubDatabase): Promise<string[]> {
  const rows = await db
    .selectFrom('record')
    .select(['device', 'epoch', 'seq', 'verdict', 'reason'])
    .orderBy('device')
    .orderBy('idx')
    .execute();
  return rows.map(({ epoch, seq, verdict, reason }) =>
    reason ? `${epoch}.${seq} ${verdict} ${reason}` : `${epoch}.${seq} ${verdict}`,
  );
}
