import { type Say, useText } from './use-text.ts';

/** A sentence that outlasts a switch of the language, such as the fault of a field. */
export function Said({ words }: { readonly words: (say: Say) => string }) {
  return words(useText());
}
