import { z } from 'zod';
import { keysMessage, SignedKeyList } from '../down/item.ts';
import { isAfter, parseMark } from '../sync/place.ts';
import { fromBase64 } from '../tlog/base64.ts';
import { fromHex } from '../tlog/bytes.ts';
import type { SignatureCheck } from '../tlog/signature-check.ts';
import {
  isReceiptLike,
  parseReceiptLink,
  type ReceiptLink,
  receiptMessage,
} from './receipt-link.ts';

/** What differs between Node and a browser. */
export interface ReceiptCrypto {
  readonly isSigned: SignatureCheck;
  /** UTF-8. */
  readonly encode: (text: string) => Uint8Array;
}

/** What a hub tells of the keys of its tills: one that is read here, or null. */
export function readKeyLists(told: unknown): SignedKeyList[] | null {
  const whole = ToldLists.safeParse(told).data;
  // One that is not understood takes no other with it: a newer hub may tell more.
  return whole?.lists.flatMap((list) => SignedKeyList.safeParse(list).data ?? []) ?? null;
}

const ToldLists = z.object({ lists: z.array(z.unknown()) });

/** What a receipt is held against. */
export interface ReceiptKeys {
  /** Raw Ed25519 public key of the hub, 32 bytes. */
  readonly hubKey: Uint8Array;
  /** Null where they could not be had. */
  readonly lists: readonly SignedKeyList[] | null;
}

/**
 * - `none`: there is no code of a receipt in the text;
 * - `unreadable`: there is one, and it is cut off, mistyped, or of a form that is not known here;
 * - `forged`: the device that it names has not signed what it says;
 * - `cutOff`: the device signed it, and behind the place up to which the hub takes its word;
 * - `noKeys`: the list of devices could not be had, or is not the hub's: nothing can be said;
 * - `unknown`: the hub does not know the device, so nothing can be said;
 * - `revoked`: signed, and within what counts; but the key is in other hands, perhaps;
 * - `genuine`: the till of this stall signed it.
 */
export type ReceiptVerdict =
  | { readonly kind: 'none' | 'unreadable' }
  | { readonly kind: 'noKeys' | 'unknown'; readonly link: ReceiptLink }
  | {
      readonly kind: 'forged' | 'cutOff' | 'revoked' | 'genuine';
      readonly link: ReceiptLink;
      /** Code of the stall whose device it names. */
      readonly stall: string;
    };

/** What is to be said of the code in a text. */
export function checkReceipt(
  text: string,
  keys: ReceiptKeys,
  crypto: ReceiptCrypto,
): ReceiptVerdict {
  const link = parseReceiptLink(text);
  if (!link) return { kind: isReceiptLike(text) ? 'unreadable' : 'none' };
  const named = (keys.lists ?? []).filter((list) => deviceIn(list, link) !== undefined);
  const signed = named.filter((list) => isOfHub(list, keys.hubKey, crypto));
  const newest = signed.toSorted((one, other) => other.keys.version - one.keys.version)[0];
  const device = newest && deviceIn(newest, link);
  if (!newest || !device) {
    const isKnown = keys.lists !== null && named.length === 0;
    return { kind: isKnown ? 'unknown' : 'noKeys', link };
  }
  const { stall } = newest.keys;
  const key = fromHex(device.publicKey);
  if (!crypto.isSigned(link.signature, receiptMessage(link), key))
    return { kind: 'forged', link, stall };
  if (device.through === null) return { kind: 'genuine', link, stall };
  return { kind: isAfter(link, parseMark(device.through)) ? 'cutOff' : 'revoked', link, stall };
}

function deviceIn({ keys }: SignedKeyList, { device }: ReceiptLink) {
  return keys.devices.find((one) => one.device === device);
}

function isOfHub(
  { keys, signature }: SignedKeyList,
  hubKey: Uint8Array,
  { isSigned, encode }: ReceiptCrypto,
): boolean {
  const bytes = fromBase64(signature);
  return bytes !== undefined && isSigned(bytes, encode(keysMessage(keys)), hubKey);
}
