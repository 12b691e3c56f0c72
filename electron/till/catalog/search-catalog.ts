import { unreachable } from '../../../domain/assert.ts';
import { barcodeForms } from '../../../domain/catalog/barcode.ts';
import type { ShelfProduct } from '../../../domain/catalog/product.ts';
import {
  anywhereExpression,
  categoryExpression,
  foldText,
  startsExpression,
} from '../../../domain/catalog/search-text.ts';
import type { Tx } from '../database/run.ts';
import {
  findByNamePrefix,
  findExact,
  findMatches,
  type FoundProduct,
  withUnits,
} from './search-store.ts';

export interface SearchInput {
  readonly text: string;
  /** Empty for all. */
  readonly category: string;
  /** `nextCursor` of the page before; empty for the first. */
  readonly cursor: string;
  readonly limit: number;
}

export interface SearchPage {
  readonly products: ShelfProduct[];
  /** Empty on the last page. */
  readonly nextCursor: string;
}

/** How well a product matches, best first. Within a tier: by name in `name`, else as added. */
const tiers = ['exact', 'name', 'starts', 'anywhere'] as const;
type Tier = (typeof tiers)[number];

/** The place a page begins after. */
interface Place {
  readonly tier: Tier;
  readonly afterId: number;
  readonly afterNameKey: string;
}

interface Query {
  readonly text: string;
  readonly folded: string;
  readonly words: readonly string[];
  readonly category: string;
}

/**
 * One page of the products that contain every word of the text, best match first. Each tier
 * streams from its index and stops when the page is full: nothing is ranked or counted whole.
 */
export function searchPage(tx: Tx, input: SearchInput): SearchPage {
  const query = foldQuery(input);
  const exact = query.words.length === 0 ? [] : findExact(tx, exactForms(query), query.category);
  const isExact = new Set(exact.map((product) => product.id));
  const place = readCursor(input.cursor);
  const page: { tier: Tier; product: FoundProduct }[] = [];
  for (const tier of tiers.slice(tiers.indexOf(place.tier))) {
    const missing = input.limit + 1 - page.length; // one more tells whether there is a next page
    const after = tier === place.tier ? place : startOf(tier);
    const found =
      tier === 'exact'
        ? exact.filter((product) => product.id > after.afterId)
        : findTier(tx, query, after, missing + exact.length).filter(({ id }) => !isExact.has(id));
    page.push(...found.slice(0, missing).map((product) => ({ tier, product })));
    if (page.length > input.limit) break;
  }
  const last = page.length > input.limit ? page[input.limit - 1] : undefined;
  const shown = page.slice(0, input.limit).map(({ product }) => product);
  return { products: withUnits(tx, shown), nextCursor: last ? writeCursor(last) : '' };
}

function foldQuery({ text, category }: SearchInput): Query {
  const folded = foldText(text);
  return { text: text.trim(), folded, words: folded === '' ? [] : folded.split(' '), category };
}

function exactForms({ text }: Query): string[] {
  return [...new Set([...barcodeForms(text), text.toUpperCase(), text.toLowerCase()])];
}

function findTier(tx: Tx, query: Query, place: Place, limit: number): FoundProduct[] {
  const { folded: prefix, words, category } = query;
  const { afterId, afterNameKey } = place;
  const inCategory = category === '' ? '' : `${categoryExpression(category)} AND `;
  const starts = startsExpression(words);
  switch (place.tier) {
    case 'name':
      return findByNamePrefix(tx, { prefix, category, afterNameKey, afterId, limit });
    case 'starts': {
      if (words.length === 0) return [];
      return findMatches(tx, { match: `${inCategory}${starts}`, prefix, afterId, limit });
    }
    case 'anywhere': {
      if (words.length === 0) return [];
      const match = `(${inCategory}${anywhereExpression(words)}) NOT (${starts})`;
      return findMatches(tx, { match, prefix, afterId, limit });
    }
    case 'exact':
      return [];
    default:
      return unreachable(place.tier);
  }
}

function startOf(tier: Tier): Place {
  return { tier, afterId: 0, afterNameKey: '' };
}

function writeCursor({ tier, product }: { tier: Tier; product: FoundProduct }): string {
  return `${tier} ${product.id} ${product.nameKey}`;
}

/** A cursor that is not ours begins at the first page. */
function readCursor(cursor: string): Place {
  const [, name, id, afterNameKey] = /^(\w+) (\d+) (.*)$/s.exec(cursor) ?? [];
  const tier = tiers.find((known) => known === name);
  if (tier === undefined) return startOf('exact');
  return { tier, afterId: Number(id), afterNameKey: afterNameKey ?? '' };
}
