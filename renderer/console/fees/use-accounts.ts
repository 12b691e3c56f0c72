import { useQuery } from '@tanstack/react-query';
import type { FeeAccount } from '../../../domain/fees/manage/mall-calls.ts';
import { hubQuery } from '../hub-client.ts';

/** Where the money of a mall is. */
export function useAccounts(mall: string) {
  return useQuery(hubQuery.fees.accounts.queryOptions({ input: { mall } }));
}

/** The open accounts of a mall that hold this; nothing until they are known. */
export function useAccountsOf(
  mall: string,
  holds: readonly FeeAccount['holds'][],
): readonly FeeAccount[] | undefined {
  const { data } = useAccounts(mall);
  return data?.accounts.filter((one) => holds.includes(one.holds) && !one.isClosed);
}
