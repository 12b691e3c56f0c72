import { assert } from '../assert.ts';
import { joined } from './bytes.ts';

/** Length of a hash of the tree: SHA-256. */
export const HASH_BYTES = 32;

/** What the tree needs of Node or a browser. Every hash has 32 bytes. */
export interface TreeCrypto {
  /** SHA-256(0x01 ‖ left ‖ right). Source: RFC 6962 §2.1. */
  nodeOf(left: Uint8Array, right: Uint8Array): Uint8Array;
  /** SHA-256 of no bytes: the root of a tree without leaves. Source: RFC 6962 §2.1. */
  hashOfNothing(): Uint8Array;
}

/** A full subtree of 2^level leaves, the first of which is leaf index × 2^level of the tree. */
export interface Subtree {
  /** 0 for a leaf. */
  readonly level: number;
  /** Which one of its level, counted from 0. */
  readonly index: number;
}

/** A full subtree and its hash, which no later leaf changes. */
export interface HashedSubtree extends Subtree {
  readonly hash: Uint8Array;
}

/** What of a tree is needed to append to it, and for its root. */
export interface Frontier {
  /** Number of leaves. */
  readonly size: number;
  /** Hashes of the full subtrees that the tree falls into: one a bit of the size, largest first. */
  readonly roots: readonly Uint8Array[];
}

/** The frontier of a tree without leaves. */
export const emptyFrontier: Frontier = { size: 0, roots: [] };

/** Whether a tree may have so many leaves: whole, and exact as a number. */
export function isTreeSize(size: number): boolean {
  return Number.isSafeInteger(size) && size >= 0;
}

/**
 * The frontier with one more leaf; the given one stays as it is. Costs at most log2(size) hashes.
 * @param leaf 32 bytes, SHA-256(0x00 ‖ what it is of)
 * @param onSubtree is told each subtree that this leaf makes full, the leaf itself first
 */
export function appendLeaf(
  frontier: Frontier,
  leaf: Uint8Array,
  crypto: TreeCrypto,
  onSubtree?: (subtree: HashedSubtree) => void,
): Frontier {
  assert(leaf.length === HASH_BYTES, 'a leaf is a hash');
  assert(isTreeSize(frontier.size + 1), 'the tree is full');
  const roots = [...frontier.roots];
  let subtree: HashedSubtree = { level: 0, index: frontier.size, hash: leaf };
  onSubtree?.(subtree);
  while (subtree.index % 2 === 1) {
    const left = roots.pop();
    assert(left !== undefined, 'each bit of the size has its root');
    const hash = crypto.nodeOf(left, subtree.hash);
    subtree = { level: subtree.level + 1, index: (subtree.index - 1) / 2, hash };
    onSubtree?.(subtree);
  }
  return { size: frontier.size + 1, roots: [...roots, subtree.hash] };
}

/** The full subtrees that the tree falls into, largest first, each with its hash. */
export function subtreesOf({ size, roots }: Frontier): HashedSubtree[] {
  let [begin, level] = [0, Math.ceil(Math.log2(size + 1))];
  return roots.map((hash) => {
    while (2 ** level > size - begin) level -= 1;
    const index = begin / 2 ** level;
    begin += 2 ** level;
    return { level, index, hash };
  });
}

/** The root of the tree, 32 bytes. Source: RFC 6962 §2.1. */
export function rootOf(frontier: Frontier, crypto: TreeCrypto): Uint8Array {
  if (frontier.size === 0) return crypto.hashOfNothing();
  return foldHashes(frontier.roots, crypto);
}

/**
 * One hash over neighbours that get smaller from left to right: the two on the right first.
 * @throws InvariantError when there are none
 */
export function foldHashes(hashes: readonly Uint8Array[], crypto: TreeCrypto): Uint8Array {
  assert(hashes.length > 0, 'there is something to fold');
  return hashes.reduceRight((right, left) => crypto.nodeOf(left, right));
}

/** The roots of a frontier one after the other, largest subtree first; the size is kept beside. */
export function formatFrontier(frontier: Frontier): Uint8Array {
  assert(frontier.roots.length === bitsSet(frontier.size), 'each bit of the size has its root');
  return joined(frontier.roots);
}

/**
 * The frontier of a tree of `size` leaves from what `formatFrontier` made of it.
 * @throws InvariantError when there are more or fewer roots than a tree of this size has
 */
export function parseFrontier(size: number, bytes: Uint8Array): Frontier {
  assert(isTreeSize(size), `no size of a tree: ${size}`);
  const count = bitsSet(size);
  assert(bytes.length === count * HASH_BYTES, `no frontier of ${size} leaves`);
  const roots = Array.from({ length: count }, (_, at) =>
    Uint8Array.from(bytes.subarray(at * HASH_BYTES, (at + 1) * HASH_BYTES)),
  );
  return { size, roots };
}

/** Not with bit operators: those have 32 bits. */
function bitsSet(size: number): number {
  let count = 0;
  for (let rest = size; rest > 0; rest = Math.floor(rest / 2)) count += rest % 2;
  return count;
}
