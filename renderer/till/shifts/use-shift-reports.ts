import {
  keepPreviousData,
  useInfiniteQuery,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { ShiftReport, ShiftSummary } from '../../../domain/shifts/report.ts';
import { MINUTE_MS } from '../../../domain/time.ts';
import { useLine } from '../staff/line.ts';
import { till, tillQuery } from '../till-client.ts';

const PAGE_SHIFTS = 30;
/** What nobody looks at is forgotten at once: it may be somebody else who looks next. */
const looked = { gcTime: 0, refetchOnMount: 'always' } as const;

/** Which report is shown: of a shift that is open, or of one that was closed, by its Z. */
export type ShiftChosen =
  | { readonly kind: 'x'; readonly shift: number }
  /** `known`: what the close has answered, for who may not read it again. */
  | { readonly kind: 'z'; readonly z: string; readonly known?: ShiftReport };

/** A report that is looked at. */
export interface ReportShown {
  readonly report: ShiftReport | undefined;
  readonly error: unknown;
  /** Reads it with somebody's leave, where the person may not. */
  askLeave(): Promise<void>;
}

/** Reads a report; one of an open shift follows its sales. */
export function useShiftReport(chosen: ShiftChosen): ReportShown {
  const { x, z } = tillQuery.shifts;
  /** What somebody allowed to be read once. */
  const [lent, setLent] = useState<ShiftReport | undefined>(undefined);
  const isX = chosen.kind === 'x';
  const xInput = { shift: isX ? chosen.shift : null };
  const zInput = { number: isX ? 'last' : chosen.z };
  const asX = useQuery({ ...x.queryOptions({ input: xInput }), ...looked, enabled: isX });
  const asZ = useQuery({ ...z.queryOptions({ input: zInput }), ...looked, enabled: !isX });
  const { data, error } = isX ? asX : asZ;
  return {
    report: (error === null ? data : lent) ?? (isX ? undefined : chosen.known),
    error,
    askLeave: async () => setLent(await (isX ? till.shifts.x(xInput) : till.shifts.z(zInput))),
  };
}

/** The shifts of the till. */
export interface ShiftsShown {
  readonly shifts: readonly ShiftSummary[];
  readonly isLoading: boolean;
  /** Null also where somebody has allowed to read them. */
  readonly error: unknown;
  readonly hasMore: boolean;
  loadMore(): void;
  /** Reads the newest with somebody's leave, where the person may not. */
  askLeave(): Promise<void>;
}

/** Shifts as the till has them, page after page. */
export function useShifts(): ShiftsShown {
  const query = useInfiniteQuery(
    tillQuery.shifts.list.infiniteOptions({
      ...looked,
      input: (cursor: string) => ({ cursor, limit: PAGE_SHIFTS }),
      initialPageParam: '',
      getNextPageParam: (last) => (last.nextCursor === '' ? undefined : last.nextCursor),
      placeholderData: keepPreviousData,
      select: (data) => data.pages.flatMap((page) => page.shifts),
    }),
  );
  const { lent, askLeave } = useLentShifts();
  const isLent = query.error !== null && lent !== null;
  return {
    shifts: (isLent ? lent : query.data) ?? [],
    isLoading: query.isPending,
    error: isLent ? null : query.error,
    hasMore: query.hasNextPage,
    loadMore: () => {
      if (query.hasNextPage && !query.isFetching) void query.fetchNextPage();
    },
    askLeave,
  };
}

/** The newest shifts, as somebody allowed the person here to read them once. */
function useLentShifts() {
  const cashier = useLine()?.cashier;
  const drawers = useQuery(tillQuery.shifts.watch.experimental_liveOptions(looked)).data;
  const [lent, setLent] = useState<LentShifts | null>(null);
  const latest = useRef(drawers);
  useLayoutEffect(() => {
    latest.current = drawers;
  });
  // It is for nobody else, and of no use once a shift was opened or closed.
  const isGone = lent !== null && (lent.cashier !== cashier || lent.drawers !== drawers);
  if (isGone) setLent(null);
  return {
    lent: isGone ? null : (lent?.shifts ?? null),
    askLeave: async (): Promise<void> => {
      const { shifts } = await till.shifts.list({ limit: PAGE_SHIFTS });
      setLent({ cashier, drawers: latest.current, shifts }); // as it is when they are here
    },
  };
}

interface LentShifts {
  readonly cashier: string | undefined;
  /** Which shifts were open then. */
  readonly drawers: unknown;
  readonly shifts: readonly ShiftSummary[];
}

/**
 * Reads what is shown of shifts again when a sale is booked or a shift opened or closed, in
 * whatever window, and each minute: nobody says that cash was moved elsewhere.
 */
export function useShiftNews(): void {
  const client = useQueryClient();
  const always = { refetchOnMount: 'always' } as const;
  const sales = useQuery(tillQuery.sales.watch.experimental_liveOptions(always)).data?.newest;
  const shifts = useQuery(tillQuery.shifts.watch.experimental_liveOptions(always)).data;
  useEffect(() => {
    readShiftsAgain(client);
    const timer = setInterval(() => readShiftsAgain(client), MINUTE_MS);
    return () => clearInterval(timer);
  }, [client, sales, shifts]);
}

/** Something was done to a drawer: what is shown of it is read again. */
export function readShiftsAgain(client: ReturnType<typeof useQueryClient>): void {
  const { x, expected, smallChange, list } = tillQuery.shifts;
  for (const query of [x, expected, smallChange, list]) {
    void client.invalidateQueries({ queryKey: query.key() });
  }
}
