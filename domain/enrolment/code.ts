import { z } from 'zod';

/** Crockford's base 32: no letter that is taken for a figure. Source: crockford.com/base32.html. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LETTER_BITS = 5;
/** 80 bits: sixteen letters of five. */
const [CODE_BYTES, CODE_LETTERS] = [10, 16];
/** 60 bits: nobody makes another key whose name begins so. */
const [KEY_BYTES, KEY_LETTERS] = [32, 12];
/** How long a code can be used. ms */
export const CODE_LIFE_MS = 15 * 60_000;

/** A one-time code as it is compared: sixteen letters, without dashes. */
export const EnrolmentCode = z.string().regex(/^[0-9A-HJKMNP-TV-Z]{16}$/);
export type EnrolmentCode = z.output<typeof EnrolmentCode>;

/** The name of a hub's key, by which a till knows it before it has met it: twelve letters. */
const HubKeyName = z.string().regex(/^[0-9A-HJKMNP-TV-Z]{12}$/);
export type HubKeyName = z.output<typeof HubKeyName>;

/** What a manager tells of a code: with the hub's key, where that was told with it. */
export interface ToldCode {
  readonly code: EnrolmentCode;
  readonly keyName: HubKeyName | null;
}

/** The code of ten random bytes. */
export function codeOf(random: Uint8Array): EnrolmentCode {
  if (random.length !== CODE_BYTES) throw new RangeError(`a code is of ${CODE_BYTES} bytes`);
  return lettersOf(random, CODE_LETTERS);
}

/** The name of the key that has this SHA-256. */
export function keyNameOf(hash: Uint8Array): HubKeyName {
  if (hash.length !== KEY_BYTES) throw new RangeError(`a hash is of ${KEY_BYTES} bytes`);
  return lettersOf(hash, KEY_LETTERS);
}

/** As a person reads it out, a code or the name of a key: `K7QF-2M9D-XR4T-8WHB`. */
export function formatCode(letters: string): string {
  return letters.replace(/.{4}(?=.)/g, '$&-');
}

/** A code with the name of the hub's key behind it, where that is known. */
export function formatToldCode({ code, keyName }: ToldCode): string {
  return formatCode(`${code}${keyName ?? ''}`);
}

/** What is typed of a code so far, in groups of four: as much of it as can be of one. */
export function groupCode(typed: string): string {
  const letters = typed.toUpperCase().replace(/[^0-9A-Z]/g, '');
  return formatCode(letters.slice(0, CODE_LETTERS + KEY_LETTERS));
}

/**
 * Reads what a person typed, with or without the name of the hub's key: any case, dashes and
 * spaces, O for 0, I and L for 1.
 */
export function parseCode(typed: string): ToldCode | undefined {
  const letters = typed
    .toUpperCase()
    .replace(/[\s-]/g, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1');
  const code = EnrolmentCode.safeParse(letters.slice(0, CODE_LETTERS)).data;
  const keyName = HubKeyName.safeParse(letters.slice(CODE_LETTERS)).data ?? null;
  const isWhole = keyName !== null || letters.length === CODE_LETTERS;
  return code && isWhole ? { code, keyName } : undefined;
}

/** The first so many letters of bytes. */
function lettersOf(bytes: Uint8Array, count: number): string {
  const bits = bytes.reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n);
  return Array.from({ length: count }, (_, at) => {
    const shift = BigInt(8 * bytes.length - LETTER_BITS * (at + 1));
    return ALPHABET[Number((bits >> shift) & 31n)];
  }).join('');
}
