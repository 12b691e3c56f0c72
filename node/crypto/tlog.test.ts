import { createPrivateKey } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openCheckpoint, signCheckpoint } from '../../domain/tlog/checkpoint.ts';
import { appendLeaf, emptyFrontier, rootOf } from '../../domain/tlog/merkle.ts';
import { keyIdOf, openNote } from '../../domain/tlog/note.ts';
import { isConsistent, isIncluded } from '../../domain/tlog/proofs.ts';
import { naiveTree } from '../../test/support/naive-tree.ts';
import { aSigner, naiveNotes, publicNotes } from '../../test/support/note-keys.ts';
import { hasVectors, NO_VECTORS, readVectors } from '../../test/support/public-vectors.ts';
import { rawPublicKey } from './keys.ts';
import { leafOf, signMessage } from './signing.ts';
import { noteCrypto, treeCrypto } from './tlog.ts';

interface InclusionVector {
  readonly leafIdx: number;
  readonly treeSize: number;
  readonly leafHash: string;
  readonly root: string;
  readonly proof: readonly string[] | null;
  readonly wantErr: boolean;
}

interface ConsistencyVector {
  readonly size1: number;
  readonly size2: number;
  readonly root1: string;
  readonly root2: string;
  readonly proof: readonly string[] | null;
  readonly wantErr: boolean;
}

/** Of the part of a tree from `start` to before `end`. */
type PartOf<Vector> = Vector & { readonly start: number; readonly end: number };

test('every public proof that a leaf is in a tree is taken or refused as it says', ({ skip }) => {
  skip(!hasVectors('rfc6962_merkle.json'), NO_VECTORS);
  const vectors = vectorsOf<InclusionVector>('inclusion');
  // Parts of a tree are no matter of ours, but those that begin where it does are trees too.
  const parts = vectorsOf<PartOf<InclusionVector>>('subtreeinclusion')
    .filter(([, { start }]) => start === 0)
    .map(([name, part]) => [name, { ...part, treeSize: part.end }] as const);
  const wrong = [...vectors, ...parts].filter(([, vector]) => {
    const { leafIdx: index, treeSize: size, wantErr } = vector;
    const [leaf, root] = [bytesOf(vector.leafHash), bytesOf(vector.root)];
    const proof = (vector.proof ?? []).map(bytesOf);
    return isIncluded({ index, size, leaf, proof, root }, treeCrypto) === wantErr;
  });

  expect(wrong).toEqual([]);
  expect([vectors.length, parts.length]).toEqual([98, 101]);
});

test('every public proof that a tree grew is taken or refused as it says', ({ skip }) => {
  skip(!hasVectors('rfc6962_merkle.json'), NO_VECTORS);
  const vectors = vectorsOf<ConsistencyVector>('consistency');
  // An empty part is in every tree; of an empty tree we take no proof.
  const parts = vectorsOf<PartOf<ConsistencyVector> & { readonly size: number }>(
    'subtreeconsistency',
  )
    .filter(([, { start, end }]) => start === 0 && end > 0)
    .map(([name, part]) => [name, { ...part, size1: part.end, size2: part.size }] as const);
  const wrong = [...vectors, ...parts].filter(([, vector]) => {
    const { size1: from, size2: to, wantErr } = vector;
    const [fromRoot, toRoot] = [bytesOf(vector.root1), bytesOf(vector.root2)];
    const proof = (vector.proof ?? []).map(bytesOf);
    return isConsistent({ from, to, fromRoot, toRoot, proof }, treeCrypto) === wantErr;
  });

  expect(wrong).toEqual([]);
  expect([vectors.length, parts.length]).toEqual([98, 91]);
});

test('the roots of the reference tree of RFC 6962 are those of its public vectors', ({ skip }) => {
  skip(!hasVectors('rfc6962_merkle.json'), NO_VECTORS);
  const entries = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', SIXTEEN];
  let frontier = emptyFrontier;
  const roots = new Map<number, string>();
  for (const entry of entries) {
    frontier = appendLeaf(frontier, leafOf(Buffer.from(entry, 'hex')), treeCrypto);
    roots.set(frontier.size, Buffer.from(rootOf(frontier, treeCrypto)).toString('base64'));
  }
  const named = vectorsOf<ConsistencyVector>('consistency')
    .filter(([name]) => name.endsWith('happy-path'))
    .flatMap(([, { size1, root1, size2, root2 }]) => [
      [size1, root1],
      [size2, root2],
    ]);

  expect(named).toHaveLength(10);
  expect(named.map(([size]) => [size, roots.get(Number(size))])).toEqual(named);
});

test('the nodes of a tree are hashed as the second implementation hashes them', () => {
  const hash = fc.uint8Array({ minLength: 32, maxLength: 32 });
  fc.assert(
    fc.property(hash, hash, (left, right) => {
      expect(treeCrypto.nodeOf(left, right)).toEqual(naiveTree.nodeOf(left, right));
    }),
  );
  expect(treeCrypto.hashOfNothing()).toEqual(naiveTree.hashOfNothing());
});

test.each(publicNotes)('the public note of $key.name is opened', ({ key, keyId, ...given }) => {
  expect(Buffer.from(keyIdOf(key, noteCrypto)).toString('hex')).toBe(keyId);
  expect(openNote(given.note, key, noteCrypto)).toBe(given.text);
  expect(openNote(given.note.replace(/e/u, 'E'), key, noteCrypto)).toBeUndefined();
});

test('a checkpoint that one implementation signs is opened by the other', () => {
  const der = Buffer.from(`302e020100300506032b657004220420${'05'.repeat(32)}`, 'hex'); // RFC 8410
  const key = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
  const publicKey = rawPublicKey(key);
  const origin = 'hub.example/kios-\u00e9';
  const signer = { publicKey, sign: (message: Uint8Array) => signMessage(key, message) };
  const checkpoint = { origin, size: 3, root: new Uint8Array(32), extensions: ['\u{1F600}'] };
  const note = signCheckpoint(checkpoint, signer, noteCrypto);

  expect(note).toBe(signCheckpoint(checkpoint, aSigner(origin, 5), naiveNotes));
  expect(openCheckpoint(note, { origin, publicKey }, noteCrypto)).toEqual(checkpoint);
  expect(openCheckpoint(note, { origin, publicKey }, naiveNotes)).toEqual(checkpoint);
});

/** The last entry of the reference tree of RFC 6962. */
const SIXTEEN = '606162636465666768696a6b6c6d6e6f';

function vectorsOf<Vector>(kind: string): (readonly [string, Vector])[] {
  const all = JSON.parse(readVectors('rfc6962_merkle.json')) as Record<string, Vector>;
  return Object.entries(all).filter(([name]) => name.startsWith(`${kind}/`));
}

function bytesOf(base64: string): Buffer {
  return Buffer.from(base64, 'base64');
}
