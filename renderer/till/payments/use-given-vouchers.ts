import { useMutation, useQuery } from '@tanstack/react-query';
import { useNotices } from '../../ui/Notice.tsx';
import { tillQuery } from '../till-client.ts';

/** The vouchers that a receipt gave out; none where whoever asks may not know. */
export function useGivenVouchers(number: string) {
  const { data = [] } = useQuery({
    ...tillQuery.payments.givenVouchers.queryOptions({ input: { number } }),
    gcTime: 0, // used meanwhile, it says so
  });
  return data;
}

/**
 * The vouchers that go out with a receipt now, as its first paper has them: read at the moment they
 * are asked for, since they are new for minutes only. A failure is told.
 */
export function useGoingVouchers() {
  const notices = useNotices();
  const { mutate, data, variables, reset } = useMutation(
    tillQuery.payments.givenVouchers.mutationOptions({
      onError: (error) => notices.failed(error),
    }),
  );
  const going = data?.flatMap(({ code, isUsed, isNew, amountRupiah }) => {
    return code !== null && isNew && !isUsed ? [{ code, amountRupiah }] : [];
  });
  return {
    read: (number: string): void => mutate({ number }),
    /** Undefined until they have come, and once they are forgotten. */
    going: going && variables ? { of: variables.number, vouchers: going } : undefined,
    forget: reset,
  };
}
