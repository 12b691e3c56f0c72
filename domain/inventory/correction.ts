import { milli, type Milli } from '../quantity.ts';

/**
 * Why a person corrects the stock, and what the quantity beside it is: what was counted in all,
 * what left the stall, or what came in. Its words are `inventory.reason.<reason>`.
 */
export const correctionReasons = {
  counted: 'all',
  received: 'in',
  damaged: 'out',
  lost: 'out',
  'own-use': 'out',
  other: 'all',
} as const;
export type CorrectionReason = keyof typeof correctionReasons;

/** The reasons in the order of the screen. */
export const correctionReasonNames = [
  'counted',
  'received',
  'damaged',
  'lost',
  'own-use',
  'other',
] as const satisfies readonly CorrectionReason[];

/** What is on hand after a correction. Thousandths of the base unit. */
export function afterCorrection(
  seenMilli: Milli,
  reason: CorrectionReason,
  quantityMilli: Milli,
): Milli {
  switch (correctionReasons[reason]) {
    case 'all':
      return quantityMilli;
    case 'in':
      return milli(seenMilli + quantityMilli);
    case 'out':
      return milli(seenMilli - quantityMilli);
  }
}

/** Whether the reason says enough by itself of this quantity: nothing leaves or comes as zero. */
export function isCorrection(
  reason: CorrectionReason,
  quantityMilli: number,
  note: string,
): boolean {
  if (reason === 'other' && note.trim() === '') return false;
  return correctionReasons[reason] === 'all' || quantityMilli > 0;
}
