import { useDebouncedValue } from '@mantine/hooks';
import {
  keepPreviousData,
  useInfiniteQuery,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { useEffect } from 'react';
import type { DaySums, SaleSummary } from '../../../../domain/sales/day.ts';
import { tillQuery } from '../../till-client.ts';

const PAGE_SALES = 60;
/** Long enough to skip the letters of a fast typist, too short to be felt. */
const TYPING_PAUSE_MS = 60;
/** Days that nobody looks at are forgotten soon. */
const FORGOTTEN_AFTER_MS = 30_000;
const looked = { gcTime: FORGOTTEN_AFTER_MS, refetchOnMount: 'always' } as const;

/** What a list of sales has to draw. */
export interface SalesFound {
  readonly sales: readonly SaleSummary[];
  /** The text that these were found for. */
  readonly text: string;
  readonly isLoading: boolean;
  readonly error: unknown;
  /** Asks for the next page when there is one. */
  loadMore(): void;
}

/** Sales of a day as the till finds them, page after page. @param businessDate null is today */
export function useSalesOfDay(businessDate: string | null, typed: string): SalesFound {
  const [text] = useDebouncedValue(typed.trim(), TYPING_PAUSE_MS);
  const query = useInfiniteQuery(
    tillQuery.sales.list.infiniteOptions({
      ...looked,
      input: (cursor: string) => ({ businessDate, text, cursor, limit: PAGE_SALES }),
      initialPageParam: '',
      getNextPageParam: (last) => (last.nextCursor === '' ? undefined : last.nextCursor),
      placeholderData: keepPreviousData,
      select: (data) => data.pages.flatMap((page) => page.sales),
    }),
  );
  return {
    sales: query.data ?? [],
    text,
    isLoading: query.isPending || query.isPlaceholderData,
    error: query.error,
    loadMore: () => {
      if (query.hasNextPage && !query.isFetching) void query.fetchNextPage();
    },
  };
}

/** What a day came to; undefined until it was read. @param businessDate null is today */
export function useDay(businessDate: string | null): DaySums | undefined {
  const options = tillQuery.sales.day.queryOptions({ ...looked, input: { businessDate } });
  return useQuery({ ...options, placeholderData: keepPreviousData }).data;
}

/** Reads day and list again when a sale is booked, in whatever window. */
export function useSalesNews(): void {
  const client = useQueryClient();
  const watch = tillQuery.sales.watch.experimental_liveOptions({ refetchOnMount: 'always' });
  const newest = useQuery(watch).data?.newest;
  useEffect(() => {
    if (newest === undefined) return; // not heard yet
    for (const queryKey of [tillQuery.sales.day.key(), tillQuery.sales.list.key()]) {
      void client.invalidateQueries({ queryKey });
    }
  }, [client, newest]);
}
