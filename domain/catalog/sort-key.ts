import { foldText } from './search-text.ts';

/** Digits of a number beyond which its length no longer counts: a barcode has 14. */
const DIGITS_MAX = 15;
/** Stands before a number of one digit; the marks of longer ones follow it: `!` to `/`. */
const FIRST_MARK = '!'.charCodeAt(0);

/**
 * The key that puts names into the order in which people count: Nomor 2 before Nomor 10. Before
 * each number stands a mark of its length, which no folded text has in it, and which comes after a
 * space and before digits and letters. A leading zero is a digit as any other.
 */
export function sortKey(name: string): string {
  return markNumbers(foldText(name));
}

/**
 * How the keys of all names begin whose folded text begins with `prefix`, in their order. A number
 * at its end may go on: `nomor 1` begins Nomor 1, Nomor 10 and Nomor 100.
 */
export function sortKeyBeginnings(prefix: string): string[] {
  const number = /[0-9]+$/.exec(prefix)?.[0];
  if (number === undefined) return [markNumbers(prefix)];
  const head = markNumbers(prefix.slice(0, -number.length));
  const shortest = Math.min(number.length, DIGITS_MAX);
  return Array.from({ length: DIGITS_MAX - shortest + 1 }, (_, more) => {
    return `${head}${markOf(shortest + more)}${number}`;
  });
}

function markNumbers(folded: string): string {
  return folded.replace(/[0-9]+/g, (number) => `${markOf(number.length)}${number}`);
}

function markOf(digits: number): string {
  return String.fromCharCode(FIRST_MARK + Math.min(digits, DIGITS_MAX) - 1);
}
