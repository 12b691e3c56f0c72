import { VERSION } from '../../domain/journal/record.ts';
import type { Before } from '../../domain/sync/judge.ts';
import type { HashedSubtree } from '../../domain/tlog/merkle.ts';
import { insertRows, type Rows } from '../database/insert-rows.ts';
import type { Tx } from '../database/transact.ts';
import type { OfDevice } from './chain-store.ts';
import type { JudgedRecord } from './ledger.ts';
import type { LinkedRecord, RecordBytes } from './linked-record.ts';
import { formatShifts } from './shifts-column.ts';

/** A record that was judged, with its place in the tree. */
export interface Stored<R extends LinkedRecord = RecordBytes> extends JudgedRecord<R> {
  readonly index: number;
  /** UTC ms */
  readonly receivedAtMs: number;
}

/** Stores records in the order of their tree. */
export async function insertRecords(
  trx: Tx,
  { stall, device }: OfDevice,
  stored: readonly Stored[],
): Promise<void> {
  const rows = stored.map(({ record, place, index, shifts, receivedAtMs, ...judged }) => ({
    stall,
    device,
    epoch: place.epoch,
    seq: place.seq,
    leaf: record.leafBytes,
    ...headColumns(record),
    idx: index,
    head: record.head,
    signature: record.signature,
    verdict: judged.verdict,
    reason: judged.reason,
    goes_on: judged.goesOn ? 1 : 0,
    open_shifts: formatShifts(shifts),
    unread_by: record.read.kind === 'head' ? null : VERSION,
    received_at_ms: receivedAtMs,
  }));
  await insertRows(trx, recordRows, rows);
}

/** What can be asked of a head by SQL. */
export function headColumns({ read, isAuthentic, after }: LinkedRecord) {
  // A newer program may find that one of a newer version says nothing either.
  const isKnown = isAuthentic && read.kind === 'head';
  const follows = isKnown ? null : Buffer.from(after ?? '', 'hex');
  if (read.kind !== 'head') return { business_date: '', type: '', total: 0, follows };
  const { businessDate, type, total } = read.head;
  return { business_date: businessDate, type, total, follows };
}

/** Stores the bodies that came with records, each once. */
export async function insertBodies(
  trx: Tx,
  { stall, device }: OfDevice,
  bodies: readonly { readonly place: Before['place']; readonly body: Buffer }[],
  nowMs: number,
): Promise<void> {
  const rows = bodies.map(({ place, body }) => ({
    stall,
    device,
    epoch: place.epoch,
    seq: place.seq,
    leaf: Buffer.from(place.leaf, 'hex'),
    body,
    received_at_ms: nowMs,
  }));
  await insertRows(trx, bodyRows, rows);
}

/** Stores the nodes of the tree that are kept beside its leaves. */
export async function insertNodes(
  trx: Tx,
  { stall, device }: OfDevice,
  nodes: readonly HashedSubtree[],
): Promise<void> {
  const rows = nodes.map(({ level, index, hash }) => ({ stall, device, level, idx: index, hash }));
  await insertRows(trx, nodeRows, rows);
}

const recordRows: Rows<'record'> = {
  table: 'record',
  columns: {
    stall: 'text',
    device: 'text',
    epoch: 'bigint',
    seq: 'bigint',
    leaf: 'bytea',
    business_date: 'text',
    idx: 'bigint',
    type: 'text',
    total: 'bigint',
    follows: 'bytea',
    head: 'bytea',
    signature: 'bytea',
    verdict: 'text',
    reason: 'text',
    goes_on: 'bigint',
    open_shifts: 'text',
    unread_by: 'bigint',
    received_at_ms: 'bigint',
  },
};

const bodyRows: Rows<'body'> = {
  table: 'body',
  isOnce: true,
  columns: {
    stall: 'text',
    device: 'text',
    epoch: 'bigint',
    seq: 'bigint',
    leaf: 'bytea',
    body: 'bytea',
    received_at_ms: 'bigint',
  },
};

const nodeRows: Rows<'tree_node'> = {
  table: 'tree_node',
  columns: { stall: 'text', device: 'text', level: 'bigint', idx: 'bigint', hash: 'bytea' },
};
