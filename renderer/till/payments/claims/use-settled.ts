import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { ReportMatch } from '../../../../domain/payments/report-match.ts';
import { till, tillQuery } from '../../till-client.ts';
import { useBooking } from './use-booking.ts';
import { useClaimsChange } from './use-claims.ts';
import { usePicks } from './use-picks.ts';

/**
 * What payments that the hub tells of say of claims, read again after each change; null where it
 * has told of none, undefined until that is known.
 */
export function useSettledMatch(): ReportMatch | null | undefined {
  const change = useClaimsChange();
  const { matchSettled } = tillQuery.payments;
  const query = useQuery(
    matchSettled.queryOptions({
      queryKey: [...matchSettled.queryKey(), change],
      placeholderData: keepPreviousData,
      gcTime: 0,
      refetchOnMount: 'always',
    }),
  );
  return query.data;
}

/** What the hub told when somebody looked, and which of that they take. */
export function useSettled(
  told: ReportMatch,
  onBusy: (isBusy: boolean) => void,
  onDone: () => void,
) {
  const { picks, match: _told, show: _show, ...shown } = usePicks(told);
  const { isBusy, error, book } = useBooking(onBusy, onDone);
  return {
    ...shown,
    pickCount: picks.length,
    isBusy,
    error,
    book: () => book(picks, (order) => till.payments.bookSettled(order)),
  };
}
