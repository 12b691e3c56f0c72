import { assert } from '../assert.ts';
import { markOf } from '../sync/place.ts';
import { TIME_MAX_MS } from '../time.ts';
import { fromBase64Url, toBase64Url } from '../tlog/base64.ts';
import { asciiBytes, joined } from '../tlog/bytes.ts';

/** Before what is signed, so that no other signature of the device is one of a receipt. */
const CONTEXT = 'lapak/receipt/1\0';
/** Begins the code: its form, and the version of that. */
const MARK = '#LP1*';
/** Where a hub shows the page that checks a code. */
const PAGE = '/struk/';
/** Before the code of a stall without a hub: no page checks it, the till itself reads it. */
const NO_HUB = 'lapak:';
const SIGNATURE_BYTES = 64;
/** Longest text of a receipt's QR. Letters */
export const RECEIPT_LINK_MAX = 500;

/** What the QR of a receipt says, all of it signed. Of the stall's turnover it says nothing. */
export interface ReceiptFields {
  /** 32 hex digits of the SHA-256 of the key that signs. */
  readonly device: string;
  /** Where its record stands in the chain of that device. */
  readonly epoch: number;
  readonly seq: number;
  /** When it was sold. UTC ms */
  readonly atMs: number;
  /** Negative in a refund. */
  readonly totalRupiah: number;
  /** The first 16 bytes of the leaf of its record, as 32 hex digits. */
  readonly leaf16: string;
}

/** A code as it was read; whether the device signed it is still to be seen. */
export interface ReceiptLink extends ReceiptFields {
  readonly signature: Uint8Array;
}

/** The bytes that a device signs with the key of its journal. Source: docs/receipt.md. */
export function receiptMessage(fields: ReceiptFields): Uint8Array {
  return joined([asciiBytes(CONTEXT), asciiBytes(textOf(fields))]);
}

/**
 * What the QR of a receipt says: the address of the page that checks it, and behind `#`, which goes
 * over no wire, its fields and their signature.
 * @param hub `https://hub.example`; null of a stall without one
 */
export function formatReceiptLink(hub: string | null, link: ReceiptLink): string {
  const text = `${MARK}${textOf(link)}*${toBase64Url(link.signature)}`;
  assert(parseReceiptLink(text) !== undefined, 'a code that can be read back');
  return (hub === null ? NO_HUB : hub + PAGE) + text;
}

/** Reads the code in a text, with an address before it or none; undefined where none is whole. */
export function parseReceiptLink(text: string): ReceiptLink | undefined {
  const parts = CODE.exec(text.trim())?.groups;
  if (!parts) return undefined;
  const { device = '', epoch, seq, at, total, leaf16 = '' } = parts;
  const signature = fromBase64Url(parts['signature'] ?? '');
  const [atMs, totalRupiah] = [Number(at), Number(total)];
  if (signature?.length !== SIGNATURE_BYTES || atMs > TIME_MAX_MS) return undefined;
  if (!Number.isSafeInteger(totalRupiah)) return undefined;
  return {
    device,
    epoch: Number(epoch),
    seq: Number(seq),
    atMs,
    totalRupiah,
    leaf16,
    signature,
  };
}

/** Whether a text means to be the code of a receipt, also a damaged one or one of a later form. */
export function isReceiptLike(text: string): boolean {
  return /#LP\d+\*/.test(text);
}

/** Whether a code leads to the page of a hub. */
export function isOfHub(text: string): boolean {
  return !text.startsWith(NO_HUB);
}

/** Strict: each text has one reading, and each reading one text. */
const CODE = new RegExp(
  '#LP1\\*(?<device>[0-9a-f]{32})\\*(?<epoch>[1-9]\\d{0,9})\\.(?<seq>[1-9]\\d{0,9})' +
    '\\*(?<at>[1-9]\\d{0,14})\\*(?<total>0|-?[1-9]\\d{0,15})\\*(?<leaf16>[0-9a-f]{32})' +
    '\\*(?<signature>[A-Za-z0-9_-]{86})$',
);

function textOf({ device, atMs, totalRupiah, leaf16, ...place }: ReceiptFields): string {
  return [device, markOf(place), atMs, totalRupiah, leaf16].join('*');
}
