import { assert } from '../assert.ts';
import { areSame } from './bytes.ts';
import { foldHashes, HASH_BYTES, isTreeSize, type Subtree, type TreeCrypto } from './merkle.ts';

/** Full subtrees from left to right, which `foldHashes` makes one hash of a proof. */
export type ProofStep = readonly Subtree[];

/** What a proof consists of, in its order. */
export type ProofPlan = readonly ProofStep[];

/** Says that `leaf` stands at `index`, from 0, of the tree of `size` leaves that has this root. */
export interface Inclusion {
  readonly index: number;
  readonly size: number;
  /** 32 bytes, SHA-256(0x00 ‖ what it is of). */
  readonly leaf: Uint8Array;
  readonly proof: readonly Uint8Array[];
  readonly root: Uint8Array;
}

/** Says that the tree of `to` leaves begins with all of the tree of `from` leaves. */
export interface Consistency {
  readonly from: number;
  readonly to: number;
  readonly fromRoot: Uint8Array;
  readonly toRoot: Uint8Array;
  readonly proof: readonly Uint8Array[];
}

/**
 * What proves that leaf `index`, from 0, is in the tree of `size` leaves. Source: RFC 6962 §2.1.1.
 * @throws InvariantError when there is no such leaf
 */
export function planInclusion(index: number, size: number): ProofPlan {
  assert(isTreeSize(index) && isTreeSize(size) && index < size, 'no such leaf');
  const steps: ProofStep[] = [];
  let [begin, end] = [0, size];
  while (end - begin > 1) {
    const middle = begin + leftSize(end - begin);
    steps.push(index < middle ? fullSubtrees(middle, end) : fullSubtrees(begin, middle));
    [begin, end] = index < middle ? [begin, middle] : [middle, end];
  }
  return steps.toReversed();
}

/**
 * What proves that the tree of `to` leaves begins with the one of `from`; nothing when they are the
 * same. Source: RFC 6962 §2.1.2.
 * @throws InvariantError unless 0 < from ≤ to: nothing can be proven from a tree without leaves
 */
export function planConsistency(from: number, to: number): ProofPlan {
  assert(isTreeSize(from) && isTreeSize(to) && from > 0 && from <= to, 'no such trees');
  const steps: ProofStep[] = [];
  let [begin, end] = [0, to];
  while (end !== from) {
    const middle = begin + leftSize(end - begin);
    steps.push(from <= middle ? fullSubtrees(middle, end) : fullSubtrees(begin, middle));
    [begin, end] = from <= middle ? [begin, middle] : [middle, end];
  }
  // From the start on it is the old root itself, which the verifier has.
  if (begin > 0) steps.push(fullSubtrees(begin, end));
  return steps.toReversed();
}

/** The hashes of a proof, 32 bytes each, from those of the subtrees that its plan names. */
export function foldPlan(
  plan: ProofPlan,
  hashOf: (subtree: Subtree) => Uint8Array,
  crypto: TreeCrypto,
): Uint8Array[] {
  return plan.map((step) => foldHashes(step.map(hashOf), crypto));
}

/**
 * Whether the proof holds; false for numbers of no tree and hashes of any other length too. Size
 * and root belong together and come from one checkpoint: a proof alone holds for other sizes in
 * which the way from the leaf to the root is the same. Source: RFC 9162 §2.1.3.2.
 */
export function isIncluded(
  { index, size, leaf, proof, root }: Inclusion,
  crypto: TreeCrypto,
): boolean {
  if (!isTreeSize(index) || !isTreeSize(size) || index >= size) return false;
  if (![leaf, root, ...proof].every(isHash)) return false;
  let way: Way = { at: index, last: size - 1 };
  let hash = leaf;
  for (const other of proof) {
    if (way.last === 0) return false;
    const isRight = isRightOf(way);
    hash = isRight ? crypto.nodeOf(other, hash) : crypto.nodeOf(hash, other);
    way = above(isRight ? withSibling(way) : way);
  }
  return way.last === 0 && areSame(hash, root);
}

/**
 * Whether the proof holds; false for numbers of no tree and hashes of any other length too, and for
 * a tree without leaves: every tree begins with it. A tree is consistent with itself without proof.
 * Sizes and roots come from checkpoints, as with `isIncluded`. Source: RFC 9162 §2.1.4.2.
 */
export function isConsistent(
  { from, to, fromRoot, toRoot, proof }: Consistency,
  crypto: TreeCrypto,
): boolean {
  if (!isTreeSize(from) || !isTreeSize(to) || from === 0 || from > to) return false;
  if (from === to) return proof.length === 0 && areSame(fromRoot, toRoot);
  if (![fromRoot, toRoot, ...proof].every(isHash)) return false;
  let way: Way = { at: from - 1, last: to - 1 };
  while (way.at % 2 === 1) way = above(way);
  // A whole left part of the new tree is no part of the proof: it is the old root. Without a proof
  // nothing leads on to the new one.
  const [first = fromRoot, ...others] = way.at === 0 ? [fromRoot, ...proof] : proof;
  let [older, newer] = [first, first];
  for (const other of others) {
    if (way.last === 0) return false;
    const isRight = isRightOf(way);
    if (isRight) older = crypto.nodeOf(other, older);
    newer = isRight ? crypto.nodeOf(other, newer) : crypto.nodeOf(newer, other);
    way = above(isRight ? withSibling(way) : way);
  }
  return way.last === 0 && areSame(older, fromRoot) && areSame(newer, toRoot);
}

/** A node on the way up, and the last node of its level; both counted from 0. */
interface Way {
  readonly at: number;
  readonly last: number;
}

/** Whether the other hash stands on the left: this node is a right one, or the last. */
function isRightOf({ at, last }: Way): boolean {
  return at % 2 === 1 || at === last;
}

/** Up to where the node has a sibling on the left: a last node without one rises as it is. */
function withSibling(way: Way): Way {
  let up = way;
  while (up.at % 2 === 0 && up.at !== 0) up = above(up);
  return up;
}

/** Not with bit operators: those have 32 bits. */
function above({ at, last }: Way): Way {
  return { at: Math.floor(at / 2), last: Math.floor(last / 2) };
}

function isHash(bytes: Uint8Array): boolean {
  return bytes.length === HASH_BYTES;
}

/** The greatest power of two below `size`, which is 2 or more: how the tree is parted. */
function leftSize(size: number): number {
  let left = 1;
  while (left * 2 < size) left *= 2;
  return left;
}

/** The full subtrees of these leaves, largest first; such a part begins where the largest may. */
function fullSubtrees(begin: number, end: number): ProofStep {
  const subtrees: Subtree[] = [];
  let at = begin;
  for (let level = Math.ceil(Math.log2(end - begin)); at < end; level -= 1) {
    const length = 2 ** level;
    if (length > end - at) continue;
    subtrees.push({ level, index: at / length });
    at += length;
  }
  return subtrees;
}
