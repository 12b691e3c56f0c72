import type { Translator } from '../text.ts';
import { taxKinds } from './tax.ts';

/** What a tax is called; one that this program does not know by its own name. */
export function taxWords(kind: string, speaker: Translator): string {
  const known = taxKinds.find((one) => one === kind);
  return known ? speaker.text(`tax.${known}`) : kind.toUpperCase();
}
