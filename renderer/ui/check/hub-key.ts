import { sha256 } from '@noble/hashes/sha2.js';
import { type HubKeyName, keyNameOf } from '../../../domain/enrolment/code.ts';
import { fromHex } from '../../../domain/tlog/bytes.ts';

/** Who signs, as the hub wrote it into the page. */
export interface HubOfPage {
  readonly keyName: HubKeyName;
  /** Raw Ed25519 public key, 32 bytes. */
  readonly publicKey: Uint8Array;
  readonly name: string;
  /** 64 hex digits of the public key. */
  readonly hex: string;
}

/** The hub of this page; undefined where the page came without its key. */
export function hubOfPage(): HubOfPage | undefined {
  const hex = contentOf('lapak-hub-key');
  if (!/^[0-9a-f]{64}$/.test(hex)) return undefined;
  const publicKey = fromHex(hex);
  return {
    name: contentOf('lapak-hub-name'),
    hex,
    publicKey,
    keyName: keyNameOf(sha256(publicKey)),
  };
}

function contentOf(name: string): string {
  return document.querySelector(`meta[name="${name}"]`)?.getAttribute('content') ?? '';
}
