import { useQuery } from '@tanstack/react-query';
import type { FeeAccount } from '../../../domain/fees/manage/mall-calls.ts';
import { hubQuery } from '../hub-client.ts';

/** Where the money of a mall is. */
export function useAccounts(mall: string) {
  return useQuery(hubQuery.fees.accounts.queryOptions({ input: { mall } }));
}

/** The open accounts of a mall that hold this, in its order. */
export function useAccountsOf(mall: string, holds: readonly FeeAccount['holds'][]) {
  return useQuery({
    ...hubQuery.fees.accounts.queryOptions({ input: { mall } }),
    select: ({ accounts }) =>
      holds.flatMap((of) => accounts.filter((one) => one.holds === of && !one.isClosed)),
  });
}
