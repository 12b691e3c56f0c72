import type { HubKeyName } from '../enrolment/code.ts';
import type { SignatureCheck } from '../tlog/signature-check.ts';
import {
  isKuitansiLike,
  type KuitansiCode,
  kuitansiMessage,
  parseKuitansiCode,
} from './kuitansi-code.ts';

/** The key of the hub that a code is held against. */
export interface KuitansiKey {
  readonly keyName: HubKeyName;
  /** Raw Ed25519 public key, 32 bytes. */
  readonly publicKey: Uint8Array;
}

/**
 * - `none`: there is no code of a kuitansi in the text;
 * - `unreadable`: there is one, and it is cut off or mistyped;
 * - `otherHub`: it names the key of another hub, with which it would have to be checked;
 * - `forged`: this hub has not signed what it says;
 * - `genuine`: this hub has.
 */
export type KuitansiVerdict =
  | { readonly kind: 'none' | 'unreadable' }
  | { readonly kind: 'otherHub' | 'forged' | 'genuine'; readonly code: KuitansiCode };

/** Whether this hub signed the code in a text. That it was cancelled later a code cannot tell. */
export function checkKuitansi(
  text: string,
  key: KuitansiKey,
  isSigned: SignatureCheck,
): KuitansiVerdict {
  const code = parseKuitansiCode(text);
  if (!code) return { kind: isKuitansiLike(text) ? 'unreadable' : 'none' };
  if (code.keyName !== key.keyName) return { kind: 'otherHub', code };
  const isGenuine = isSigned(code.signature, kuitansiMessage(code), key.publicKey);
  return { kind: isGenuine ? 'genuine' : 'forged', code };
}
