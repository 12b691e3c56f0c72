import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  grown,
  hexOf,
  naiveConsistency,
  naiveInclusion,
  naiveRoot,
  naiveSides,
  naiveTree,
  someLeaves,
  turned,
} from '../../test/support/naive-tree.ts';
import { InvariantError } from '../assert.ts';
import {
  type Consistency,
  foldPlan,
  type Inclusion,
  isConsistent,
  isIncluded,
  planConsistency,
  planInclusion,
} from './proofs.ts';

const SIZE_MAX = 37;
const leaves = someLeaves(SIZE_MAX);
const roots = Array.from({ length: SIZE_MAX + 1 }, (_, size) => naiveRoot(leaves.slice(0, size)));
const { hashOf } = grown(leaves);
const sizes = Array.from({ length: SIZE_MAX }, (_, at) => at + 1);
/** Every leaf of every tree. */
const inclusions = sizes.flatMap((size) => sizes.slice(0, size).map((n) => inclusion(n - 1, size)));
/** Every tree and every one that it begins with. */
const consistencies = sizes.flatMap((to) =>
  sizes.slice(0, to).map((from) => consistency(from, to)),
);

const noNumbers = [
  -1,
  -0.5,
  0.5,
  Number.NaN,
  Number.POSITIVE_INFINITY,
  2 ** 53,
  2 ** 64,
  -(2 ** 53),
];

test('every leaf of every tree has the proof that the RFC defines, and it holds', () => {
  for (const claim of inclusions) {
    const expected = naiveInclusion(claim.index, leaves.slice(0, claim.size));
    expect(hexOf(claim.proof)).toEqual(hexOf(expected));
    expect(isIncluded(claim, naiveTree)).toBe(true);
  }
  expect(inclusions).toHaveLength((SIZE_MAX * (SIZE_MAX + 1)) / 2);
});

test('every pair of trees has the proof that the RFC defines, and it holds', () => {
  for (const claim of consistencies) {
    const expected = naiveConsistency(claim.from, leaves.slice(0, claim.to));
    expect(hexOf(claim.proof)).toEqual(hexOf(expected));
    expect(isConsistent(claim, naiveTree)).toBe(true);
  }
});

test('a leaf at any other place is refused', () => {
  for (const claim of inclusions) {
    const taken = sizes.filter((n) => isIncluded({ ...claim, index: n - 1 }, naiveTree));
    expect(taken).toEqual([claim.index + 1]);
  }
});

test('a leaf in a tree of any other size is refused, with its root', () => {
  for (const claim of inclusions) {
    const taken = sizes.filter((size) =>
      isIncluded({ ...claim, size, root: root(size) }, naiveTree),
    );
    expect(taken).toEqual([claim.size]);
  }
});

test('with its own root a proof holds for those sizes only in which its way is the same', () => {
  for (const claim of inclusions) {
    const sides = naiveSides(claim.index, claim.size);
    const taken = sizes.filter((size) => isIncluded({ ...claim, size }, naiveTree));
    const alike = sizes.filter((n) => claim.index < n && naiveSides(claim.index, n) === sides);
    expect(taken).toEqual(alike);
  }
});

test('the trees of any other sizes are refused, with their roots', () => {
  for (const claim of consistencies) {
    const older = sizes.filter((from) =>
      isConsistent({ ...claim, from, fromRoot: root(from) }, naiveTree),
    );
    const newer = sizes.filter((to) => isConsistent({ ...claim, to, toRoot: root(to) }, naiveTree));
    expect([older, newer]).toEqual([[claim.from], [claim.to]]);
  }
});

test('the older of two trees is refused under any other size', () => {
  for (const claim of consistencies) {
    const taken = sizes.filter((from) => isConsistent({ ...claim, from }, naiveTree));
    expect(taken).toEqual([claim.from]);
  }
});

