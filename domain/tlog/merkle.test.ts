import fc from 'fast-check';
import { expect, test } from 'vitest';
import { grown, hexOf, naiveRoot, naiveTree, someLeaves } from '../../test/support/naive-tree.ts';
import { InvariantError } from '../assert.ts';
import {
  appendLeaf,
  emptyFrontier,
  foldHashes,
  formatFrontier,
  parseFrontier,
  rootOf,
  subtreesOf,
} from './merkle.ts';

const leaves = someLeaves(200);
const { frontiers, told } = grown(leaves);

test('the root of a tree without leaves is the hash of nothing', () => {
  expect(hexOf([rootOf(emptyFrontier, naiveTree)])).toEqual([
    'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  ]);
});

test('the root of a frontier is the one that the RFC defines, at every size', () => {
  const roots = frontiers.map((frontier) => rootOf(frontier, naiveTree));
  const expected = frontiers.map(({ size }) => naiveRoot(leaves.slice(0, size)));

  expect(frontiers.map(({ size }) => size)).toEqual(Array.from({ length: 201 }, (_, at) => at));
  expect(hexOf(roots)).toEqual(hexOf(expected));
});

test('each full subtree is told once, with the root of its leaves', () => {
  const expected = new Map<string, string>();
  for (let level = 0; 2 ** level <= leaves.length; level += 1) {
    for (let index = 0; (index + 1) * 2 ** level <= leaves.length; index += 1) {
      const own = leaves.slice(index * 2 ** level, (index + 1) * 2 ** level);
      expected.set(`${level}.${index}`, naiveRoot(own).toString('hex'));
    }
  }

  expect(told.size).toBe(200 + 100 + 50 + 25 + 12 + 6 + 3 + 1);
  expect(new Map([...told].map(([key, hash]) => [key, hexOf([hash])[0]]))).toEqual(expected);
});

test('a leaf is told before the subtrees that it makes full, and they from below', () => {
  const seen: string[] = [];
  const seven = frontiers[7] ?? emptyFrontier;
  appendLeaf(seven, leaves[7] ?? Buffer.alloc(32), naiveTree, ({ level, index }) => {
    seen.push(`${level}.${index}`);
  });

  expect(seen).toEqual(['0.7', '1.3', '2.1', '3.0']);
});

test('the subtrees of a frontier are those that were told last', () => {
  const told = new Map<string, string[]>();
  let frontier = emptyFrontier;
  for (const leaf of someLeaves(70)) {
    frontier = appendLeaf(frontier, leaf, naiveTree, ({ level, index, hash }) => {
      told.set(`${level}.${index}`, hexOf([hash]));
    });
    const subtrees = subtreesOf(frontier);
    const leaves = subtrees.reduce((sum, { level }) => sum + 2 ** level, 0);
    expect(leaves).toBe(frontier.size);
    for (const { level, index, hash } of subtrees) {
      expect(told.get(`${level}.${index}`)).toEqual(hexOf([hash]));
    }
  }
  expect(subtreesOf(emptyFrontier)).toEqual([]);
});

test('a frontier that was appended to stays as it was', () => {
  const seven = frontiers[7] ?? emptyFrontier;
  const before = hexOf(seven.roots);
  const next = appendLeaf(seven, leaves[7] ?? Buffer.alloc(32), naiveTree);

  expect(next.roots).toHaveLength(1);
  expect(hexOf(seven.roots)).toEqual(before);
  expect(emptyFrontier).toEqual({ size: 0, roots: [] });
});

test('a frontier that was kept goes on as if it had never been put away', () => {
  fc.assert(
    fc.property(fc.nat({ max: 100 }), fc.nat({ max: 100 }), (size, more) => {
      const kept = frontiers[size] ?? emptyFrontier;
      let frontier = parseFrontier(size, formatFrontier(kept));

      expect(hexOf(frontier.roots)).toEqual(hexOf(kept.roots));
      for (const leaf of leaves.slice(size, size + more)) {
        frontier = appendLeaf(frontier, leaf, naiveTree);
      }
      expect(frontier.size).toBe(size + more);
      expect(hexOf([rootOf(frontier, naiveTree)])).toEqual(
        hexOf([naiveRoot(leaves.slice(0, size + more))]),
      );
    }),
  );
});

test('a frontier that was read shares no bytes with what it was read from', () => {
  const bytes = Buffer.from(formatFrontier(frontiers[5] ?? emptyFrontier));
  const frontier = parseFrontier(5, bytes);
  bytes.fill(0);

  expect(hexOf(frontier.roots)).toEqual(hexOf(frontiers[5]?.roots ?? []));
});

test('a frontier of more or fewer roots than its size has is a defect', () => {
  fc.assert(
    fc.property(fc.nat({ max: 200 }), fc.nat({ max: 9 * 32 }), (size, length) => {
      const fits = formatFrontier(frontiers[size] ?? emptyFrontier).length === length;
      const parse = () => parseFrontier(size, new Uint8Array(length));

      if (fits) expect(parse().size).toBe(size);
      else expect(parse).toThrow(InvariantError);
    }),
  );
  expect(() => formatFrontier({ size: 3, roots: [] })).toThrow(InvariantError);
});

test.each([-1, 0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53])(
  'a frontier of %s leaves is a defect',
  (size) => {
    expect(() => parseFrontier(size, new Uint8Array(32))).toThrow(InvariantError);
  },
);

test('trees are counted past 32 bits', () => {
  const size = 2 ** 40 + 2 ** 33 + 1;
  const roots = someLeaves(3);
  const seen: string[] = [];
  const next = appendLeaf({ size, roots }, Buffer.alloc(32, 7), naiveTree, ({ level, index }) => {
    seen.push(`${level}.${index}`);
  });

  expect(next.size).toBe(size + 1);
  expect(seen).toEqual([`0.${size}`, `1.${(size - 1) / 2}`]);
  expect(hexOf(parseFrontier(size + 1, formatFrontier(next)).roots)).toEqual(hexOf(next.roots));
});

test('a tree takes no leaf past the largest whole number', () => {
  const full = { size: Number.MAX_SAFE_INTEGER, roots: someLeaves(53) };

  expect(() => appendLeaf(full, Buffer.alloc(32), naiveTree)).toThrow(InvariantError);
});

test('a leaf of any other length than a hash is a defect', () => {
  expect(() => appendLeaf(emptyFrontier, Buffer.alloc(31), naiveTree)).toThrow(InvariantError);
  expect(() => foldHashes([], naiveTree)).toThrow(InvariantError);
});
