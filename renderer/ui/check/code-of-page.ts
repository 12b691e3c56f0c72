import { ed25519 } from '@noble/curves/ed25519.js';
import { useSyncExternalStore } from 'react';
import type { SignatureCheck } from '../../../domain/tlog/signature-check.ts';

/**
 * As RFC 8032 §5.1.7 has it. Not WebCrypto: that is missing where the hub is reached without https,
 * as within a mall.
 */
export const isSigned: SignatureCheck = (signature, message, publicKey) =>
  ed25519.verify(signature, message, publicKey, { zip215: false });

/** The code in the address of the page, as it changes. */
export function useCodeOfPage(): string {
  return useSyncExternalStore(watchHash, hashOfPage);
}

/** Checks the code in a text: the address has it from now on, so that going back leads back. */
export function showCode(text: string): void {
  location.hash = text.slice(text.indexOf('#'));
}

function watchHash(watcher: () => void): () => void {
  addEventListener('hashchange', watcher);
  return () => removeEventListener('hashchange', watcher);
}

/** Some scanners write as %2A what an address takes as it is. */
function hashOfPage(): string {
  try {
    return decodeURIComponent(location.hash);
  } catch {
    return location.hash;
  }
}
