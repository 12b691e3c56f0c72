import { z } from 'zod';

/** Letters of a code: those that nobody takes for another. Source: Crockford's base 32. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
/** 60 bits: guessed at a till, a code a second, not in a billion years. */
const LETTERS = 12;
const GROUP = 4;

/** What a code begins with where it is scanned, so that no product is looked for. */
const SCANNED_PREFIX = 'LV1*';

/** A code as a person types it or a scanner reads it: `7gk2 m0qx-rt9d`. */
export const VoucherCode = z
  .string()
  .max(40)
  .transform((text) => lettersOf(text))
  .refine((letters) => letters.length === LETTERS && [...letters].every(isLetter));

/** The code that these bits are, as it is kept nowhere: `7GK2M0QXRT9D`. @param bytes 8 or more */
export function voucherCode(bytes: Uint8Array): string {
  return Array.from({ length: LETTERS }, (_, at) => {
    const bit = at * 5;
    const pair = ((bytes[bit >> 3] ?? 0) << 8) | (bytes[(bit >> 3) + 1] ?? 0);
    return ALPHABET[(pair >> (11 - (bit & 7))) & 31];
  }).join('');
}

/** `7GK2-M0QX-RT9D` */
export function formatVoucher(code: string): string {
  return code.match(new RegExp(`.{1,${GROUP}}`, 'g'))?.join('-') ?? '';
}

/** What the QR of a voucher says. */
export function voucherLink(code: string): string {
  return SCANNED_PREFIX + code;
}

/** Whether a scan is the QR of a voucher. */
export function isVoucherLike(code: string): boolean {
  return code.toUpperCase().startsWith(SCANNED_PREFIX);
}

/** O is read as 0, I and L as 1; blanks and dashes are left out. */
function lettersOf(text: string): string {
  const typed = text.trim().toUpperCase();
  const code = typed.startsWith(SCANNED_PREFIX) ? typed.slice(SCANNED_PREFIX.length) : typed;
  return code.replace(/[\s-]/g, '').replaceAll('O', '0').replace(/[IL]/g, '1');
}

function isLetter(letter: string): boolean {
  return ALPHABET.includes(letter);
}
