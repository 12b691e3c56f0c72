import { generateKeyPairSync } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  isSignedBody,
  type SignableRequest,
  signRequest,
  verifyRequest,
} from './signed-request.ts';

const { privateKey, publicKey } = generateKeyPairSync('ed25519');
const other = generateKeyPairSync('ed25519');
const signing = { keyId: 'a'.repeat(32), key: privateKey, nonce: 'n-1' };
const keyOf = (keyId: string) => Promise.resolve(keyId === signing.keyId ? publicKey : undefined);

const request: SignableRequest = {
  method: 'POST',
  url: 'http://127.0.0.1:8080/v1/batches?size=3',
  body: Buffer.from('{"records":[]}'),
};

test('a request is known by its signature, with the device and nonce that it names', async () => {
  const headers = await signRequest(request, signing);
  const signed = await verifyRequest(request, headers, keyOf);
  expect(signed).toMatchObject({ keyId: signing.keyId, nonce: 'n-1' });
  expect(signed && isSignedBody(signed, request.body)).toBe(true);
});

test.each<[string, Partial<SignableRequest>]>([
  ['method', { method: 'PUT' }],
  ['host', { url: 'http://127.0.0.2:8080/v1/batches?size=3' }],
  ['port', { url: 'http://127.0.0.1:8081/v1/batches?size=3' }],
  ['path', { url: 'http://127.0.0.1:8080/v1/bodies?size=3' }],
  ['query', { url: 'http://127.0.0.1:8080/v1/batches?size=4' }],
])('with another %s it is another request, and refused', async (_, change) => {
  const headers = await signRequest(request, signing);
  expect(await verifyRequest({ ...request, ...change }, headers, keyOf)).toBeUndefined();
});

test('a body is the one that was signed, or another', async () => {
  const signed = await verifyRequest(request, await signRequest(request, signing), keyOf);
  const bodies = ['{"records":[1]}', '', '{"records":[]} '];

  expect(bodies.map((body) => signed && isSignedBody(signed, Buffer.from(body)))).toEqual(
    bodies.map(() => false),
  );
});

test('a request of another key, of no known device, or without a field is refused', async () => {
  const headers = await signRequest(request, signing);
  const byOther = await signRequest(request, { ...signing, key: other.privateKey });
  const ofUnknown = await signRequest(request, { ...signing, keyId: 'b'.repeat(32) });

  expect(await verifyRequest(request, byOther, keyOf)).toBeUndefined();
  expect(await verifyRequest(request, ofUnknown, keyOf)).toBeUndefined();
  for (const name of ['content-digest', 'signature', 'signature-input'] as const) {
    const { [name]: _, ...rest } = headers;
    expect(await verifyRequest(request, rest, keyOf)).toBeUndefined();
  }
});

test('a nonce cannot be put in place of the one that was signed', async () => {
  const headers = await signRequest(request, signing);
  const input = headers['signature-input'].replace('n-1', 'n-2');
  const altered = { ...headers, 'signature-input': input };
  expect(await verifyRequest(request, altered, keyOf)).toBeUndefined();
});

test('whatever stands in the fields, it is refused and never a fault', async () => {
  const headers = await signRequest(request, signing);
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom('content-digest', 'signature', 'signature-input'),
      fc.oneof(fc.string(), fc.string({ unit: 'binary' }), fc.constant('lapak=()')),
      async (name, value) => {
        const altered = { ...headers, [name]: value };
        expect(await verifyRequest(request, altered, keyOf)).toBeUndefined();
      },
    ),
  );
});

test('a failure to look up the key is told, not taken for a wrong signature', async () => {
  const headers = await signRequest(request, signing);
  const failing = () => Promise.reject(new Error('no database'));
  await expect(verifyRequest(request, headers, failing)).rejects.toThrow();
});
