import { readHead } from '../../domain/journal/check-head.ts';
import type { Before } from '../../domain/sync/judge.ts';
import { markOf } from '../../domain/sync/place.ts';
import type { Verdict, VerdictKind, VerdictReason } from '../../domain/sync/verdict.ts';
import { isAtPlace } from '../database/places.ts';
import type { Tx } from '../database/transact.ts';
import type { OfDevice } from './chain-store.ts';

/** Records of one query: of a batch each, and the one that it names. */
const ROWS_MAX = 2_000;

/** A record that the hub has, as a batch needs it. */
export interface FoundRecord extends Before {
  readonly index: number;
  readonly verdict: Verdict | null;
  /** Rupiah; null of what is no sale, or does not count. */
  readonly saleTotal: number | null;
}

/** The records of a device that have one of these leaves. */
export async function findByLeaf(
  trx: Tx,
  of: OfDevice,
  leaves: readonly string[],
): Promise<FoundRecord[]> {
  if (leaves.length === 0) return [];
  const wanted = leaves.map((leaf) => Buffer.from(leaf, 'hex'));
  const rows = await records(trx, of).where('leaf', 'in', wanted).execute();
  return rows.map(foundOf);
}

/** The records of a device that stand at one of these places. */
export async function findByPlace(
  trx: Tx,
  of: OfDevice,
  marks: readonly string[],
): Promise<FoundRecord[]> {
  if (marks.length === 0) return [];
  const rows = await records(trx, of).where(isAtPlace(marks)).execute();
  return rows.map(foundOf);
}

/** Leaves of a device's tree from an index on, in their order. */
export async function leavesFrom(
  trx: Tx,
  { stall, device }: OfDevice,
  index: number,
  count: number,
): Promise<Buffer[]> {
  const rows = await trx
    .selectFrom('record')
    .select('leaf')
    .where('stall', '=', stall)
    .where('device', '=', device)
    .where('idx', '>=', index)
    .where('idx', '<', index + count)
    .orderBy('idx')
    .limit(count)
    .execute();
  return rows.map(({ leaf }) => leaf);
}

/** Stored nodes of one level from an index on, in their order. */
export async function nodesFrom(
  trx: Tx,
  { stall, device }: OfDevice,
  {
    level,
    index,
    count,
  }: { readonly level: number; readonly index: number; readonly count: number },
): Promise<Buffer[]> {
  const rows = await trx
    .selectFrom('tree_node')
    .select('hash')
    .where('stall', '=', stall)
    .where('device', '=', device)
    .where('level', '=', level)
    .where('idx', '>=', index)
    .where('idx', '<', index + count)
    .orderBy('idx')
    .limit(count)
    .execute();
  return rows.map(({ hash }) => hash);
}

/** Every device of which something was stored. */
export async function devicesWithChain(trx: Tx): Promise<OfDevice[]> {
  return trx
    .selectFrom('chain')
    .select(['stall', 'device'])
    .orderBy('stall')
    .orderBy('device')
    .execute();
}

/** A record as it was stored, in the order of the tree. */
export interface LedgerEntry {
  readonly idx: number;
  readonly epoch: number;
  readonly seq: number;
  readonly leaf: Buffer;
  readonly head: Buffer;
  readonly signature: Buffer;
  readonly verdict: VerdictKind;
  readonly reason: VerdictReason | null;
}

/** Records of a device from an index of its tree on. */
export async function recordsFrom(
  trx: Tx,
  { stall, device }: OfDevice,
  index: number,
  limit: number,
): Promise<LedgerEntry[]> {
  return trx
    .selectFrom('record')
    .select(['idx', 'epoch', 'seq', 'leaf', 'head', 'signature', 'verdict', 'reason'])
    .where('stall', '=', stall)
    .where('device', '=', device)
    .where('idx', '>=', index)
    .orderBy('idx')
    .limit(limit)
    .execute();
}

/** Marks what counts of a device behind a place as sent after its revocation. */
export async function markAfter(
  trx: Tx,
  { stall, device }: OfDevice,
  { epoch, seq }: Pick<Before['place'], 'epoch' | 'seq'>,
): Promise<void> {
  await trx
    .updateTable('record')
    .set({ verdict: 'quarantined', reason: 'after-revocation' })
    .where('stall', '=', stall)
    .where('device', '=', device)
    .where('verdict', 'in', ['ok', 'fork'])
    .where((e) =>
      e.or([e('epoch', '>', epoch), e.and([e('epoch', '=', epoch), e('seq', '>', seq)])]),
    )
    .execute();
}

function records(trx: Tx, { stall, device }: OfDevice) {
  return trx
    .selectFrom('record')
    .select(['epoch', 'seq', 'leaf', 'idx', 'head', 'verdict', 'reason'])
    .where('stall', '=', stall)
    .where('device', '=', device)
    .orderBy('idx')
    .limit(ROWS_MAX);
}

type Row = Awaited<ReturnType<ReturnType<typeof records>['execute']>>[number];

function foundOf(row: Row): FoundRecord {
  const place = { epoch: row.epoch, seq: row.seq, leaf: row.leaf.toString('hex') };
  const read = readHead(row.head.toString('utf8'));
  const head = read.kind === 'head' && row.reason !== 'not-authentic' ? read.head : null;
  const counts = row.verdict === 'ok' || row.verdict === 'fork';
  const isBad = row.verdict !== 'ok' && row.reason !== null;
  return {
    place,
    counters: head?.counters ?? null,
    unread: 0,
    index: row.idx,
    verdict: isBad ? { place, verdict: row.verdict, reason: row.reason } : null,
    saleTotal: head?.type === 'sale' && counts ? head.total : null,
  } as FoundRecord; // `isBad` leaves no `ok` and no null
}

/** Marks of the places of these records, of those that the device signed. */
export function signedMarks(found: readonly FoundRecord[]): Set<string> {
  const signed = found.filter(({ verdict }) => verdict?.reason !== 'not-authentic');
  return new Set(signed.map(({ place }) => markOf(place)));
}
