import { useQuery } from '@tanstack/react-query';
import type { CashCount } from '../../../domain/shifts/cash-count.ts';
import type { OpenShift } from '../../../domain/shifts/contract.ts';
import { useLine } from '../staff/line.ts';
import { tillQuery } from '../till-client.ts';

/** A watch ends when nobody looks, and begins again when somebody does. */
const watching = { refetchOnMount: 'always' } as const;

/** The shift at the drawer of this line (window, tab). */
export interface LineShift {
  readonly drawer: number;
  /** Null while none is open. */
  readonly open: OpenShift | null;
  /** The business date that it is now. */
  readonly today: string;
  /** What the newest close left in the drawer; null where it was never closed. */
  readonly left: CashCount | null;
}

/** The shift of this line, as it changes in whatever window; undefined until the till has said. */
export function useLineShift(): LineShift | undefined {
  const drawer = useLine()?.drawer;
  const { data } = useQuery(tillQuery.shifts.watch.experimental_liveOptions(watching));
  if (!data || drawer === undefined) return undefined;
  return {
    drawer,
    open: data.open.find((shift) => shift.drawer === drawer) ?? null,
    today: data.today,
    left: data.left.find((one) => one.drawer === drawer)?.count ?? null,
  };
}
