import { z } from 'zod';
import { HubOrigin } from './hub-origin.ts';

/** Crockford's base 32: no letter that is taken for a figure. Source: crockford.com/base32.html. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
/** 80 bits: sixteen letters of five. */
const CODE_BYTES = 10;
const CODE_LETTERS = 16;
/** How long a code can be used. ms */
export const CODE_LIFE_MS = 15 * 60_000;

/** A one-time code as it is compared: sixteen letters, without dashes. */
export const EnrolmentCode = z.string().regex(/^[0-9A-HJKMNP-TV-Z]{16}$/);
export type EnrolmentCode = z.output<typeof EnrolmentCode>;

/** The code of ten random bytes. */
export function codeOf(random: Uint8Array): EnrolmentCode {
  if (random.length !== CODE_BYTES) throw new RangeError(`a code is of ${CODE_BYTES} bytes`);
  let bits = 0n;
  for (const byte of random) bits = (bits << 8n) | BigInt(byte);
  const letters = Array.from({ length: CODE_LETTERS }, (_, at) => {
    const shift = BigInt(5 * (CODE_LETTERS - 1 - at));
    return ALPHABET[Number((bits >> shift) & 31n)];
  });
  return letters.join('');
}

/** As a person reads it out: `K7QF-2M9D-XR4T-8WHB`. */
export function formatCode(code: EnrolmentCode): string {
  return code.replace(/.{4}(?=.)/g, '$&-');
}

/** What is typed of a code so far, in groups of four: as much of it as can be of one. */
export function groupCode(typed: string): string {
  const letters = typed
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .slice(0, CODE_LETTERS);
  return letters.replace(/.{4}(?=.)/g, '$&-');
}

/** Reads what a person typed: any case, dashes and spaces, O for 0, I and L for 1. */
export function parseCode(typed: string): EnrolmentCode | undefined {
  const letters = typed
    .toUpperCase()
    .replace(/[\s-]/g, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1');
  return EnrolmentCode.safeParse(letters).data;
}

/** What a manager hands over: the hub's address and a code, in one line that a QR holds. */
export interface Invitation {
  /** `https://hub.example` */
  readonly hub: string;
  readonly code: EnrolmentCode;
}

/** `https://hub.example/#K7QF-2M9D-XR4T-8WHB`: what stands behind # goes over no wire. */
export function formatInvitation({ hub, code }: Invitation): string {
  return `${hub}/#${formatCode(code)}`;
}

/**
 * Reads an invitation as it was scanned or pasted, whatever stands around it: quotes, words, a line
 * that a letter was broken in; undefined where there is none.
 */
export function parseInvitation(text: string): Invitation | undefined {
  const [, hub = '', typed = ''] = INVITATION.exec(text.replace(/[\r\n]+/g, '')) ?? [];
  const code = parseCode(typed);
  const origin = HubOrigin.safeParse(hub.toLowerCase());
  return code && origin.success ? { hub: origin.data, code } : undefined;
}

/** Sixteen letters of a code, with what people put between four of them. */
const INVITATION = /(https?:\/\/[^\s/#?"'<>]+)\/?#((?:[\s-]{0,2}[0-9A-Za-z]){16})(?![0-9A-Za-z])/i;
