import type { KeyObject } from 'node:crypto';
import { type Signed, SignatureProof } from '../../domain/audit/signature-proof.ts';
import { prevOf, readHead } from '../../domain/journal/check-head.ts';
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
import { findDevice } from '../enrolment/device-store.ts';
import { type Chain, findChain, type OfDevice } from './chain-store.ts';
import { LEVELS_STORED } from './grow-tree.ts';
import {
  allOf,
  type LedgerFindings,
  type LedgerNotes,
  type LedgerSpot,
  openNotes,
} from './ledger-faults.ts';
import { devicesWithChain, type LedgerEntry, nodesFrom, recordsFrom } from './record-store.ts';

/** Records read at a time. */
const STEP = 1_000;

/** Whether all that tills sent is as they signed it, and as the hub's checkpoints say. */
export interface LedgerCheck extends LedgerFindings {
  /** Whether there is no fault; a wrong signature that a later one makes good is none. */
  readonly ok: boolean;
  readonly devices: number;
  readonly records: number;
}

/**
 * Checks every record of every device: leaf, signature, place in the tree, and that the tree is the
 * one which the hub signs. What came without a signature is only held against its leaf. What is
 * wrong with one device hides nothing of another.
 * @throws LapakError HUB_BUSY
 */
export async function verifyLedger(database: HubDatabase): Promise<LedgerCheck> {
  const devices = await transact(database, 'every-stall', devicesWithChain);
  const notes = openNotes();
  let records = 0;
  for (const of of devices) records += await verifyDevice(database, of, notes);
  const findings = notes.findings();
  return { ok: findings.faultCount === 0, devices: devices.length, records, ...findings };
}

/** @returns how many records it has */
async function verifyDevice(
  database: HubDatabase,
  of: OfDevice,
  notes: LedgerNotes,
): Promise<number> {
  const { chain, raw } = await transact(database, of, async (trx) => ({
    chain: await findChain(trx, of),
    raw: (await findDevice(trx, of.device))?.publicKey,
  }));
  if (!chain || !raw) {
    notes.fault('key-unknown', allOf(of));
    return 0;
  }
  const walk = openWalk(of, publicKeyOf(raw), notes);
  // What arrives meanwhile is above: the chain says how many there were.
  const { size } = chain.frontier;
  let records = 0;
  for (let begin = 0; begin < size; ) {
    const step = await transact(database, of, (trx) => recordsFrom(trx, of, begin, STEP));
    const known = step.filter(({ idx }) => idx < size);
    for (const entry of known) walk.next(entry);
    records += known.length;
    begin = (known.at(-1)?.idx ?? size) + 1;
  }
  const tree = walk.end(size);
  if (tree) {
    const fault = await transact(database, of, (trx) => findTreeFault(trx, of, chain, tree));
    if (fault) notes.fault(fault, allOf(of));
  }
  return records;
}

interface SpottedRecord extends Signed {
  readonly spot: LedgerSpot;
}

interface Walk {
  /** The next record, in the order of the tree. */
  next(entry: LedgerEntry): void;
  /** @returns the tree of all of them, null where some are gone */
  end(size: number): Tree | null;
}

function openWalk(of: OfDevice, key: KeyObject, notes: LedgerNotes): Walk {
  let frontier = emptyFrontier;
  let isWhole = true;
  let expected = 0;
  const nodes: Buffer[] = [];
  const proof = new SignatureProof<SpottedRecord>(({ spot }) => notes.badSignature(spot));
  const spotOf = (idx: number, place: string | null) => ({ ...of, record: idx + 1, place });
  const arriveAt = (idx: number) => {
    if (idx === expected) return;
    isWhole = false;
    notes.fault('record-gone', spotOf(expected, null));
  };
  return {
    next: (entry) => {
      const { idx, epoch, seq, head, leaf, signature, reason } = entry;
      arriveAt(idx);
      expected = idx + 1;
      const spot = spotOf(idx, `${epoch}.${seq}`);
      if (!leafOf(head).equals(leaf)) notes.fault('leaf-differs', spot);
      else if (reason !== 'not-authentic') {
        const prev = prevOf(readHead(head.toString('utf8')));
        const isSigned = isSignedRecord(key, head, signature);
        proof.take({ leaf: leaf.toString('hex'), prev, isSigned, spot });
      }
      frontier = appendLeaf(frontier, leaf, treeCrypto, ({ level, hash }) => {
        if (level === LEVELS_STORED) nodes.push(Buffer.from(hash));
      });
    },
    end: (size) => {
      arriveAt(size);
      for (const { spot } of proof.unproved()) notes.fault('unsigned', spot);
      return isWhole ? { frontier, nodes } : null;
    },
  };
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
): Promise<'tree-differs' | 'nodes-differ' | undefined> {
  const [stored, found] = [chain.frontier, frontier].map((one) => Buffer.from(formatFrontier(one)));
  if (!stored || !found || !stored.equals(found)) return 'tree-differs';
  const kept = await nodesFrom(trx, of, { level: LEVELS_STORED, index: 0, count: nodes.length });
  const isWhole = nodes.every((node, at) => kept[at]?.equals(node));
  return isWhole ? undefined : 'nodes-differ';
}
