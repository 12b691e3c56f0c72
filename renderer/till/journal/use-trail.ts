import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import type { TrailFilter } from '../../../domain/journal/contract.ts';
import type { TrailEntry } from '../../../domain/journal/trail.ts';
import { tillQuery } from '../till-client.ts';

const PAGE_ENTRIES = 60;
/** The letters of a fast typist are skipped behind the first. */
const TYPING_PAUSE_MS = 60;
/** What nobody looks at is forgotten at once: it may be somebody else who looks next. */
const looked = { gcTime: 0, refetchOnMount: 'always' } as const;

/** What the trail has to draw. */
export interface TrailFound {
  readonly entries: readonly TrailEntry[];
  /** What these were found for, as one text. */
  readonly key: string;
  readonly isLoading: boolean;
  readonly error: unknown;
  /** Asks for the next page when there is one. */
  loadMore(): void;
  /** Reads from the newest on again: nothing moves by itself under who reads. */
  readAgain(): void;
}

/** The audit trail as the till finds it, page after page. */
export function useTrail(wanted: TrailFilter): TrailFound {
  const [text] = useDebouncedValue(wanted.text, TYPING_PAUSE_MS, { leading: true });
  const filter = { ...wanted, text };
  const query = useInfiniteQuery(
    tillQuery.journal.trail.infiniteOptions({
      ...looked,
      input: (cursor: string) => ({ ...filter, cursor, limit: PAGE_ENTRIES }),
      initialPageParam: '',
      getNextPageParam: (last) => (last.nextCursor === '' ? undefined : last.nextCursor),
      placeholderData: keepPreviousData,
      select: (data) => data.pages.flatMap((page) => page.entries),
    }),
  );
  return {
    entries: query.data ?? [],
    key: JSON.stringify(filter),
    isLoading: query.isPending || query.isPlaceholderData,
    error: query.error,
    loadMore: () => {
      if (query.hasNextPage && !query.isFetching) void query.fetchNextPage();
    },
    readAgain: () => void query.refetch(),
  };
}
