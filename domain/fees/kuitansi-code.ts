import { assert } from '../assert.ts';
import type { HubKeyName } from '../enrolment/code.ts';
import { isDate } from '../time.ts';
import { fromBase64Url, toBase64Url } from '../tlog/base64.ts';
import { asciiBytes, joined } from '../tlog/bytes.ts';

/** Before what is signed, so that no other signature of the hub is one of a kuitansi. */
const CONTEXT = 'lapak/kuitansi/1\0';
/** Begins the code: its form, and the version of that. */
const MARK = '#LK1*';
/** Where a hub shows the page that checks a code. */
const PAGE = '/kuitansi/';
const SIGNATURE_BYTES = 64;

/** What a kuitansi's code says, all of it signed. */
export interface KuitansiFields {
  /** Of the hub that signs. */
  readonly keyName: HubKeyName;
  /** `KW/TC/2026/000017` */
  readonly number: string;
  /** `YYYY-MM-DD` */
  readonly on: string;
  /** Code of the stall that paid. */
  readonly stall: string;
  /** Above 0. */
  readonly amountRupiah: number;
  /** The first 16 hex digits of the leaf of the record that books it. */
  readonly leaf16: string;
}

/** A code as it was read; whether it is the hub's is still to be seen. */
export interface KuitansiCode extends KuitansiFields {
  readonly signature: Uint8Array;
}

/** The bytes that a hub signs with its key. Source: docs/kuitansi.md. */
export function kuitansiMessage(fields: KuitansiFields): Uint8Array {
  return joined([asciiBytes(CONTEXT), asciiBytes(textOf(fields))]);
}

/**
 * What the QR of a kuitansi says: the address of the page that checks it, and behind `#`, which
 * goes over no wire, its fields and their signature.
 * @param hub `https://hub.example`
 */
export function formatKuitansiCode(hub: string, code: KuitansiCode): string {
  const text = `${textOf(code)}*${toBase64Url(code.signature)}`;
  assert(parseKuitansiCode(MARK + text) !== undefined, 'a code that can be read back');
  return hub + PAGE + MARK + text;
}

/** Reads the code in a text, with an address before it or none; undefined where none is whole. */
export function parseKuitansiCode(text: string): KuitansiCode | undefined {
  const parts = CODE.exec(text.trim())?.groups;
  if (!parts) return undefined;
  const { keyName = '', number = '', on = '', stall = '', amount = '', leaf16 = '' } = parts;
  const signature = fromBase64Url(parts.signature ?? '');
  if (!isDate(on) || signature?.length !== SIGNATURE_BYTES) return undefined;
  return { keyName, number, on, stall, amountRupiah: Number(amount), leaf16, signature };
}

/** Whether a text means to be the code of a kuitansi, also one that is damaged. */
export function isKuitansiLike(text: string): boolean {
  return text.includes(MARK);
}

/** Strict: each text has one reading, and each reading one text. */
const CODE = new RegExp(
  '#LK1\\*(?<keyName>[0-9A-HJKMNP-TV-Z]{12})\\*(?<number>[A-Z0-9][A-Za-z0-9./-]{0,59})' +
    '\\*(?<on>\\d{4}-\\d{2}-\\d{2})\\*(?<stall>[A-Za-z0-9][A-Za-z0-9.-]{0,31})' +
    '\\*(?<amount>[1-9]\\d{0,12})\\*(?<leaf16>[0-9a-f]{16})\\*(?<signature>[A-Za-z0-9_-]{86})$',
);

function textOf({ keyName, number, on, stall, amountRupiah, leaf16 }: KuitansiFields): string {
  return [keyName, number, on, stall, amountRupiah, leaf16].join('*');
}