test('whichever bit of leaf, proof or root is turned, a leaf is refused', () => {
  fc.assert(
    fc.property(fc.constantFrom(...inclusions), fc.nat(), fc.nat(255), (claim, at, bit) => {
      const { leaf, proof, root: own } = claim;

      expect(isIncluded({ ...claim, leaf: turned(leaf, bit) }, naiveTree)).toBe(false);
      expect(isIncluded({ ...claim, root: turned(own, bit) }, naiveTree)).toBe(false);
      for (const other of spoilt(proof, at, bit)) {
        expect(isIncluded({ ...claim, proof: other }, naiveTree)).toBe(false);
      }
    }),
    { numRuns: 500 },
  );
});

test('whichever bit of proof or roots is turned, two trees are refused', () => {
  fc.assert(
    fc.property(fc.constantFrom(...consistencies), fc.nat(), fc.nat(255), (claim, at, bit) => {
      const { fromRoot, toRoot, proof } = claim;

      expect(isConsistent({ ...claim, fromRoot: turned(fromRoot, bit) }, naiveTree)).toBe(false);
      expect(isConsistent({ ...claim, toRoot: turned(toRoot, bit) }, naiveTree)).toBe(false);
      for (const other of spoilt(proof, at, bit)) {
        expect(isConsistent({ ...claim, proof: other }, naiveTree)).toBe(false);
      }
    }),
    { numRuns: 500 },
  );
});

test('a proof that is longer than its tree is high is refused, though it leads to the root', () => {
  const [older, newer] = [leafAt(0), leafAt(1)];
  const claim = { index: 0, size: 1, leaf: newer, proof: [older], root: root(2) };

  expect(isIncluded(claim, naiveTree)).toBe(false);
  expect(isIncluded({ ...claim, index: 1, size: 2 }, naiveTree)).toBe(true);
});

test('hashes that only together have the bytes of two are refused', () => {
  const both = Buffer.concat([leafAt(0), leafAt(1)]);
  const [short, long] = [both.subarray(0, 31), both.subarray(31)];
  const leaf = { index: 0, size: 2, leaf: short, proof: [long], root: root(2) };
  const trees = { from: 1, to: 2, fromRoot: short, toRoot: root(2), proof: [long] };

  expect(naiveTree.nodeOf(short, long)).toEqual(root(2));
  expect(isIncluded(leaf, naiveTree)).toBe(false);
  expect(isConsistent(trees, naiveTree)).toBe(false);
});

test('numbers of no tree are refused, and nothing is thrown', () => {
  const leaf = inclusion(2, 5);
  const trees = consistency(3, 5);
  for (const number of noNumbers) {
    expect(isIncluded({ ...leaf, index: number }, naiveTree)).toBe(false);
    expect(isIncluded({ ...leaf, size: number }, naiveTree)).toBe(false);
    expect(isConsistent({ ...trees, from: number }, naiveTree)).toBe(false);
    expect(isConsistent({ ...trees, to: number }, naiveTree)).toBe(false);
  }
});

test('nothing follows from a tree without leaves', () => {
  const [root0, proof] = [root(0), [] as Uint8Array[]];

  expect(isConsistent({ from: 0, to: 0, fromRoot: root0, toRoot: root0, proof }, naiveTree)).toBe(
    false,
  );
  expect(isConsistent({ from: 0, to: 1, fromRoot: root0, toRoot: root(1), proof }, naiveTree)).toBe(
    false,
  );
  expect(isIncluded({ index: 0, size: 0, leaf: root0, root: root0, proof }, naiveTree)).toBe(false);
});

test('a proof for numbers of no tree is a defect', () => {
  for (const number of [...noNumbers, 6]) {
    expect(() => planInclusion(number, 5)).toThrow(InvariantError);
    expect(() => planConsistency(number, 5)).toThrow(InvariantError);
  }
  expect(() => planInclusion(0, Number.NaN)).toThrow(InvariantError);
  expect(() => planInclusion(5, 5)).toThrow(InvariantError);
  expect(() => planConsistency(0, 5)).toThrow(InvariantError);
  expect(() => planConsistency(1, 2 ** 53)).toThrow(InvariantError);
});

