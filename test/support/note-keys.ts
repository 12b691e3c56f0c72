import { createPrivateKey, createPublicKey, sign, verify } from 'node:crypto';
import type { NoteCrypto, NoteSigner } from '../../domain/tlog/note.ts';
import { sha256 } from './naive-tree.ts';

/** What notes need of Node, by another way than the till's: the keys are JSON Web Keys. */
export const naiveNotes: NoteCrypto = {
  encode: (text) => new TextEncoder().encode(text),
  hashOf: (bytes) => sha256(bytes),
  isSigned: (message, signature, publicKey) => {
    const x = Buffer.from(publicKey).toString('base64url');
    const key = createPublicKey({ format: 'jwk', key: { kty: 'OKP', crv: 'Ed25519', x } });
    return verify(null, message, key, signature);
  },
};

/** A key that signs, of a seed that is this byte 32 times. */
export function aSigner(name: string, seed: number): NoteSigner {
  const prefix = Buffer.from('302e020100300506032b657004220420', 'hex'); // RFC 8410
  const der = Buffer.concat([prefix, Buffer.alloc(32, seed)]);
  const key = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
  const { x = '' } = createPublicKey(key).export({ format: 'jwk' });
  const publicKey = Buffer.from(x, 'base64url');
  return { name, publicKey, sign: (message) => sign(null, message, key) };
}

/** Public notes and the keys that signed them. */
export const publicNotes = [
  {
    // c2sp.org/signed-note, its example
    verifierKey: 'example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k',
    text: 'This is an example message.\n',
    note:
      'This is an example message.\n\n— example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi' +
      '2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n',
  },
  {
    // golang.org/x/mod/sumdb/note, its example
    verifierKey: 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW',
    text:
      'If you think cryptography is the answer to your problem,\n' +
      "then you don't know what your problem is.\n",
    note:
      'If you think cryptography is the answer to your problem,\n' +
      "then you don't know what your problem is.\n\n— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBt" +
      'iFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n',
  },
  {
    // sum.golang.org, a checkpoint of Go's checksum database; its key is in cmd/go
    verifierKey: 'sum.golang.org+033de0ae+Ac4zctda0e5eza+HJyk9SxEdh+s3Ux18htTTAD8OuAn8',
    text: 'go.sum database tree\n65209736\n5+uGFjx6xBZG8ip1+wi77v+grwbhhukIrxEUS8PXvRo=\n',
    note:
      'go.sum database tree\n65209736\n5+uGFjx6xBZG8ip1+wi77v+grwbhhukIrxEUS8PXvRo=\n\n' +
      '— sum.golang.org Az3grnbssgK7ubgFX36gVETtNv0U23qxyAhAMai2QUfeGa3nB/akvkMdlUErfcZz7l/R3c' +
      'VtYspg3dxXABkGZZKdsQ8=\n',
  },
].map(({ verifierKey, text, note }) => {
  // name+ID+base64(0x01 ‖ key): a plus may stand in the base64 too.
  const [name = '', keyId = '', ...key] = verifierKey.split('+');
  const publicKey = Buffer.from(key.join('+'), 'base64').subarray(1);
  return { key: { name, publicKey }, keyId, text, note };
});
