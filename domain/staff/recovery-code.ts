/** Letters and figures that cannot be taken for one another; 32 of them are five bits each. */
export const RECOVERY_ALPHABET = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';
/** 24 characters are 120 bits: nobody guesses it. */
export const RECOVERY_LENGTH = 24;

/** A code as a person typed it, without spaces and dashes, in capitals. */
export function normalizeRecoveryCode(typed: string): string {
  return typed.toUpperCase().replace(/[^0-9A-Z]/g, '');
}

/** `ABCD-EFGH-…`, as it is printed and shown. */
export function formatRecoveryCode(code: string): string {
  return code.match(/.{1,4}/g)?.join('-') ?? '';
}
