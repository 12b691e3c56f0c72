import { useQuery } from '@tanstack/react-query';
import { tillQuery } from '../till-client.ts';

/** The vouchers that a receipt gave out; none where whoever asks may not know. */
export function useGivenVouchers(number: string) {
  const { data = [], isPending } = useQuery({
    ...tillQuery.payments.givenVouchers.queryOptions({ input: { number } }),
    gcTime: 0, // used meanwhile, it says so
  });
  /** What goes out with the receipt now, as its first paper has it. */
  const going = data.flatMap(({ code, isUsed, isNew, amountRupiah }) => {
    return code !== null && isNew && !isUsed ? [{ code, amountRupiah }] : [];
  });
  return { vouchers: data, going, isPending };
}
