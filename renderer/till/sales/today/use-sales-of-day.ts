import { useDebouncedValue } from '@mantine/hooks';
import {
  keepPreviousData,
  useInfiniteQuery,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { useEffect } from 'react';
import type { Day, SaleSummary } from '../../../../domain/sales/day.ts';
import { type DaySpan, SEARCHED_MAX } from '../../../../domain/sales/find-sales.ts';
import { MINUTE_MS } from '../../../../domain/time.ts';
import { tillQuery } from '../../till-client.ts';

const PAGE_SALES = 60;
/** The digits of a fast typist are skipped behind the first. */
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
  /** Whether these are still the sales of an older text or day. */
  readonly isStale: boolean;
  readonly error: unknown;
  /** Asks for the next page when there is one. */
  loadMore(): void;
}

/** Sales of some days as the till finds them, page after page. @param days null is today */
export function useSales(days: DaySpan | null, typed: string): SalesFound {
  const wanted = typed.trim().slice(0, SEARCHED_MAX);
  const [text] = useDebouncedValue(wanted, TYPING_PAUSE_MS, { leading: true });
  const query = useInfiniteQuery(
    tillQuery.sales.list.infiniteOptions({
      ...looked,
      input: (cursor: string) => ({ days, text, cursor, limit: PAGE_SALES }),
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
    isStale: query.isPlaceholderData || text !== wanted,
    error: query.error,
    loadMore: () => {
      if (query.hasNextPage && !query.isFetching) void query.fetchNextPage();
    },
  };
}

/**
 * What a day came to, and which day it is now, asked every minute: nobody says that a day has
 * begun. Undefined until it was read. @param businessDate null is today
 */
export function useDay(businessDate: string | null): Day | undefined {
  const options = tillQuery.sales.day.queryOptions({ ...looked, input: { businessDate } });
  const asked = { placeholderData: keepPreviousData, refetchInterval: MINUTE_MS };
  return useQuery({ ...options, ...asked }).data;
}

/** Reads day and list again when a sale is booked, in whatever window, and when a day begins. */
export function useSalesNews(today: string | undefined): void {
  const client = useQueryClient();
  const watch = tillQuery.sales.watch.experimental_liveOptions({ refetchOnMount: 'always' });
  const newest = useQuery(watch).data?.newest;
  useEffect(() => {
    if (newest === undefined) return; // not heard yet
    const { day, list, quoteRefund } = tillQuery.sales;
    for (const queryKey of [day.key(), list.key(), quoteRefund.key()]) {
      void client.invalidateQueries({ queryKey });
    }
  }, [client, newest, today]);
}
