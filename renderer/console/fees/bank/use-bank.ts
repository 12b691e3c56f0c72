import { type QueryClient, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { every, hubQuery } from '../../hub-client.ts';

/** How soon it is asked again how many rows wait: another manager may work on them. ms */
const COUNT_MS = 30_000;

/** The accounts of all malls. */
export function useAccounts() {
  return useQuery({
    ...hubQuery.bank.accounts.queryOptions({ input: {} }),
    refetchInterval: every(COUNT_MS),
  });
}

/** What files are read by. */
export function useProfiles() {
  return useQuery(hubQuery.bank.profiles.queryOptions({ input: {} }));
}

/** One of them as data, as it is now. */
export function useProfile(profile: string) {
  return useQuery({
    ...hubQuery.bank.profile.queryOptions({ input: { profile } }),
    refetchOnWindowFocus: false,
    staleTime: 0,
    gcTime: 0,
  });
}

/** Bank balance, book balance and what explains the difference. */
export function useReconciliation(account: string, date: string) {
  return useQuery({
    ...hubQuery.bank.reconciliation.queryOptions({ input: { account, date } }),
    refetchOnMount: 'always', // rows were worked on meanwhile
  });
}

/** What was signed off of an account. */
export function useSignOffs(account: string) {
  return useQuery(hubQuery.bank.signOffs.queryOptions({ input: { account } }));
}

/** Who paid for which stall of a mall before. */
export function useSenders(mall: string, text: string) {
  return useInfiniteQuery({
    ...hubQuery.bank.senders.infiniteOptions({
      input: (cursor: string) => ({ mall, text, cursor }),
      initialPageParam: '',
      getNextPageParam: ({ nextCursor }) => (nextCursor === '' ? undefined : nextCursor),
    }),
    refetchOnMount: 'always',
    placeholderData: (before) => before,
  });
}

/** Everything is asked anew but the list of rows, in which nothing moves under a hand. */
export async function askBesideRows(client: QueryClient): Promise<void> {
  const { bank } = hubQuery;
  const keys = [bank.accounts.key(), bank.reconciliation.key(), bank.senders.key()];
  await Promise.all(keys.map((queryKey) => client.invalidateQueries({ queryKey })));
}
