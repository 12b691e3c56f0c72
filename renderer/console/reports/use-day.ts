import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useDebouncedValue } from '@mantine/hooks';
import type { Route } from '../route.ts';
import { every, hubQuery } from '../hub-client.ts';

/** How soon what is shown of a day is asked again. ms */
const REFRESH_MS = 15_000;
/** Between two letters of a search. ms */
const TYPING_MS = 200;

/** The stalls of a day, page by page, as they come in. */
export function useDay({ date, state, text }: Extract<Route, { page: 'day' }>) {
  const [typed] = useDebouncedValue(text, TYPING_MS);
  return useInfiniteQuery({
    ...hubQuery.reports.day.infiniteOptions({
      input: (cursor: string) => ({
        ...(date === null ? {} : { date }),
        ...(state === null ? {} : { state }),
        text: typed,
        cursor,
      }),
      initialPageParam: '',
      getNextPageParam: ({ nextCursor }) => (nextCursor === '' ? undefined : nextCursor),
    }),
    placeholderData: keepPreviousData,
    refetchInterval: every(REFRESH_MS),
  });
}
