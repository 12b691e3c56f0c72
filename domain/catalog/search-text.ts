/**
 * Lower case, no accents, everything but letters and figures as one space: `Kopi-Gayo` → `kopi
 * gayo`.
 */
export function foldText(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** The words of a text, folded. */
function foldWords(text: string): string[] {
  const folded = foldText(text);
  return folded === '' ? [] : folded.split(' ');
}

/** What the search index keeps of a product: see the columns of `product_search`. */
export interface SearchGrams {
  readonly category: string;
  /** Every run of one, two and three letters; of a word that begins with xy also `_x` and `_xy`. */
  readonly shorts: string;
  /** Of each word `_word`, its runs of four in order: a phrase of them finds a longer fragment. */
  readonly fours: string;
}

/** Letters of a word as they stand in the index: one character each, or one element each. */
type Letters = string | readonly string[];

const EDGE = '_';
const FOUR = 4;

/** Index entries of a product's searchable words: its name, code and barcodes. */
export function searchGrams(product: {
  readonly name: string;
  readonly code: string;
  readonly category: string;
  readonly barcodes: readonly string[];
}): SearchGrams {
  const words = foldWords([product.name, product.code, ...product.barcodes].join(' '));
  const shorts = new Set<string>();
  const fours: string[] = [];
  for (const word of new Set(words)) {
    const padded = pad(encode(word));
    for (let at = 0; at < padded.length; at += 1) {
      // Of the runs that begin at the edge, the one of three is `_xy`: the edge counts as a letter.
      for (let length = at === 0 ? 2 : 1; length < FOUR; length += 1) {
        if (at + length <= padded.length) shorts.add(run(padded, at, length));
      }
      if (at + FOUR <= padded.length) fours.push(run(padded, at, FOUR));
    }
  }
  return {
    category: categoryToken(product.category),
    shorts: [...shorts].join(' '),
    fours: fours.join(' '),
  };
}

/** An FTS5 expression: every word starts some searchable word. */
export function startsExpression(words: readonly string[]): string {
  return conjunction(words, (word) => pad(encode(word)));
}

/** An FTS5 expression: every word stands somewhere in a searchable word. */
export function anywhereExpression(words: readonly string[]): string {
  return conjunction(words, encode);
}

function conjunction(words: readonly string[], lettersOf: (word: string) => Letters): string {
  return [...new Set(words)].map((word) => fragmentExpression(lettersOf(word))).join(' AND ');
}

/** Up to three letters are one entry; more are a phrase, which cannot reach over a word's edge. */
function fragmentExpression(letters: Letters): string {
  if (letters.length < FOUR) return `shorts:"${run(letters, 0, FOUR)}"`;
  const phrase: string[] = [];
  for (let at = 0; at + FOUR <= letters.length; at += 1) phrase.push(run(letters, at, FOUR));
  return `fours:"${phrase.join(' ')}"`;
}

/** An FTS5 expression: the product is of this category. */
export function categoryExpression(category: string): string {
  return `category:"${categoryToken(category)}"`;
}

function categoryToken(category: string): string {
  const letters = [...category].map((letter) => (letter.codePointAt(0) ?? 0).toString(16));
  return `${EDGE}${letters.join('.')}`;
}

/** FTS5's tokenizer knows the letters of an old Unicode; others go in as `.hex.`. */
function encode(word: string): Letters {
  if (/^[a-z0-9]*$/.test(word)) return word;
  return [...word].map((letter) =>
    /[a-z0-9]/.test(letter) ? letter : `.${(letter.codePointAt(0) ?? 0).toString(16)}.`,
  );
}

function pad(letters: Letters): Letters {
  return typeof letters === 'string' ? `${EDGE}${letters}` : [EDGE, ...letters];
}

function run(letters: Letters, at: number, length: number): string {
  if (typeof letters === 'string') return letters.slice(at, at + length);
  return letters.slice(at, at + length).join('');
}
