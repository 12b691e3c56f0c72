import type { Translator } from '../text.ts';

/** A means of payment in words; one that this program does not know by its own name. */
export function tenderWords(kind: string, speaker: Translator): string {
  return kind === 'cash' ? speaker.text('payments.cash') : kind;
}
