import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { ClaimList, OpenClaims } from '../../../../domain/payments/claim.ts';
import { tillQuery } from '../../till-client.ts';

const watching = () =>
  tillQuery.payments.watchClaims.experimental_liveOptions({ refetchOnMount: 'always' });

/** How many claimed payments are open, as the till last said; undefined until it has. */
export function useOpenClaims(): OpenClaims | undefined {
  return useQuery(watching()).data;
}

/** When the till last said that something has changed of claims: what is shown is read again. */
export function useClaimsChange(): number {
  return useQuery(watching()).dataUpdatedAt;
}

/** The claims, read again after each change; undefined until they were read. */
export function useClaims(): { readonly list: ClaimList | undefined; readonly error: unknown } {
  const change = useClaimsChange();
  const { claims } = tillQuery.payments;
  const query = useQuery(
    claims.queryOptions({
      queryKey: [...claims.queryKey(), change],
      placeholderData: keepPreviousData,
      gcTime: 0,
      refetchOnMount: 'always',
    }),
  );
  return { list: query.data, error: query.error };
}
