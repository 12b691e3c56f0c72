import { barcodeForms } from '../../../domain/catalog/barcode.ts';
import type { ShelfProduct } from '../../../domain/catalog/product.ts';
import {
  anywhereExpression,
  categoryExpression,
  foldText,
  startsExpression,
} from '../../../domain/catalog/search-text.ts';
import type { Tx } from '../database/run.ts';
import type { Flag } from './product-tables.ts';
import {
  findByNamePrefix,
  findExact,
  findMatches,
  findProduct,
  type FoundProduct,
  withUnits,
} from './search-store.ts';

export interface SearchInput {
  readonly text: string;
  /** Empty for all. */
  readonly category: string;
  /** Those that are no longer sold, instead of those on the shelf. */
  readonly isArchived?: boolean;
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
  readonly afterSortKey: string;
}

interface Query {
  /** The whole text: perhaps a code. */
  readonly code: string;
  readonly barcodes: readonly string[];
  readonly folded: string;
  readonly words: readonly string[];
  readonly category: string;
  readonly isArchived: Flag;
}

/**
 * One page of the products that contain every word of the text, best match first. Each tier
 * streams from its index and stops when the page is full: nothing is ranked or counted whole.
 */
export function searchPage(tx: Tx, input: SearchInput): SearchPage {
  const query = foldQuery(input);
  const exact = query.code === '' ? [] : findExact(tx, query);
  const isExact = new Set(exact.map((product) => product.id));
  const place = readCursor(tx, input.cursor);
  const page: Ranked[] = [];
  let noneStarts = false;
  for (const tier of tiers.slice(tiers.indexOf(place.tier))) {
    const missing = input.limit + 1 - page.length; // one more tells whether there is a next page
    const from = tier === place.tier ? place : startOf(tier);
    const limit = missing + exact.length; // those come again, and are left out
    const found: FoundProduct[] =
      tier === 'exact' ? exact : findTier(tx, query, { ...from, limit, noneStarts });
    const fresh = found.filter(({ id }) =>
      tier === 'exact' ? id > from.afterId : !isExact.has(id),
    );
    page.push(...fresh.slice(0, missing).map((product) => ({ tier, product })));
    if (page.length > input.limit) break;
    noneStarts = tier === 'starts' && from.afterId === 0 && found.length === 0;
  }
  const last = page.length > input.limit ? page[input.limit - 1] : undefined;
  const shown = page.slice(0, input.limit).map(({ product }) => product);
  return { products: withUnits(tx, shown), nextCursor: last ? writeCursor(last) : '' };
}

interface Ranked {
  readonly tier: Tier;
  readonly product: FoundProduct;
}

interface TierPage extends Place {
  readonly limit: number;
  /** Known to have no product in the tier `starts`. */
  readonly noneStarts: boolean;
}

function foldQuery({ text, category, ...input }: SearchInput): Query {
  const code = text.trim();
  const folded = foldText(text);
  const words = folded === '' ? [] : folded.split(' ');
  const isArchived = input.isArchived ? 1 : 0;
  return { code, barcodes: barcodeForms(code), folded, words, category, isArchived };
}

function findTier(tx: Tx, query: Query, page: TierPage): FoundProduct[] {
  const { folded: prefix, words, category, isArchived } = query;
  if (query.code !== '' && prefix === '') return []; // signs only: no name has them
  const among = { ...page, prefix, isArchived };
  if (page.tier === 'name') return findByNamePrefix(tx, { ...among, category });
  if (words.length === 0) return [];
  const inCategory = category === '' ? '' : `${categoryExpression(category)} AND `;
  const starts = startsExpression(words);
  if (page.tier === 'starts') {
    return findMatches(tx, { ...among, match: `${inCategory}${starts}` });
  }
  const anywhere = `${inCategory}${anywhereExpression(words)}`;
  const match = page.noneStarts ? anywhere : `(${anywhere}) NOT (${starts})`;
  return findMatches(tx, { ...among, match });
}

function startOf(tier: Tier): Place {
  return { tier, afterId: 0, afterSortKey: '' };
}

function writeCursor({ tier, product }: Ranked): string {
  return `${tier} ${product.id}`;
}

/** A cursor that is not ours begins at the first page. */
function readCursor(tx: Tx, cursor: string): Place {
  const [, name, id] = /^([a-z]+) (\d{1,16})$/.exec(cursor) ?? [];
  const tier = tiers.find((known) => known === name);
  const last = tier && findProduct(tx, Number(id));
  return last ? { tier, afterId: last.id, afterSortKey: last.sortKey } : startOf('exact');
}
