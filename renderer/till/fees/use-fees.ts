import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { FeesState } from '../../../domain/fees/till-state.ts';
import { useLine } from '../staff/line.ts';
import { till, tillQuery } from '../till-client.ts';

/** What the till knows of fees, as it is drawn. */
export interface FeesShown {
  /** Undefined until it was read. */
  readonly state: FeesState | undefined;
  /** Null also where somebody has allowed to read it. */
  readonly error: unknown;
  /** Reads it with somebody's leave, where the person may not. */
  askLeave(): Promise<void>;
}

/** What the till knows of fees, read again after each change and for each person. */
export function useFees(): FeesShown {
  const cashier = useLine()?.cashier ?? '';
  const watching = tillQuery.fees.watch.experimental_liveOptions({ refetchOnMount: 'always' });
  const change = useQuery(watching).dataUpdatedAt;
  /** As somebody allowed the person here to read it once: for nobody else. */
  const [lent, setLent] = useState<{ cashier: string; state: FeesState } | null>(null);
  const { read } = tillQuery.fees;
  const query = useQuery(
    read.queryOptions({
      queryKey: [...read.queryKey(), cashier, change],
      placeholderData: keepPreviousData,
      gcTime: 0,
      refetchOnMount: 'always',
    }),
  );
  const ours = lent?.cashier === cashier ? lent.state : undefined;
  return {
    state: query.error === null ? query.data : ours,
    error: ours === undefined ? query.error : null,
    askLeave: async () => setLent({ cashier, state: await till.fees.read() }),
  };
}
