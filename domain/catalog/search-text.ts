/** Lower case, no accents, everything but letters and figures as one space: `Kopi-Gayo` → `kopi gayo`. */
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
export function foldWords(text: string): string[] {
  const folded = foldText(text);
  return folded === '' ? [] : folded.split(' ');
}

/** What the search index keeps of a product: see the columns of `product_search`. */
export interface SearchGrams {
  readonly category: string;
  /** Every letter, every pair of letters, and `_x` for a word that starts with x. */
  readonly shorts: string;
  /** Of each word `_word_`, its runs of three in order: a phrase of them finds any fragment. */
  readonly trigrams: string;
}

/** Index entries of a product's searchable words: its name, code and barcodes. */
export function searchGrams(product: {
  readonly name: string;
  readonly code: string;
  readonly category: string;
  readonly barcodes: readonly string[];
}): SearchGrams {
  const words = foldWords([product.name, product.code, ...product.barcodes].join(' '));
  const shorts = new Set<string>();
  const trigrams: string[] = [];
  for (const word of words) {
    const letters = encodeLetters(word);
    shorts.add(`_${letters[0] ?? ''}`);
    for (const run of [...runs(letters, 1), ...runs(letters, 2)]) shorts.add(run);
    trigrams.push(...runs(['_', ...letters, '_'], 3));
  }
  return {
    category: categoryToken(product.category),
    shorts: [...shorts].join(' '),
    trigrams: trigrams.join(' '),
  };
}

/** An FTS5 expression: every word starts some searchable word. */
export function startsExpression(words: readonly string[]): string {
  return words
    .map((word) => {
      const letters = encodeLetters(word);
      if (letters.length === 1) return `shorts:"_${letters[0] ?? ''}"`;
      return `trigrams:"${runs(['_', ...letters], 3).join(' ')}"`;
    })
    .join(' AND ');
}

/** An FTS5 expression: every word stands somewhere in a searchable word. */
export function anywhereExpression(words: readonly string[]): string {
  return words
    .map((word) => {
      const letters = encodeLetters(word);
      if (letters.length < 3) return `shorts:"${letters.join('')}"`;
      return `trigrams:"${runs(letters, 3).join(' ')}"`;
    })
    .join(' AND ');
}

/** An FTS5 expression: the product is of this category. */
export function categoryExpression(category: string): string {
  return `category:"${categoryToken(category)}"`;
}

function categoryToken(category: string): string {
  return `_${[...category].map((letter) => (letter.codePointAt(0) ?? 0).toString(16)).join('.')}`;
}

/** FTS5's tokenizer knows the letters of an old Unicode; others go in as `.hex.`. */
function encodeLetters(word: string): string[] {
  return [...word].map((letter) =>
    /[a-z0-9]/.test(letter) ? letter : `.${(letter.codePointAt(0) ?? 0).toString(16)}.`,
  );
}

function runs(letters: readonly string[], length: number): string[] {
  const found: string[] = [];
  for (let at = 0; at + length <= letters.length; at += 1) {
    found.push(letters.slice(at, at + length).join(''));
  }
  return found;
}
