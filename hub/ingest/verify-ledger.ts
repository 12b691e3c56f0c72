import {
  formatFrontier,
  type Frontier,
  emptyFrontier,
  appendLeaf,
} from '../../domain/tlog/merkle.ts';
import { publicKeyOf } from '../../node/crypto/keys.ts';
import { isSignedRecord, leafOf } from '../../node/crypto/signing.ts';
import { treeCrypto } from '../../node/crypto/tlog.ts';
import type { HubDatabase } from '../database/open-database.ts';
import { transact, type Tx } from '../database/transact.ts';
import { type Chain, findChain, type OfDevice } from './chain-store.ts';
import { LEVELS_STORED } from './ledger.ts';
import { devicesWithChain, type LedgerEntry, nodesFrom, recordsFrom } from './record-store.ts';
import { findDeviceKey } from './device-key-store.ts';

/** Records read at a time. */
const STEP = 1_000;

/** Whether all that tills sent is as they signed it, and as the hub's checkpoints say. */
export interface LedgerCheck {
  readonly ok: boolean;
  readonly devices: number;
  readonly records: number;
  /** English, for the auditor; empty when all is whole. */
  readonly reason: string;
}

/**
 * Checks every record of every device: leaf, signature, place in the tree, and that the tree is the
 * one which the hub signs. What came without a signature is only held against its leaf.
 * @throws LapakError HUB_BUSY
 */
export async function verifyLedger(database: HubDatabase): Promise<LedgerCheck> {
  const devices = await transact(database, 'every-stall', devicesWithChain);
  let records = 0;
  for (const of of devices) {
    const found = await verifyDevice(database, of);
    records += found.records;
    if (found.reason !== undefined) {
      const reason = `device ${of.device}: ${found.reason}`;
      return { ok: false, devices: devices.length, records, reason };
    }
  }
  return { ok: true, devices: devices.length, records, reason: '' };
}

interface DeviceCheck {
  readonly records: number;
  readonly reason: string | undefined;
}

async function verifyDevice(database: HubDatabase, of: OfDevice): Promise<DeviceCheck> {
  const chain = await transact(database, of, (trx) => findChain(trx, of));
  const raw = await transact(database, of, (trx) => findDeviceKey(trx, of.device));
  if (!chain || !raw) return { records: 0, reason: 'the hub does not know its key' };
  const key = publicKeyOf(raw);
  let frontier = emptyFrontier;
  const nodes: Buffer[] = [];
  // What arrives meanwhile is above: the chain says how many there were.
  while (frontier.size < chain.frontier.size) {
    const limit = Math.min(STEP, chain.frontier.size - frontier.size);
    const begin = frontier.size;
    const step = await transact(database, of, (trx) => recordsFrom(trx, of, begin, limit));
    for (const entry of step) {
      const reason = faultOf(entry, frontier.size, key);
      if (reason) return { records: frontier.size, reason };
      frontier = appendLeaf(frontier, entry.leaf, treeCrypto, ({ level, hash }) => {
        if (level === LEVELS_STORED) nodes.push(Buffer.from(hash));
      });
    }
    const { size } = frontier;
    if (step.length < limit) return { records: size, reason: `record ${size + 1} is gone` };
  }
  const reason = await transact(database, of, (trx) =>
    findTreeFault(trx, of, chain, { frontier, nodes }),
  );
  return { records: frontier.size, reason };
}

function faultOf(entry: LedgerEntry, index: number, key: ReturnType<typeof publicKeyOf>) {
  const { epoch, seq, idx, head, leaf, signature } = entry;
  if (idx !== index) return `record ${index + 1} is gone`;
  if (!leafOf(head).equals(leaf)) return `${epoch}.${seq} has bytes that are not of its leaf`;
  if (entry.reason === 'not-authentic' || isSignedRecord(key, head, signature)) return undefined;
  return `${epoch}.${seq} is not signed by its device`;
}

interface Tree {
  readonly frontier: Frontier;
  /** Its nodes of the lowest level that is stored. */
  readonly nodes: readonly Buffer[];
}

/** Whether the tree that is stored is the one of these leaves. */
async function findTreeFault(
  trx: Tx,
  of: OfDevice,
  chain: Chain,
  { frontier, nodes }: Tree,
): Promise<string | undefined> {
  const [stored, found] = [chain.frontier, frontier].map((one) => Buffer.from(formatFrontier(one)));
  if (!stored || !found || !stored.equals(found)) return 'the tree is not of its records';
  const kept = await nodesFrom(trx, of, { level: LEVELS_STORED, index: 0, count: nodes.length });
  const isWhole = nodes.every((node, at) => kept[at]?.equals(node));
  return isWhole ? undefined : 'nodes of its tree are not of its records';
}
