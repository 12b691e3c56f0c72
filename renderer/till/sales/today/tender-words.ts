import type { Say } from '../../../ui/use-text.ts';

/** A means of payment in words; one that this program does not know by its own name. */
export function tenderWords(kind: string, say: Say): string {
  return kind === 'cash' ? say.text('payments.cash') : kind;
}
