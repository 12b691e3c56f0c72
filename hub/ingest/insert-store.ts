import type { Before } from '../../domain/sync/judge.ts';
import type { HashedSubtree } from '../../domain/tlog/merkle.ts';
import { insertRows, type Rows } from '../database/insert-rows.ts';
import type { Tx } from '../database/transact.ts';
import type { OfDevice } from './chain-store.ts';
import type { Stored } from './ledger.ts';

/** Stores records in the order of their tree. */
export async function insertRecords(
  trx: Tx,
  { stall, device }: OfDevice,
  stored: readonly Stored[],
  nowMs: number,
): Promise<void> {
  const rows = stored.map(({ record, place, index, verdict, reason }) => ({
    stall,
    device,
    epoch: place.epoch,
    seq: place.seq,
    leaf: record.leafBytes,
    business_date: record.read.kind === 'head' ? record.read.head.businessDate : '',
    idx: index,
    type: record.read.kind === 'head' ? record.read.head.type : '',
    head: record.head,
    signature: record.signature,
    verdict,
    reason,
    received_at_ms: nowMs,
  }));
  await insertRows(trx, recordRows, rows);
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
    head: 'bytea',
    signature: 'bytea',
    verdict: 'text',
    reason: 'text',
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
