import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { SyncStatus } from '../../../domain/sync/status.ts';
import type { SentRun } from '../../../domain/sync/till-contract.ts';
import { useLine } from '../staff/line.ts';
import { till, tillQuery } from '../till-client.ts';

const PAGE_RUNS = 30;

/** What has left the till, as it is drawn. */
export interface SentShown {
  readonly runs: readonly SentRun[];
  readonly isLoading: boolean;
  /** Null also where somebody has allowed to read it. */
  readonly error: unknown;
  readonly hasMore: boolean;
  loadMore(): void;
  /** Reads the newest with somebody's leave, where the person may not. */
  askLeave(): Promise<void>;
}

/** What has left the till, page after page, read again at each change of the status. */
export function useSent(status: SyncStatus): SentShown {
  const cashier = useLine()?.cashier;
  /** As somebody allowed the person here to read it once: for nobody else. */
  const [lent, setLent] = useState<Lent | null>(null);
  const { sent } = tillQuery.sync;
  const input = (cursor: string) => ({ cursor, limit: PAGE_RUNS });
  const query = useInfiniteQuery(
    sent.infiniteOptions({
      input,
      queryKey: [...sent.infiniteKey({ input, initialPageParam: '' }), status],
      initialPageParam: '',
      getNextPageParam: (last) => (last.nextCursor === '' ? undefined : last.nextCursor),
      placeholderData: keepPreviousData,
      gcTime: 0,
      refetchOnMount: 'always',
      select: (data) => data.pages.flatMap((page) => page.sent),
    }),
  );
  const ours = lent !== null && lent.cashier === cashier ? lent.runs : null;
  const isLent = query.error !== null && ours !== null;
  return {
    runs: (isLent ? ours : query.data) ?? [],
    isLoading: query.isPending,
    error: isLent ? null : query.error,
    hasMore: !isLent && query.hasNextPage,
    loadMore: () => {
      if (query.hasNextPage && !query.isFetching) void query.fetchNextPage();
    },
    askLeave: async () => {
      const page = await till.sync.sent({ cursor: '', limit: PAGE_RUNS });
      setLent({ cashier, runs: page.sent });
    },
  };
}

interface Lent {
  readonly cashier: string | undefined;
  readonly runs: readonly SentRun[];
}
