import type { KeyObject } from 'node:crypto';
import { assert } from '../../domain/assert.ts';
import type { HubReceipt } from '../../domain/sync/contract.ts';
import type { Place } from '../../domain/sync/place.ts';
import { treeOrigin } from '../../domain/sync/verify-receipt.ts';
import { signCheckpoint } from '../../domain/tlog/checkpoint.ts';
import {
  foldHashes,
  type Frontier,
  type HashedSubtree,
  rootOf,
  type Subtree,
  subtreesOf,
} from '../../domain/tlog/merkle.ts';
import { foldPlan, planConsistency, planInclusion } from '../../domain/tlog/proofs.ts';
import { signMessage } from '../../node/crypto/signing.ts';
import { noteCrypto, treeCrypto } from '../../node/crypto/tlog.ts';
import type { Tx } from '../database/transact.ts';
import type { OfDevice } from './chain-store.ts';
import { LEVELS_STORED } from './grow-tree.ts';
import { leavesFrom, nodesFrom } from './record-store.ts';

/** Who signs checkpoints. */
export interface CheckpointSigner {
  /** Name of the hub, the beginning of each origin. */
  readonly name: string;
  /** Raw Ed25519, 32 bytes. */
  readonly publicKey: Buffer;
  readonly key: KeyObject;
}

/** What a receipt is about. */
interface Reported {
  readonly place: Place;
  readonly index: number;
  readonly frontier: Frontier;
  /** Size of the tree of the till's last checkpoint; 0, or larger than the tree, for none. */
  readonly from: number;
}

/** The proofs of a receipt, read in the transaction that its tree is of. */
export type Proofs = Pick<HubReceipt, 'inclusion' | 'consistency'>;

/**
 * Reads what proves that a record is in the tree, and that the tree only grew.
 * @param known subtrees that need not be read: the proof of a batch that goes on where the till's
 *   last one ended consists of nothing else
 */
export async function readProofs(
  trx: Tx,
  of: OfDevice,
  { index, frontier, from }: Omit<Reported, 'place'>,
  known: readonly HashedSubtree[] = subtreesOf(frontier),
): Promise<Proofs> {
  const { size } = frontier;
  const inclusion = planInclusion(index, size);
  const consistency = from > 0 && from < size ? planConsistency(from, size) : [];
  const hashes = new Map(known.map((subtree) => [keyOf(subtree), subtree.hash]));
  const unknown = [...inclusion, ...consistency].flat().filter((one) => !hashes.has(keyOf(one)));
  for (const { hash, ...subtree } of await readSubtrees(trx, of, unknown)) {
    hashes.set(keyOf(subtree), hash);
  }
  const hashOf = (subtree: Subtree): Uint8Array => {
    const found = hashes.get(keyOf(subtree));
    assert(found !== undefined, 'it was read above');
    return found;
  };
  const hexes = (plan: typeof inclusion) =>
    foldPlan(plan, hashOf, treeCrypto).map((hash) => Buffer.from(hash).toString('hex'));
  return { inclusion: hexes(inclusion), consistency: hexes(consistency) };
}

/** Signs the receipt: only once what it is about is on disk. */
export function signReceipt(
  signer: CheckpointSigner,
  of: OfDevice,
  { place, index, frontier }: Reported,
  proofs: Proofs,
): HubReceipt {
  return { place, checkpoint: signTree(signer, of, frontier), index, ...proofs };
}

/** The checkpoint of a device's tree: only once its records are on disk. */
export function signTree(
  { name, publicKey, key }: CheckpointSigner,
  { device }: OfDevice,
  frontier: Frontier,
): string {
  const checkpoint = {
    origin: treeOrigin(name, device),
    size: frontier.size,
    root: rootOf(frontier, treeCrypto),
    extensions: [],
  };
  const sign = (message: Uint8Array) => signMessage(key, message);
  return signCheckpoint(checkpoint, { publicKey, sign }, noteCrypto);
}

/** Full subtrees from the leaves or stored nodes below them: one query for those of a tile. */
async function readSubtrees(
  trx: Tx,
  of: OfDevice,
  subtrees: readonly Subtree[],
): Promise<HashedSubtree[]> {
  const tiles = new Map<string, Below[]>();
  for (const subtree of subtrees) {
    const below = belowOf(subtree);
    const tile = `${below.level}.${Math.floor(below.begin / 2 ** LEVELS_STORED)}`;
    tiles.set(tile, [...(tiles.get(tile) ?? []), below]);
  }
  const read = [];
  for (const tile of tiles.values()) read.push(...(await readTile(trx, of, tile)));
  return read;
}

/** A subtree, and what is stored of it: nodes of one level, or leaves. */
interface Below {
  readonly subtree: Subtree;
  readonly level: number;
  readonly begin: number;
  readonly end: number;
}

function belowOf(subtree: Subtree): Below {
  const level = Math.floor(subtree.level / LEVELS_STORED) * LEVELS_STORED;
  const count = 2 ** (subtree.level - level);
  return { subtree, level, begin: subtree.index * count, end: (subtree.index + 1) * count };
}

async function readTile(trx: Tx, of: OfDevice, tile: readonly Below[]): Promise<HashedSubtree[]> {
  const begin = Math.min(...tile.map((one) => one.begin));
  const count = Math.max(...tile.map((one) => one.end)) - begin;
  const level = tile[0]?.level ?? 0;
  const hashes =
    level === 0
      ? await leavesFrom(trx, of, begin, count)
      : await nodesFrom(trx, of, { level, index: begin, count });
  assert(hashes.length === count, `the tree of ${of.device} has gaps at ${level}.${begin}`);
  return tile.map(({ subtree, begin: first, end }) => {
    return { ...subtree, hash: foldFull(hashes.slice(first - begin, end - begin)) };
  });
}

/** The root over so many neighbours of one level: a power of two. */
function foldFull(hashes: readonly Uint8Array[]): Uint8Array {
  let level = hashes;
  while (level.length > 1) {
    const pairs = Array.from({ length: level.length / 2 }, (_, at) =>
      level.slice(2 * at, 2 * at + 2),
    );
    level = pairs.map((pair) => foldHashes(pair, treeCrypto));
  }
  const [root] = level;
  assert(root !== undefined, 'there is a root');
  return root;
}

function keyOf({ level, index }: Subtree): string {
  return `${level}.${index}`;
}
