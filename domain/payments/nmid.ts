import { z } from 'zod';

/**
 * National merchant id of a QRIS: `ID1020021181745`. Source: EMVCo gives tag 51, field 02 fifteen
 * letters at most; ASPI begins them with ID, and digits follow.
 */
export const Nmid = z.string().regex(/^ID\d{8,13}$/);

/** A merchant id as a QRIS has it, however it was written; what is none stays as it is. */
export function plainNmid(text: string): string {
  return readNmid(text) ?? text;
}

/** The merchant id that a text is, as a QRIS has it; undefined for what is none. */
export function readNmid(text: string): string | undefined {
  return Nmid.safeParse(text.replace(/[\s.-]/g, '').toUpperCase()).data;
}
