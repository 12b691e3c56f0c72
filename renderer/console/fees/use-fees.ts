import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, type QueryKey, useQuery, useQueryClient } from '@tanstack/react-query';
import { answered } from '../../ui/use-act-id.ts';
import { every, hubQuery, isRefused } from '../hub-client.ts';
import { useAct } from '../system/use-act.ts';

/** How soon what is shown is asked again. ms */
export const REFRESH_MS = 30_000;
/** Between two letters of a search. ms */
const TYPING_MS = 200;

/** Where a list that comes page by page begins, and how it goes on. */
export const byCursor = {
  initialPageParam: '',
  getNextPageParam: ({ nextCursor }: { readonly nextCursor: string }) =>
    nextCursor === '' ? undefined : nextCursor,
};

/**
 * A list of a month stays while it is searched. Not that of another month: its sums would stand
 * below the name of this one.
 */
export function ofSamePeriod(period: string) {
  return <T>(before: T | undefined, query: { readonly queryKey: QueryKey } | undefined) =>
    query && JSON.stringify(query.queryKey).includes(`"period":"${period}"`)
      ? keepPreviousData(before)
      : undefined;
}

/** What is typed, once the hand rests. */
export function useTyped(text: string): string {
  return useDebouncedValue(text, TYPING_MS)[0];
}

/** The malls, each with what it charged this month. */
export function useMalls() {
  return useQuery({
    ...hubQuery.fees.malls.queryOptions(),
    refetchInterval: every(REFRESH_MS),
  });
}

/**
 * An act of fees, one at a time. Whatever is shown of fees is asked for anew behind it, also where
 * it was refused: somebody else did something; or where no answer came.
 */
export function useFeeAct<Given, Data>(call: (given: Given) => Promise<Data>) {
  const client = useQueryClient();
  return useAct<Data, Given>({
    mutationFn: (given) => call(given),
    onSettled: async (_, error, given) => {
      if (error === null || isRefused(error)) answered(idOf(given));
      await client.invalidateQueries({ queryKey: hubQuery.fees.key() });
      await client.invalidateQueries({ queryKey: hubQuery.matters.key() });
    },
  });
}

function idOf(given: unknown): string {
  return typeof given === 'object' && given !== null && 'id' in given ? String(given.id) : '';
}
