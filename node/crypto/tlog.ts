import type { TreeCrypto } from '../../domain/tlog/merkle.ts';
import type { NoteCrypto } from '../../domain/tlog/note.ts';
import { publicKeyOf } from './keys.ts';
import { isSignedMessage, sha256 } from './signing.ts';

const NODE_PREFIX = Buffer.from([1]);

/** The hashes of a Merkle tree. Source: RFC 6962 §2.1. */
export const treeCrypto: TreeCrypto = {
  nodeOf: (left, right) => sha256(Buffer.concat([NODE_PREFIX, left, right])),
  hashOfNothing: () => sha256(new Uint8Array()),
};

/** What signed notes, and checkpoints with them, need of Node. */
export const noteCrypto: NoteCrypto = {
  encode: (text) => Buffer.from(text, 'utf8'),
  hashOf: sha256,
  isSigned: (message, signature, publicKey) =>
    isSignedMessage(publicKeyOf(Buffer.from(publicKey)), message, signature),
};
