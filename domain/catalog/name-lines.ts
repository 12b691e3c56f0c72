/** About as many letters as fit on two lines of a product's card. */
const LETTERS_MAX = 30;
/** About as many as fit on one. */
const TAIL_LETTERS_MAX = 16;

/** A name in the two parts that a card must show: the first may be cut at its end. */
export interface NameLines {
  readonly head: string;
  /** Empty for a name that is short enough to be shown whole. */
  readonly tail: string;
}

/**
 * Splits a long name before its last words, or within its last word where that is long itself:
 * variants of a product differ at the end of their names. `head` and `tail` together are the name.
 */
export function nameLines(name: string): NameLines {
  const letters = [...name];
  if (letters.length <= LETTERS_MAX) return { head: name, tail: '' };
  const end = letters.slice(-TAIL_LETTERS_MAX).join('');
  const firstWord = end.indexOf(' ') + 1; // 0 where all of it is one word
  const tail = end.slice(firstWord);
  return { head: name.slice(0, name.length - tail.length), tail };
}
