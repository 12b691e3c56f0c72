import {
  appendLeaf,
  type Frontier,
  type HashedSubtree,
  subtreesOf,
} from '../../domain/tlog/merkle.ts';
import { treeCrypto } from '../../node/crypto/tlog.ts';

/** Of the levels of a tree, each eighth is stored: a node a 256 leaves. */
export const LEVELS_STORED = 8;

/** A tree with more leaves. */
export interface Grown {
  readonly frontier: Frontier;
  /** Nodes that are stored. */
  readonly nodes: readonly HashedSubtree[];
  /** All that the tree fell into before, and each that these leaves made full. */
  readonly subtrees: readonly HashedSubtree[];
}

/** Adds leaves to a tree, in their order. */
export function growTree(before: Frontier, leaves: readonly Buffer[]): Grown {
  const subtrees = subtreesOf(before);
  const keep = (subtree: HashedSubtree) => void subtrees.push(subtree);
  let frontier = before;
  for (const leaf of leaves) frontier = appendLeaf(frontier, leaf, treeCrypto, keep);
  const isStored = ({ index, level }: HashedSubtree) =>
    level > 0 && level % LEVELS_STORED === 0 && (index + 1) * 2 ** level > before.size;
  return { frontier, nodes: subtrees.filter(isStored), subtrees };
}
