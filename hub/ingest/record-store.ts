import { readHead } from '../../domain/journal/check-head.ts';
import { VERSION } from '../../domain/journal/record.ts';
import { markOf } from '../../domain/sync/place.ts';
import type { Verdict, VerdictKind, VerdictReason } from '../../domain/sync/verdict.ts';
import { isAtPlace } from '../database/places.ts';
import type { Tx } from '../database/transact.ts';
import type { OfDevice } from './chain-store.ts';
import type { Standing } from './ledger.ts';
import { parseShifts } from './shifts-column.ts';

/** A record that the hub has, as a batch needs it. */
export interface FoundRecord extends Standing {
  readonly index: number;
  readonly verdict: Verdict | null;
}

/**
 * Records of a device that stand in its tree before an index: what one there is judged by. The
 * index is not for SQL, which would then read all of them where it knows too little of the table.
 */
export interface Earlier {
  readonly of: OfDevice;
  readonly below: number;
}

/** The records of a device that have one of these leaves. */
export async function findByLeaf(
  trx: Tx,
  { of: { stall, device }, below }: Earlier,
  leaves: readonly string[],
): Promise<FoundRecord[]> {
  if (leaves.length === 0) return [];
  const wanted = leaves.map((leaf) => Buffer.from(leaf, 'hex'));
  const rows = await trx
    .selectFrom('record')
    .select(['epoch', 'seq', 'leaf', 'idx', 'head', 'verdict', 'reason', 'open_shifts'])
    .where('stall', '=', stall)
    .where('device', '=', device)
    .where('leaf', 'in', wanted)
    .execute();
  return rows.filter(({ idx }) => idx < below).map(foundOf);
}

/** Those of these places, by their marks, at which a record stands that the device signed. */
export async function findTaken(
  trx: Tx,
  { of: { stall, device }, below }: Earlier,
  marks: readonly string[],
): Promise<Set<string>> {
  if (marks.length === 0) return new Set();
  const rows = await trx
    .selectFrom('record')
    .select((e) => ['epoch', 'seq', e.fn.min('idx').as('first')])
    .where('stall', '=', stall)
    .where('device', '=', device)
    .where(isAtPlace(marks))
    .where((e) => e.or([e('reason', 'is', null), e('reason', '!=', 'not-authentic')]))
    .groupBy(['epoch', 'seq'])
    .execute();
  return new Set(rows.filter(({ first }) => first < below).map(markOf));
}

/** What was sold at each of these places, of what counts; all branches together. Rupiah */
export async function sumSold(
  trx: Tx,
  { of: { stall, device }, below }: Earlier,
  marks: readonly string[],
): Promise<Map<string, number>> {
  if (marks.length === 0) return new Map();
  const rows = await trx
    .selectFrom('record')
    .select(['epoch', 'seq', 'idx', 'total'])
    .where('stall', '=', stall)
    .where('device', '=', device)
    .where(isAtPlace(marks))
    .where('type', '=', 'sale')
    .where('verdict', 'in', ['ok', 'fork'])
    .execute();
  const sold = new Map<string, number>();
  for (const { idx, total, ...place } of rows) {
    const mark = markOf(place);
    if (idx < below) sold.set(mark, (sold.get(mark) ?? 0) + total);
  }
  return sold;
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
export type LedgerEntry = Awaited<ReturnType<typeof recordsFrom>>[number];

/** Records of a device from an index of its tree on. */
export async function recordsFrom(
  trx: Tx,
  { stall, device }: OfDevice,
  index: number,
  limit: number,
) {
  return trx
    .selectFrom('record')
    .select([
      'idx',
      'epoch',
      'seq',
      'leaf',
      'business_date as businessDate',
      'type',
      'total',
      'follows',
      'head',
      'signature',
      'verdict',
      'reason',
      'goes_on as goesOn',
      'open_shifts as openShifts',
      'received_at_ms as receivedAtMs',
    ])
    .where('stall', '=', stall)
    .where('device', '=', device)
    .where('idx', '>=', index)
    .orderBy('idx')
    .limit(limit)
    .execute();
}

/** Takes records away by their leaves, to be stored anew as what they are judged to be. */
export async function deleteRecords(
  trx: Tx,
  { stall, device }: OfDevice,
  leaves: readonly Buffer[],
): Promise<void> {
  await trx
    .deleteFrom('record')
    .where('stall', '=', stall)
    .where('device', '=', device)
    .where('leaf', 'in', leaves)
    .execute();
}

/** Every device of which something was judged by a program that could not read it, as this may. */
export async function devicesUnread(trx: Tx): Promise<OfDevice[]> {
  return trx
    .selectFrom('record')
    .select(['stall', 'device'])
    .distinct()
    .where('unread_by', '<', VERSION)
    .orderBy('stall')
    .orderBy('device')
    .execute();
}

/** Whether something of a device was judged by such a program. */
export async function isUnread(trx: Tx, { stall, device }: OfDevice): Promise<boolean> {
  const found = await trx
    .selectFrom('record')
    .select('idx')
    .where('stall', '=', stall)
    .where('device', '=', device)
    .where('unread_by', '<', VERSION)
    .limit(1)
    .executeTakeFirst();
  return found !== undefined;
}

/** Notes that this program could not read either what is still unread of a device. */
export async function markUnread(trx: Tx, { stall, device }: OfDevice): Promise<void> {
  await trx
    .updateTable('record')
    .set({ unread_by: VERSION })
    .where('stall', '=', stall)
    .where('device', '=', device)
    .where('unread_by', '<', VERSION)
    .execute();
}

interface Row {
  readonly epoch: number;
  readonly seq: number;
  readonly leaf: Buffer;
  readonly idx: number;
  readonly head: Buffer;
  readonly verdict: VerdictKind;
  readonly reason: VerdictReason | null;
  readonly open_shifts: string;
}

function foundOf(row: Row): FoundRecord {
  const { epoch, seq, verdict, reason } = row;
  const place = { epoch, seq, leaf: row.leaf.toString('hex') };
  const read = reason === 'not-authentic' ? null : readHead(row.head.toString('utf8'));
  return {
    place,
    counters: read?.kind === 'head' ? read.head.counters : null,
    unread: 0,
    shifts: parseShifts(row.open_shifts),
    index: row.idx,
    verdict: verdict === 'ok' || reason === null ? null : { place, verdict, reason },
  };
}
