import type { KeyObject } from 'node:crypto';
import {
  formatKuitansiCode,
  type KuitansiFields,
  kuitansiMessage,
} from '../../domain/fees/kuitansi-code.ts';
import { hubKeyName, rawPublicKey } from './keys.ts';
import { signMessage } from './signing.ts';

/**
 * The signed code of a kuitansi, as its QR has it.
 * @param hub where its page is reached: `https://hub.example`
 */
export function signKuitansi(
  key: KeyObject,
  hub: string,
  paid: Omit<KuitansiFields, 'keyName'>,
): string {
  const fields = { ...paid, keyName: hubKeyName(rawPublicKey(key)) };
  return formatKuitansiCode(hub, {
    ...fields,
    signature: signMessage(key, kuitansiMessage(fields)),
  });
}
