import { createPrivateKey } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hasVectors, NO_VECTORS, readVectors } from '../../test/support/public-vectors.ts';
import { publicKeyOf } from './keys.ts';
import { isSignedMessage, isSignedRecord, leafOf, signMessage, signRecord } from './signing.ts';

/** RFC 8032 §7.1, TEST 1 to 3: secret key, public key, message, signature. */
const rfc8032 = [
  {
    secret: '9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60',
    public: 'd75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a',
    message: '',
    signature:
      'e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e06522490155' +
      '5fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b',
  },
  {
    secret: '4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb',
    public: '3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c',
    message: '72',
    signature:
      '92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da' +
      '085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00',
  },
  {
    secret: 'c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7',
    public: 'fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025',
    message: 'af82',
    signature:
      '6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac' +
      '18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a',
  },
];

test.each(rfc8032)('the signature of RFC 8032 over "$message" is ours', (vector) => {
  const message = Buffer.from(vector.message, 'hex');
  const signature = signMessage(secretKey(vector.secret), message);

  expect(signature.toString('hex')).toBe(vector.signature);
  expect(isSignedMessage(publicKey(vector.public), message, signature)).toBe(true);
});

interface Wycheproof {
  testGroups: {
    publicKey: { pk: string };
    tests: { tcId: number; msg: string; sig: string; result: string }[];
  }[];
}

test('every public vector of Wycheproof is taken or refused as it says', ({ skip }) => {
  skip(!hasVectors('ed25519_wycheproof.json'), NO_VECTORS);
  const { testGroups } = JSON.parse(readVectors('ed25519_wycheproof.json')) as Wycheproof;
  const said = testGroups.flatMap(({ publicKey: { pk }, tests }) =>
    tests.map(({ tcId, msg, sig, result }) => {
      const [message, signature] = [Buffer.from(msg, 'hex'), Buffer.from(sig, 'hex')];
      const isTaken = isSignedMessage(publicKey(pk), message, signature);
      return { tcId, asSaid: isTaken === (result === 'valid') };
    }),
  );

  expect(said.length).toBeGreaterThan(100);
  expect(said.filter(({ asSaid }) => !asSaid)).toEqual([]);
});

test('the leaf of no bytes is the hash of one zero byte', () => {
  expect(leafOf(Buffer.alloc(0)).toString('hex')).toBe(
    '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  );
});

test('a leaf is hashed as the leaves of the public tree are', ({ skip }) => {
  skip(!hasVectors('rfc6962_merkle.json'), NO_VECTORS);
  const vectors = JSON.parse(readVectors('rfc6962_merkle.json')) as Record<
    string,
    { treeSize: number; leafHash: string }
  >;
  const leaf = (hex: string) => leafOf(Buffer.from(hex, 'hex')).toString('base64');

  // What its leaves are of: entries 0, 1, 2 and 5 of the reference tree of RFC 6962.
  expect(leaf('')).toBe(vectors['inclusion/0/happy-path']?.leafHash);
  expect(leaf('00')).toBe(vectors['inclusion/4/happy-path']?.leafHash);
  expect(leaf('10')).toBe(vectors['inclusion/3/happy-path']?.leafHash);
  expect(leaf('40414243')).toBe(vectors['inclusion/2/happy-path']?.leafHash);
});

test('a record is signed for the journal only, and no change of it passes', () => {
  const [vector] = rfc8032;
  if (!vector) throw new Error('the vectors are written above');
  const [secret, key] = [secretKey(vector.secret), publicKey(vector.public)];
  const record = Buffer.from('{"total":45000}');
  const signature = signRecord(secret, record);

  expect(isSignedRecord(key, record, signature)).toBe(true);
  expect(isSignedMessage(key, record, signature)).toBe(false);
  expect(isSignedRecord(key, record, signMessage(secret, record))).toBe(false);
  expect(isSignedRecord(key, Buffer.from('{"total":45001}'), signature)).toBe(false);
  expect(isSignedRecord(key, record, signature.subarray(0, 63))).toBe(false);
  expect(isSignedRecord(key, record, Buffer.alloc(0))).toBe(false);
});

test('whichever bit of a record or its signature is turned, it is refused', () => {
  const [vector] = rfc8032;
  if (!vector) throw new Error('the vectors are written above');
  const [secret, key] = [secretKey(vector.secret), publicKey(vector.public)];
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 1 }), fc.nat(), fc.nat(), (given, at, place) => {
      const record = Buffer.from(given);
      const signature = signRecord(secret, record);

      expect(isSignedRecord(key, record, signature)).toBe(true);
      expect(isSignedRecord(key, turned(record, at), signature)).toBe(false);
      expect(isSignedRecord(key, record, turned(signature, place))).toBe(false);
      expect(leafOf(turned(record, at))).not.toEqual(leafOf(record));
    }),
  );
});

test('a signature of any other length is refused', () => {
  const [vector] = rfc8032;
  if (!vector) throw new Error('the vectors are written above');
  const record = Buffer.from('{"total":45000}');
  const signature = signRecord(secretKey(vector.secret), record);
  const lengths = Array.from({ length: 130 }, (_, length) => length);
  const taken = lengths.filter((length) => {
    const other = Buffer.concat([signature, signature, signature]).subarray(0, length);
    return isSignedRecord(publicKey(vector.public), record, other);
  });

  expect(taken).toEqual([64]);
});

/** The same bytes with one bit turned. */
function turned(bytes: Buffer, bit: number): Buffer {
  const changed = Buffer.from(bytes);
  const at = Math.floor(bit / 8) % changed.length;
  changed.writeUInt8(changed.readUInt8(at) ^ (1 << (bit % 8)), at);
  return changed;
}

/** DER before a raw Ed25519 private key. Source: RFC 8410. */
function secretKey(raw: string) {
  const key = Buffer.from(`302e020100300506032b657004220420${raw}`, 'hex');
  return createPrivateKey({ key, format: 'der', type: 'pkcs8' });
}

function publicKey(raw: string) {
  return publicKeyOf(Buffer.from(raw, 'hex'));
}
