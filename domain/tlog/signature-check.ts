/** Checks the Ed25519 signature of a message by a raw public key. Source: RFC 8032 §5.1.7. */
export type SignatureCheck = (
  signature: Uint8Array,
  message: Uint8Array,
  publicKey: Uint8Array,
) => boolean;
