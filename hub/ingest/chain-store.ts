import { assert } from '../../domain/assert.ts';
import type { Before } from '../../domain/sync/judge.ts';
import { type Frontier, formatFrontier, parseFrontier } from '../../domain/tlog/merkle.ts';
import { forUpdateOn, type Tx } from '../database/transact.ts';
import type { LedgerTip } from './ledger.ts';

/** Whose chain it is. */
export interface OfDevice {
  readonly stall: string;
  readonly device: string;
}

/** A chain as it stands at the hub. */
export interface Chain extends LedgerTip {
  readonly isFrozen: boolean;
}

const columns = [
  'epoch',
  'seq',
  'leaf',
  'sales',
  'refunds',
  'count',
  'unread',
  'size',
  'frontier',
  'is_frozen',
] as const;

/** The chain of a device, its row held until the transaction ends; an empty one for a new one. */
export async function lockChain(trx: Tx, of: OfDevice, nowMs: number): Promise<Chain> {
  const found = await findChain(trx, of, true);
  if (found) return found;
  const empty = {
    stall: of.stall,
    device: of.device,
    epoch: 0,
    seq: 0,
    leaf: Buffer.alloc(0),
    sales: 0,
    refunds: 0,
    count: 0,
    unread: 0,
    size: 0,
    frontier: Buffer.alloc(0),
    checked_size: 0,
    bad_signatures: 0,
    is_frozen: 0,
    rolled_back_at_ms: null,
    updated_at_ms: nowMs,
  };
  await trx
    .insertInto('chain')
    .values(empty)
    .onConflict((on) => on.columns(['stall', 'device']).doNothing())
    .execute();
  const made = await findChain(trx, of, true);
  assert(made !== undefined, 'the row was made in this very transaction');
  return made;
}

/** The chain of a device as it is; undefined before its first batch. */
export async function findChain(
  trx: Tx,
  { stall, device }: OfDevice,
  isLocked = false,
): Promise<Chain | undefined> {
  const row = await trx
    .selectFrom('chain')
    .select(columns)
    .where('stall', '=', stall)
    .where('device', '=', device)
    .$if(isLocked, forUpdateOn(trx))
    .executeTakeFirst();
  if (!row) return undefined;
  const { epoch, seq, sales, refunds, count, unread, size } = row;
  const newest: Before = {
    place: { epoch, seq, leaf: row.leaf.toString('hex') },
    counters: { sales, refunds, count },
    unread,
  };
  return {
    newest: size === 0 ? null : newest,
    frontier: parseFrontier(size, row.frontier),
    isFrozen: row.is_frozen === 1,
  };
}

/** Where the chain goes on from now. */
export async function updateChain(
  trx: Tx,
  { stall, device }: OfDevice,
  { newest, frontier, isFrozen }: Chain,
  nowMs: number,
): Promise<void> {
  assert(newest !== null, 'something was stored');
  const { place, counters, unread } = newest;
  assert(counters !== null, 'the chain knows what its next record counts on');
  await trx
    .updateTable('chain')
    .set({
      epoch: place.epoch,
      seq: place.seq,
      leaf: Buffer.from(place.leaf, 'hex'),
      sales: counters.sales,
      refunds: counters.refunds,
      count: counters.count,
      unread,
      size: frontier.size,
      frontier: frontierBytes(frontier),
      is_frozen: isFrozen ? 1 : 0,
      updated_at_ms: nowMs,
    })
    .where('stall', '=', stall)
    .where('device', '=', device)
    .execute();
}

/** Notes that the till said it has less than the hub. The first time stays until a person acts. */
export async function noteRollback(
  trx: Tx,
  { stall, device }: OfDevice,
  nowMs: number,
): Promise<void> {
  await trx
    .updateTable('chain')
    .set({ rolled_back_at_ms: nowMs })
    .where('stall', '=', stall)
    .where('device', '=', device)
    .where('rolled_back_at_ms', 'is', null)
    .execute();
}

function frontierBytes(frontier: Frontier): Buffer {
  return Buffer.from(formatFrontier(frontier));
}
