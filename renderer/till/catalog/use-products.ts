import {
  keepPreviousData,
  useInfiniteQuery,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { useDebouncedValue, useThrottledValue } from '@mantine/hooks';
import { useEffect, useRef } from 'react';
import type { CatalogVersions } from '../../../domain/catalog/contract.ts';
import type { ShelfProduct } from '../../../domain/catalog/product.ts';
import { tillQuery } from '../till-client.ts';

const PAGE_PRODUCTS = 60;
/** The letters of a fast typist, and of a scanner, are skipped behind the first. */
const TYPING_PAUSE_MS = 60;
/** So often at most are lists read anew while an import runs. */
const NEWS_PAUSE_MS = 500;
/** Searches that nobody looks at are forgotten soon. */
const FORGOTTEN_AFTER_MS = 30_000;

export interface ProductsFound {
  readonly products: readonly ShelfProduct[];
  /** The text that these were found for. */
  readonly text: string;
  readonly isLoading: boolean;
  /** Whether these are still the products of an older text, category or shelf. */
  readonly isStale: boolean;
  readonly error: unknown;
  /** Asks for the next page when there is one. */
  loadMore(): void;
}

/** Products as the till finds them, page after page; the last result stays while the next loads. */
export function useProducts(
  typed: string,
  category: string,
  { isArchived = false } = {},
): ProductsFound {
  const wanted = typed.trim().slice(0, 200);
  const [text] = useDebouncedValue(wanted, TYPING_PAUSE_MS, { leading: true });
  const query = useInfiniteQuery(
    tillQuery.catalog.search.infiniteOptions({
      input: (cursor: string) => ({ text, category, isArchived, cursor, limit: PAGE_PRODUCTS }),
      initialPageParam: '',
      getNextPageParam: (last) => (last.nextCursor === '' ? undefined : last.nextCursor),
      placeholderData: keepPreviousData,
      gcTime: FORGOTTEN_AFTER_MS,
      select: (data) => data.pages.flatMap((page) => page.products),
    }),
  );
  return {
    products: query.data ?? [],
    text,
    isLoading: query.isPending,
    isStale: query.isPlaceholderData || text !== wanted,
    error: query.error,
    loadMore: () => {
      if (query.hasNextPage && !query.isFetching) void query.fetchNextPage();
    },
  };
}

/** Categories in use with their number of products. */
export function useCategories(): readonly { readonly name: string; readonly products: number }[] {
  return useQuery(tillQuery.catalog.categories.queryOptions()).data ?? [];
}

/** One product as it is now; undefined until it was read. */
export function useProduct(code: string) {
  return useQuery(tillQuery.catalog.product.queryOptions({ input: { code }, gcTime: 0 }));
}

/** Reads what the page shows of catalog and stock anew when anybody has changed it. */
export function useCatalogNews(): void {
  const client = useQueryClient();
  const watching = { refetchOnMount: 'always' } as const;
  const { data } = useQuery(tillQuery.catalog.watch.experimental_liveOptions(watching));
  const versions = useThrottledValue(data, NEWS_PAUSE_MS);
  const seen = useRef<CatalogVersions>(undefined);
  useEffect(() => {
    const before = seen.current;
    seen.current = versions;
    if (!before || !versions) return;
    const { search, categories, product, sample } = tillQuery.catalog;
    const ofStock = [search.key(), product.key(), tillQuery.inventory.history.key()];
    const ofCatalog = [categories.key(), sample.key()];
    const old = [
      ...(before.stock === versions.stock ? [] : ofStock),
      ...(before.catalog === versions.catalog ? [] : ofCatalog),
    ];
    for (const queryKey of old) void client.invalidateQueries({ queryKey });
  }, [client, versions]);
}
