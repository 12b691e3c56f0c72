import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  hexOf,
  naiveConsistency,
  naiveInclusion,
  naiveRoot,
  naiveTree,
  someLeaves,
} from '../../test/support/naive-tree.ts';
import { aSigner, naiveNotes } from '../../test/support/note-keys.ts';
import { signCheckpoint } from '../tlog/checkpoint.ts';
import type { HubReceipt } from './contract.ts';
import { treeOrigin, verifyReceipt } from './verify-receipt.ts';

const crypto = { tree: naiveTree, note: naiveNotes };
const device = 'd'.repeat(32);
const signer = aSigner(treeOrigin('hub.example', device), 1);
const hub = { name: 'hub.example', publicKey: signer.publicKey };
const leaves = someLeaves(40);

/** Of a tree of so many leaves, for a till that has the checkpoint of `from`. */
function receipt(size: number, index: number, from: number): HubReceipt {
  const own = leaves.slice(0, size);
  const root = naiveRoot(own);
  const checkpoint = { origin: signer.name, size, root, extensions: [] };
  return {
    place: { epoch: 1, seq: index + 1, leaf: leaves[index]?.toString('hex') ?? '' },
    checkpoint: signCheckpoint(checkpoint, signer, naiveNotes),
    index,
    inclusion: hexOf(naiveInclusion(index, own)),
    consistency: from === 0 ? [] : hexOf(naiveConsistency(from, own)),
  };
}

const lastOf = (size: number) => (size === 0 ? null : receipt(size, 0, 0).checkpoint);

/** A tree, a leaf of it, and the size of the one before. */
const trees = fc
  .integer({ min: 1, max: leaves.length })
  .chain((size) =>
    fc.tuple(
      fc.constant(size),
      fc.integer({ min: 0, max: size - 1 }),
      fc.integer({ min: 0, max: size }),
    ),
  );

test('each leaf of each tree is proven, whatever checkpoint the till has', () => {
  fc.assert(
    fc.property(trees, ([size, index, from]) => {
      const check = { hub, device, last: lastOf(from) };
      expect(verifyReceipt(receipt(size, index, from), check, crypto)).toMatchObject({
        checkpoint: { size },
        goesOn: true,
      });
    }),
  );
});

test('a receipt of another leaf, index, device or hub proves nothing', () => {
  fc.assert(
    fc.property(trees, ([size, index, from]) => {
      const good = receipt(size, index, from);
      const check = { hub, device, last: lastOf(from) };
      const other = Buffer.alloc(32, 99).toString('hex');
      const wrong = [
        verifyReceipt({ ...good, place: { ...good.place, leaf: other } }, check, crypto),
        verifyReceipt({ ...good, index: index + 1 }, check, crypto),
        verifyReceipt({ ...good, inclusion: [...good.inclusion, other] }, check, crypto),
        verifyReceipt(good, { ...check, device: 'e'.repeat(32) }, crypto),
        verifyReceipt(good, { ...check, hub: { ...hub, name: 'hub.other' } }, crypto),
        verifyReceipt(good, { ...check, hub: { ...hub, publicKey: Buffer.alloc(32) } }, crypto),
        verifyReceipt(good, { ...check, last: 'no checkpoint' }, crypto),
      ];
      expect(wrong.every((found) => found === undefined)).toBe(true);
    }),
  );
});

test('a receipt of a tree that does not go on from the last one says so', () => {
  fc.assert(
    fc.property(trees, ([size, index, from]) => {
      const good = receipt(size, index, from);
      const check = { hub, device, last: lastOf(from) };
      if (size < leaves.length) {
        const smaller = { ...check, last: lastOf(size + 1) };
        expect(verifyReceipt(good, smaller, crypto)?.goesOn).toBe(false);
      }
      if (from === 0 || from === size) return;
      const unproven = { ...good, consistency: [] };
      expect(verifyReceipt(unproven, check, crypto)?.goesOn).toBe(false);
    }),
  );
});
