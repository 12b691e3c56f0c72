import { z } from 'zod';
import { lineOfText } from '../line-of-text.ts';
import { type Rupiah, RupiahPositive } from '../money.ts';

/** Why cash goes into the drawer or out of it, beside sales. */
export const inReasons = ['change', 'top-up', 'other-in'] as const;
export const outReasons = [
  'safe-drop',
  'buy-stock',
  'change-out',
  'fee',
  'set-aside',
  'other-out',
] as const;

/** Why the drawer is opened without a sale: to look, to give change, to be counted at the close. */
export const openReasons = ['look', 'change-money', 'count', 'other'] as const;

export const InReason = z.enum(inReasons);
export const OutReason = z.enum(outReasons);
export const OpenReason = z.enum(openReasons);
export type MoveReason = z.output<typeof InReason> | z.output<typeof OutReason>;

export const MoveReason = z.enum([...inReasons, ...outReasons]);

/** Whether cash of this reason goes in. */
export function isIn(reason: MoveReason): boolean {
  const into: readonly string[] = inReasons;
  return into.includes(reason);
}

/** Most that is moved at once: no drawer holds more. Rupiah. */
export const MOVED_MAX_RUPIAH = 1_000_000_000;

/** What goes into the drawer or out of it: more than nothing. */
export const MovedRupiah = RupiahPositive.refine(
  (amount: Rupiah) => amount > 0 && amount <= MOVED_MAX_RUPIAH,
);

/** Longest note of a person. */
export const NOTE_MAX = 120;

/** What a person writes beside a reason; empty where nothing has to be said. */
export const Note = lineOfText(0, NOTE_MAX).default('');

/** Whether a reason, of a movement, an opening or a difference, says nothing without words. */
export function needsNote(reason: string): boolean {
  return withNote.includes(reason);
}

const withNote: readonly string[] = ['other-in', 'other-out', 'other'];

/** Why a drawer that held more or less than expected is accepted. */
export const differenceReasons = ['miscounted', 'change-mistake', 'unknown', 'other'] as const;
export const DifferenceReason = z.enum(differenceReasons);
export type DifferenceReason = z.output<typeof DifferenceReason>;
