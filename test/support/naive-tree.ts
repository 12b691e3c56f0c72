import { createHash } from 'node:crypto';
import {
  appendLeaf,
  emptyFrontier,
  type Frontier,
  type Subtree,
} from '../../domain/tlog/merkle.ts';

/** The tree of RFC 6962 once more, word for word as the RFC defines it, and slow. */

/** SHA-256 of the parts one after the other. */
export function sha256(...parts: readonly (Uint8Array | string)[]): Buffer {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
}

/** What the tree needs of Node. */
export const naiveTree = {
  nodeOf: (left: Uint8Array, right: Uint8Array) => sha256(Uint8Array.of(1), left, right),
  hashOfNothing: () => sha256(),
};

/** So many leaves, no two the same. */
export function someLeaves(count: number): Buffer[] {
  return Array.from({ length: count }, (_, at) => sha256(Uint8Array.of(0), `record ${at}`));
}

/** MTH of RFC 6962 §2.1. */
export function naiveRoot(leaves: readonly Buffer[]): Buffer {
  const [only] = leaves;
  if (!only) return naiveTree.hashOfNothing();
  if (leaves.length === 1) return only;
  const k = splitOf(leaves.length);
  return naiveTree.nodeOf(naiveRoot(leaves.slice(0, k)), naiveRoot(leaves.slice(k)));
}

/** PATH of RFC 6962 §2.1.1. */
export function naiveInclusion(m: number, leaves: readonly Buffer[]): Buffer[] {
  if (leaves.length === 1) return [];
  const k = splitOf(leaves.length);
  const [left, right] = [leaves.slice(0, k), leaves.slice(k)];
  if (m < k) return [...naiveInclusion(m, left), naiveRoot(right)];
  return [...naiveInclusion(m - k, right), naiveRoot(left)];
}

/** PROOF of RFC 6962 §2.1.2. */
export function naiveConsistency(m: number, leaves: readonly Buffer[]): Buffer[] {
  return naiveSubproof(m, leaves, true);
}

/** On which side the proof's hashes stand, from the leaf up: what a verifier knows of the tree. */
export function naiveSides(m: number, size: number): string {
  if (size === 1) return '';
  const k = splitOf(size);
  return m < k ? `${naiveSides(m, k)}r` : `${naiveSides(m - k, size - k)}l`;
}

/** The frontiers of 0, 1, 2… leaves, and each full subtree of the last as it was told. */
export function grown(leaves: readonly Buffer[]) {
  const told = new Map<string, Uint8Array>();
  let frontier = emptyFrontier;
  const frontiers: Frontier[] = [frontier];
  for (const leaf of leaves) {
    frontier = appendLeaf(frontier, leaf, naiveTree, ({ level, index, hash }) => {
      if (told.has(`${level}.${index}`)) throw new Error(`told twice: ${level}.${index}`);
      told.set(`${level}.${index}`, hash);
    });
    frontiers.push(frontier);
  }
  return {
    frontier,
    frontiers,
    told,
    hashOf: ({ level, index }: Subtree) => {
      const hash = told.get(`${level}.${index}`);
      if (!hash) throw new Error(`no full subtree: ${level}.${index}`);
      return hash;
    },
  };
}

/** The same bytes with one bit turned. */
export function turned(bytes: Uint8Array, bit: number): Uint8Array {
  const changed = Buffer.from(bytes);
  const at = Math.floor(bit / 8) % changed.length;
  changed.writeUInt8(changed.readUInt8(at) ^ (1 << (bit % 8)), at);
  return changed;
}

/** Lower-case hex of each, to be compared. */
export function hexOf(hashes: readonly Uint8Array[]): string[] {
  return hashes.map((hash) => Buffer.from(hash).toString('hex'));
}

function naiveSubproof(m: number, leaves: readonly Buffer[], isOldRoot: boolean): Buffer[] {
  if (m === leaves.length) return isOldRoot ? [] : [naiveRoot(leaves)];
  const k = splitOf(leaves.length);
  const [left, right] = [leaves.slice(0, k), leaves.slice(k)];
  if (m <= k) return [...naiveSubproof(m, left, isOldRoot), naiveRoot(right)];
  return [...naiveSubproof(m - k, right, false), naiveRoot(left)];
}

/** k: the largest power of two smaller than n. */
function splitOf(n: number): number {
  let k = 1;
  while (k * 2 < n) k *= 2;
  return k;
}
