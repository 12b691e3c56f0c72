import { ed25519 } from '@noble/curves/ed25519.js';
import { sha256 } from '@noble/hashes/sha2.js';
import type { ReceiptCrypto } from '../../../domain/sync/verify-receipt.ts';
import { joined } from '../../../domain/tlog/bytes.ts';

const NODE_PREFIX = Uint8Array.of(1);
const encoder = new TextEncoder();

/**
 * What a check of a proof needs of a browser. Not WebCrypto: that is missing where the hub is
 * reached without https, as within a mall, and in browsers before Ed25519 came to it in 2025.
 */
export const browserCrypto: ReceiptCrypto = {
  tree: {
    nodeOf: (left, right) => sha256(joined([NODE_PREFIX, left, right])),
    hashOfNothing: () => sha256(new Uint8Array()),
  },
  note: {
    encode: (text) => encoder.encode(text),
    hashOf: (bytes) => sha256(bytes),
    // As RFC 8032 §5.1.7 has it, and the till and the hub by OpenSSL.
    isSigned: (message, signature, publicKey) =>
      ed25519.verify(signature, message, publicKey, { zip215: false }),
  },
};