test('proofs are planned in trees past 32 bits', () => {
  const size = 2 ** 40 + 1;

  expect(planInclusion(2 ** 40, size)).toEqual([[{ level: 40, index: 0 }]]);
  expect(planConsistency(2 ** 40, size)).toEqual([[{ level: 0, index: 2 ** 40 }]]);
  expect(planInclusion(2 ** 39, size).at(-2)).toEqual([{ level: 39, index: 0 }]);
  expect(planInclusion(0, Number.MAX_SAFE_INTEGER)).toHaveLength(53);
  expect(planInclusion(0, Number.MAX_SAFE_INTEGER).at(-1)).toHaveLength(52);
});

test('proofs hold in trees past 32 bits', () => {
  fc.assert(
    fc.property(fc.maxSafeNat(), fc.maxSafeNat(), (one, other) => {
      const [index, last] = one < other ? [one, other] : [other, one];
      const size = Math.min(last + 1, Number.MAX_SAFE_INTEGER);
      const leaf = sameLeaf({ level: 0 });
      // In a tree of leaves that are all the same, full subtrees of one level are the same too.
      const proof = foldPlan(planInclusion(Math.min(index, size - 1), size), sameLeaf, naiveTree);
      const own = foldPlan([wholeOf(size)], sameLeaf, naiveTree)[0] ?? leaf;
      const claim = { index: Math.min(index, size - 1), size, leaf, proof, root: own };

      expect(isIncluded(claim, naiveTree)).toBe(true);
      const from = Math.max(1, claim.index);
      const trees = foldPlan(planConsistency(from, size), sameLeaf, naiveTree);
      const fromRoot = foldPlan([wholeOf(from)], sameLeaf, naiveTree)[0] ?? leaf;
      const pair = { from, to: size, fromRoot, toRoot: own, proof: trees };
      expect(isConsistent(pair, naiveTree)).toBe(true);
      expect(isConsistent({ ...pair, fromRoot: turned(fromRoot, one) }, naiveTree)).toBe(false);
    }),
  );
});

const sameLeaves = Array.from({ length: 53 }).reduce<Uint8Array[]>((levels) => {
  const below = levels.at(-1);
  return [...levels, below ? naiveTree.nodeOf(below, below) : Buffer.alloc(32, 1)];
}, []);

function sameLeaf({ level }: { readonly level: number }): Uint8Array {
  return sameLeaves[level] ?? Buffer.alloc(0);
}

/** The full subtrees of a whole tree. */
function wholeOf(size: number) {
  return sameLeaves
    .map((_, level) => ({ level, index: Math.floor(size / 2 ** level) - 1 }))
    .filter(({ level }) => Math.floor(size / 2 ** level) % 2 === 1)
    .toReversed();
}

function inclusion(index: number, size: number): Inclusion {
  const proof = foldPlan(planInclusion(index, size), hashOf, naiveTree);
  return { index, size, leaf: leafAt(index), proof, root: root(size) };
}

function consistency(from: number, to: number): Consistency {
  const proof = foldPlan(planConsistency(from, to), hashOf, naiveTree);
  return { from, to, fromRoot: root(from), toRoot: root(to), proof };
}

function leafAt(index: number): Buffer {
  return leaves[index] ?? Buffer.alloc(0);
}

function root(size: number): Buffer {
  return roots[size] ?? Buffer.alloc(0);
}

/** The proof with a bit turned, a hash dropped, added, or given another length or place. */
function spoilt(proof: readonly Uint8Array[], at: number, bit: number): Uint8Array[][] {
  const more = leaves[at % leaves.length] ?? Buffer.alloc(32);
  const place = at % (proof.length + 1);
  const added = [proof.toSpliced(place, 0, more), proof.toSpliced(place, 0, Buffer.alloc(0))];
  const chosen = proof[at % Math.max(1, proof.length)];
  if (!chosen) return added;
  const index = proof.indexOf(chosen);
  return [
    ...added,
    proof.with(index, turned(chosen, bit)),
    proof.with(index, chosen.subarray(1)),
    proof.with(index, Buffer.concat([chosen, chosen])),
    proof.toSpliced(index, 1),
    proof.toSpliced(index, 0, chosen),
    ...(proof.length > 1 ? [proof.toReversed()] : []),
  ];
}
