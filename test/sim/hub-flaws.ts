import { sql } from 'kysely';
import { LapakError } from '../../domain/errors.ts';
import type { BatchOutcome } from '../../domain/sync/contract.ts';
import { markOf } from '../../domain/sync/place.ts';
import { transact } from '../../hub/database/transact.ts';
import type { Hub } from '../../hub/hub.ts';
import { implementer } from '../../hub/implementer.ts';
import { placeMark } from '../../hub/ingest/linked-record.ts';
import { readBatch } from '../../hub/ingest/read-batch.ts';
import { findByLeaf, findTaken } from '../../hub/ingest/record-store.ts';
import { type Batch, type ReportingDevice, storeBatch } from '../../hub/ingest/store-batch.ts';
import { hubRouter } from '../../hub/router.ts';

/** What a hub is asked to store, and how a right one does it. */
interface Asked {
  readonly hub: Hub;
  readonly of: ReportingDevice;
  readonly batch: Batch;
  /** Places and leaves of the batch that the hub has. */
  readonly known: ReadonlySet<string>;
  readonly read: ReturnType<typeof readBatch>;
  store(batch?: Batch): Promise<BatchOutcome>;
}

/** The hub's calls, of which batches are stored in another way. */
function storing(act: (asked: Asked) => Promise<BatchOutcome>) {
  const batches = implementer.sync.batches.handler(async ({ context, input }) => {
    const { hub } = context;
    const { stall, device, publicKey } = context.signer();
    const of = { stall, device, publicKey, validThrough: null };
    const read = readBatch(input.records, publicKey, input.after?.leaf ?? null);
    const all = { of, below: Number.MAX_SAFE_INTEGER };
    const leaves = read.map(({ leaf }) => leaf);
    const known = await transact(hub.database, of, async (trx) => {
      const found = await findByLeaf(trx, all, leaves);
      const taken = await findTaken(trx, all, read.map(placeMark));
      return [...found.flatMap(({ place }) => [place.leaf, markOf(place)]), ...taken];
    });
    return act({
      hub,
      of,
      batch: input,
      read,
      known: new Set(known),
      store: (batch = input) => storeBatch(hub, of, batch),
    });
  });
  return { ...hubRouter, sync: { ...hubRouter.sync, batches } };
}

/** Refuses a batch of which this is true, as a hub that cannot read it. */
function refusing(isRefused: (asked: Asked) => boolean) {
  return storing((asked) => {
    if (isRefused(asked)) throw new LapakError('INPUT_INVALID', {});
    return asked.store();
  });
}

function isAnyKnown({ read, known }: Asked): boolean {
  return read.some(({ leaf }) => known.has(leaf));
}

/** At a place of the chain stands another record. */
function isTaken({ read, known }: Asked): boolean {
  return read.some((record) => known.has(placeMark(record)) && !known.has(record.leaf));
}

/** Has a batch that comes again a second time, behind the others. */
const storedTwice = storing(async (asked) => {
  const outcome = await asked.store();
  const { hub, of } = asked;
  if (!isAnyKnown(asked) || outcome.outcome === 'gap') return outcome;
  await sql`INSERT INTO record (stall, device, epoch, seq, leaf, business_date, idx, type, total,
      head, signature, verdict, reason, goes_on, open_shifts, received_at_ms)
    SELECT stall, device, epoch, seq + 100000, leaf, business_date, idx + 1, type, total,
      head, signature, verdict, reason, goes_on, open_shifts, received_at_ms
    FROM record WHERE device = ${of.device}
    ORDER BY idx DESC LIMIT 1`.execute(hub.database.db);
  return outcome;
});

const countedTwice = storing(async (asked) => {
  const outcome = await asked.store();
  const { hub, of } = asked;
  if (!isAnyKnown(asked)) return outcome;
  await sql`UPDATE day_total SET sales = sales * 2, receipts = receipts * 2
    WHERE device = ${of.device} AND sales > 0`.execute(hub.database.db);
  return outcome;
});

const overwritten = storing(async (asked) => {
  const { hub, of, read, known } = asked;
  for (const record of read) {
    const mark = placeMark(record);
    if (!known.has(mark) || known.has(record.leaf)) continue;
    await sql`DELETE FROM record WHERE device = ${of.device}
      AND epoch || '.' || seq = ${mark}`.execute(hub.database.db);
  }
  return asked.store();
});

/** Takes the last record that came for the newest of the chain, however late it came. */
const movedBack = storing(async (asked) => {
  const outcome = await asked.store();
  const { hub, of, read } = asked;
  const last = read.at(-1);
  if (outcome.outcome === 'gap' || last?.read.kind !== 'head') return outcome;
  const { epoch, seq, counters } = last.read.head;
  await sql`UPDATE chain SET epoch = ${epoch}, seq = ${seq}, leaf = ${last.leafBytes},
    sales = ${counters.sales}, refunds = ${counters.refunds}, count = ${counters.count}
    WHERE device = ${of.device}`.execute(hub.database.db);
  return outcome;
});

const byClock = storing(({ batch, read, store }) => {
  const atOf = (at: number) => {
    const head = read[at]?.read;
    return head?.kind === 'head' ? head.head.at : 0;
  };
  const order = batch.records.map((record, at) => ({ record, at: atOf(at) }));
  const sorted = order.toSorted((one, other) => one.at - other.at);
  return store({ ...batch, records: sorted.map(({ record }) => record) });
});

const halved = storing(({ batch, store }) => {
  const half = Math.ceil(batch.records.length / 2);
  return store({ ...batch, records: batch.records.slice(0, half) });
});

/** After a full disk it does not look again whether there is room. */
function latched() {
  let isFull = false;
  return storing(async ({ store }) => {
    if (isFull) throw new LapakError('HUB_FULL', {});
    try {
      return await store();
    } catch (error) {
      isFull = error instanceof LapakError && error.code === 'HUB_FULL';
      throw error;
    }
  });
}

/** Routers of hubs that each have one fault. */
export const flawedHubs = {
  storedTwice,
  countedTwice,
  overwritten,
  movedBack,
  byClock,
  halved,
  latched: latched(),
  refusesKnown: refusing(isAnyKnown),
  refusesDamaged: refusing(({ read }) => read.some(({ isAuthentic }) => !isAuthentic)),
  refusesNewer: refusing(({ read }) => read.some((record) => record.read.kind === 'newer')),
  refusesForks: refusing(isTaken),
} as const;
