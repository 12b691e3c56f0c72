import type { VerdictKind, VerdictReason } from '../../domain/sync/verdict.ts';
import type { Tx } from '../database/transact.ts';
import type { OfDevice } from '../ingest/chain-store.ts';
import type { Dates } from '../reports/stall-store.ts';

/** Indices of a device's records, from the first to before `end`. */
export interface Part {
  readonly first: number;
  readonly end: number;
}

/** A record as a pack has it. */
export interface PackRow {
  readonly idx: number;
  readonly epoch: number;
  readonly seq: number;
  readonly leaf: Buffer;
  readonly head: Buffer;
  readonly signature: Buffer;
  readonly verdict: VerdictKind;
  readonly reason: VerdictReason | null;
  /** 1 where the chain goes on from it. */
  readonly goesOn: number;
  readonly body: Buffer | null;
}

/**
 * The part of a device's records that has all of these dates, from one of an earlier date to one of
 * a later date, so that nobody can have left one out at its ends. It begins with one that counts:
 * from there on the chain is known.
 * @param size number of its records
 */
export async function partOf(
  trx: Tx,
  of: OfDevice,
  { from, to }: Dates,
  size: number,
): Promise<Part> {
  const within = await records(trx, of, size)
    .where('business_date', '>=', from)
    .where('business_date', '<=', to)
    .select((e) => [e.fn.min('idx').as('first'), e.fn.max('idx').as('last')])
    .executeTakeFirst();
  const [first, last] = [within?.first ?? null, within?.last ?? null];
  const later = await records(trx, of, size)
    .where('business_date', '>', to)
    .$if(last !== null, (query) => query.where('idx', '>', last ?? 0))
    .select('idx')
    .orderBy('idx')
    .limit(1)
    .executeTakeFirst();
  const earlier = await records(trx, of, first ?? later?.idx ?? size)
    .where('business_date', '<', from)
    .where('business_date', '<>', '') // of what cannot be read
    .where('verdict', '=', 'ok')
    .select('idx')
    .orderBy('idx', 'desc')
    .limit(1)
    .executeTakeFirst();
  return { first: earlier?.idx ?? 0, end: later ? later.idx + 1 : size };
}

function records(trx: Tx, { stall, device }: OfDevice, end: number) {
  return trx
    .selectFrom('record')
    .where('stall', '=', stall)
    .where('device', '=', device)
    .where('idx', '<', end);
}

/** A record of a part, with what proves who signed it. */
export type SignedRow = Awaited<ReturnType<typeof signedRowsFrom>>[number];

/** What proves who signed the records of a part, in the order of the tree. */
export async function signedRowsFrom(trx: Tx, of: OfDevice, { first, end }: Part) {
  return records(trx, of, end)
    .select(['idx', 'epoch', 'seq', 'leaf', 'head', 'signature', 'reason'])
    .select('business_date as date')
    .where('idx', '>=', first)
    .orderBy('idx')
    .limit(end - first)
    .execute();
}

/** Records of a device in the order of its tree, each with its body where it is of these dates. */
export async function packRowsFrom(
  trx: Tx,
  { stall, device }: OfDevice,
  { first, end }: Part,
  { from, to }: Dates,
): Promise<PackRow[]> {
  return trx
    .selectFrom('record as r')
    .leftJoin('body as b', (on) =>
      on
        .onRef('b.stall', '=', 'r.stall')
        .onRef('b.device', '=', 'r.device')
        .onRef('b.epoch', '=', 'r.epoch')
        .onRef('b.seq', '=', 'r.seq')
        .onRef('b.leaf', '=', 'r.leaf')
        .on('r.business_date', '>=', from)
        .on('r.business_date', '<=', to),
    )
    .select(['r.idx', 'r.epoch', 'r.seq', 'r.leaf', 'r.head', 'r.signature'])
    .select(['r.verdict', 'r.reason', 'r.goes_on as goesOn', 'b.body'])
    .where('r.stall', '=', stall)
    .where('r.device', '=', device)
    .where('r.idx', '>=', first)
    .where('r.idx', '<', end)
    .orderBy('r.idx')
    .limit(end - first)
    .execute();
}
