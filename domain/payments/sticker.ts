import { z } from 'zod';
import { BusinessDate, daysBetween } from '../time.ts';
import type { Qris } from './qris.ts';
import { formatFields } from './qris-fields.ts';

/** Fraudsters paste a QRIS of their own over a stall's: each week somebody looks. Days */
const STICKER_DAYS = 7;

/** What a check of the sticker found. */
export const stickerResults = ['same', 'other'] as const;

/** Whose a QRIS is, as a person compares it. */
export const QrisOwner = z.strictObject({
  /** National merchant id; empty where the code has none. */
  nmid: z.string(),
  merchant: z.string(),
  city: z.string(),
});
export type QrisOwner = z.output<typeof QrisOwner>;

/** In what two codes differ first: whose they say to be, or only where the money goes. */
export const StickerDifference = z.enum(['nmid', 'merchant', 'account']);
export type StickerDifference = z.output<typeof StickerDifference>;

/** What came of a look at the sticker. */
export const StickerCheck = z.strictObject({
  /** Null where it is the stall's own. */
  difference: StickerDifference.nullable(),
  own: QrisOwner,
  found: QrisOwner,
});
export type StickerCheck = z.output<typeof StickerCheck>;

/** When somebody last looked, and what was there. */
export const StickerLook = z.strictObject({
  atMs: z.int(),
  businessDate: BusinessDate,
  /** Pseudonym of who looked. */
  cashier: z.string(),
  result: z.enum(stickerResults),
  found: QrisOwner,
});
export type StickerLook = z.output<typeof StickerLook>;

/** Whether somebody is to look at the sticker. */
export const StickerState = z.strictObject({
  /** `due` can be put off; `other` stays until the stall's own is there again. */
  asks: z.enum(['no', 'due', 'other']),
  /** The last look at the sticker of the QRIS that is registered now; null before the first. */
  last: StickerLook.nullable(),
  /** NMID that the hub has for the stall, where the QRIS here is of another; null else. */
  hubNmid: z.string().nullable(),
});
export type StickerState = z.output<typeof StickerState>;

/** Whose a QRIS is. */
export function ownerOf({ nmid, merchant, city }: Qris): QrisOwner {
  return { nmid: nmid ?? '', merchant, city };
}

/**
 * In what a code that was found differs from the stall's own. Also the accounts are compared: money
 * goes by them, and whoever forges a sticker can copy the NMID and the name.
 */
export function stickerDifference(own: Qris, found: Qris): StickerDifference | null {
  if (own.nmid !== found.nmid) return 'nmid';
  if (plainName(own) !== plainName(found)) return 'merchant';
  return accountsOf(own) === accountsOf(found) ? null : 'account';
}

/**
 * The NMID that the hub has for a stall, where its QRIS here is of another; null where they are the
 * same, or one of them tells none.
 */
export function otherAtHub({ nmid }: Pick<Qris, 'nmid'>, hubNmid: string | null): string | null {
  return nmid === null || nmid === hubNmid ? null : hubNmid;
}

/** What there is to know of the sticker of a stall that has a QRIS. */
export interface StickerFacts {
  readonly last: StickerLook | null;
  /** The business date on which somebody said tomorrow; empty for none. */
  readonly putOffOn: string;
  /** The business date now. */
  readonly today: string;
}

/** Whether somebody is to look. A look that is dated a week ahead, by a wrong clock, is none. */
export function asksForSticker({ last, putOffOn, today }: StickerFacts): StickerState['asks'] {
  if (last?.result === 'other') return 'other';
  const isSeen = last !== null && Math.abs(daysBetween(last.businessDate, today)) < STICKER_DAYS;
  return isSeen || putOffOn === today ? 'no' : 'due';
}

/** A name as two prints of it have it. */
function plainName({ merchant }: Qris): string {
  return merchant.trim().replace(/\s+/g, ' ').toUpperCase();
}

/** Where the money goes. Source: EMVCo, merchant-presented mode, table 4.1: tags 02 to 51. */
function accountsOf({ fields }: Qris): string {
  return formatFields(fields.filter(({ tag }) => tag >= '02' && tag <= '51'));
}
