import { foldText } from '../../domain/catalog/search-text.ts';

/** A product as the oracle knows it, in the order in which products were added. */
export interface KnownProduct {
  readonly code: string;
  readonly name: string;
  readonly category: string;
  readonly barcodes: readonly string[];
}

/** A product with its words folded once, for many questions. */
export interface FoldedProduct extends KnownProduct {
  readonly nameKey: string;
  readonly words: readonly string[];
}

/** Folds the words in which a product is searched: its name, code and barcodes. */
export function foldProduct(product: KnownProduct): FoldedProduct {
  const { name, code, barcodes } = product;
  const words = [name, code, ...barcodes].flatMap((text) => foldText(text).split(' '));
  return { ...product, nameKey: foldText(name), words };
}

/**
 * What a search must find, by trying every product: the codes, best match first. The meaning of
 * the search is written here a second time, with no index.
 */
export function bruteForce(
  products: readonly FoldedProduct[],
  { text, category }: { readonly text: string; readonly category: string },
): string[] {
  const prefix = foldText(text);
  const words = prefix === '' ? [] : prefix.split(' ');
  const tiers: FoldedProduct[][] = [[], [], [], []];
  for (const product of products) {
    if (category !== '' && product.category !== category) continue;
    if (isExact(product, text.trim())) tiers[0]?.push(product);
    else if (text.trim() !== '' && prefix === '')
      continue; // signs only
    else if (product.nameKey.startsWith(prefix)) tiers[1]?.push(product);
    else if (words.every((word) => product.words.some((other) => other.startsWith(word)))) {
      tiers[2]?.push(product);
    } else if (words.every((word) => product.words.some((other) => other.includes(word)))) {
      tiers[3]?.push(product);
    }
  }
  tiers[1]?.sort((a, b) => compareNatural(a.nameKey, b.nameKey));
  return tiers.flat().map((product) => product.code);
}

function isExact({ code, barcodes }: KnownProduct, text: string): boolean {
  if (text === '') return false;
  if (asciiLower(code) === asciiLower(text) || barcodes.includes(text)) return true;
  if (/^\d{12}$/.test(text)) return barcodes.includes(`0${text}`);
  return /^0\d{12}$/.test(text) && barcodes.includes(text.slice(1));
}

/** As people count: where both have a number, the shorter one is smaller. */
function compareNatural(one: string, other: string): number {
  const [parts, others] = [one, other].map((text) => text.match(/\d+|\D+/g) ?? []);
  for (const [at, part] of (parts ?? []).entries()) {
    const against = others?.[at] ?? '';
    if (part === against) continue;
    const areNumbers = /^\d/.test(part) && /^\d/.test(against);
    if (areNumbers && part.length !== against.length) return part.length - against.length;
    const [rest, otherRest] = [parts, others].map((all) => all?.slice(at).join('') ?? '');
    return Buffer.compare(Buffer.from(rest ?? ''), Buffer.from(otherRest ?? ''));
  }
  return (parts?.length ?? 0) - (others?.length ?? 0);
}

function asciiLower(text: string): string {
  return text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
}
