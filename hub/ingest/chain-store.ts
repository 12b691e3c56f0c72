import { assert } from '../../domain/assert.ts';
import { type Frontier, formatFrontier, parseFrontier } from '../../domain/tlog/merkle.ts';
import { forUpdateOn, runUnread, type Tx } from '../database/transact.ts';
import type { LedgerTip, Standing } from './ledger.ts';
import { formatShifts, parseShifts } from './shifts-column.ts';

/** Whose chain it is. */
export interface OfDevice {
  readonly stall: string;
  readonly device: string;
}

/** A chain as it stands at the hub. */
export interface Chain extends LedgerTip {
  readonly frontier: Frontier;
  /** Whether a fork is among its records. */
  readonly hasFork: boolean;
  /** Whether all of its records were signed, and the chain goes on from each. */
  readonly isStraight: boolean;
  /** When a batch last brought something; null before the first. UTC ms */
  readonly reportedAtMs: number | null;
}

const columns = [
  'epoch',
  'seq',
  'leaf',
  'sales',
  'refunds',
  'count',
  'unread',
  'open_shifts',
  'moved',
  'size',
  'frontier',
  'has_fork',
  'is_straight',
  'reported_at_ms',
] as const;

/** The chain of a device, its row held until the transaction ends; an empty one for a new one. */
export async function lockChain(trx: Tx, of: OfDevice): Promise<Chain> {
  const found = await findChain(trx, of, true);
  if (found) return found;
  const empty = {
    stall: of.stall,
    device: of.device,
    ...noneNewest,
    moved: 0,
    size: 0,
    frontier: Buffer.alloc(0),
    checked_size: 0,
    unsigned: 0,
    unsigned_settled: 0,
    proven_later: 0,
    has_fork: 0,
    is_straight: 1,
    forked_at_ms: null,
    rolled_back_at_ms: null,
    reported_at_ms: null,
  };
  await runUnread(
    trx,
    trx
      .insertInto('chain')
      .values(empty)
      .onConflict((on) => on.columns(['stall', 'device']).doNothing()),
  );
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
  const newest: Standing = {
    place: { epoch, seq, leaf: row.leaf.toString('hex') },
    counters: { sales, refunds, count },
    unread,
    shifts: parseShifts(row.open_shifts),
  };
  return {
    newest: epoch === 0 ? null : newest,
    moved: row.moved,
    frontier: parseFrontier(size, row.frontier),
    hasFork: row.has_fork === 1,
    isStraight: row.is_straight === 1,
    reportedAtMs: row.reported_at_ms,
  };
}

/** Where the chain goes on from now. */
export async function updateChain(
  trx: Tx,
  { stall, device }: OfDevice,
  { newest, moved, frontier, hasFork, isStraight, reportedAtMs }: Chain,
): Promise<void> {
  const row = {
    ...newestColumns(newest),
    moved,
    size: frontier.size,
    frontier: frontierBytes(frontier),
    has_fork: hasFork ? 1 : 0,
    is_straight: isStraight ? 1 : 0,
    reported_at_ms: reportedAtMs,
  };
  const update = trx.updateTable('chain').set(row);
  await runUnread(trx, update.where('stall', '=', stall).where('device', '=', device));
}

/** Of a chain that has not begun, whatever is stored beside it. */
const noneNewest = {
  epoch: 0,
  seq: 0,
  leaf: Buffer.alloc(0),
  sales: 0,
  refunds: 0,
  count: 0,
  unread: 0,
  open_shifts: '',
};

function newestColumns(newest: Standing | null): typeof noneNewest {
  if (newest === null) return noneNewest;
  const { place, counters, unread, shifts } = newest;
  assert(counters !== null, 'the chain knows what its next record counts on');
  return {
    epoch: place.epoch,
    seq: place.seq,
    leaf: Buffer.from(place.leaf, 'hex'),
    sales: counters.sales,
    refunds: counters.refunds,
    count: counters.count,
    unread,
    open_shifts: formatShifts(shifts),
  };
}

/** Notes that another record came to a place that was taken: an alarm, until a person acts. */
export async function noteFork(trx: Tx, { stall, device }: OfDevice, nowMs: number): Promise<void> {
  await trx
    .updateTable('chain')
    .set({ forked_at_ms: nowMs })
    .where('stall', '=', stall)
    .where('device', '=', device)
    .where('forked_at_ms', 'is', null)
    .execute();
}

/** Notes that the till said it has less than the hub: an alarm, until a person acts. */
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
