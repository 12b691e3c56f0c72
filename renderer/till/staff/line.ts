import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { SignedIn } from '../../../domain/staff/contract.ts';
import { nameOf, NOBODY } from '../../../domain/staff/staff.ts';
import type { Say } from '../../ui/use-text.ts';
import { quietTill, tillQuery } from '../till-client.ts';
import { dropTicket, keepTicket, tellWaiting, useIsOutHere } from './ticket.ts';

/** Who acts on the line of this page, as the till last said; undefined until it has. */
export function useLine(): SignedIn | undefined {
  const watch = tillQuery.staff.watch.experimental_liveOptions({ refetchOnMount: 'always' });
  const { data } = useQuery(watch);
  const isOutHere = useIsOutHere();
  if (!data || data.state !== 'in' || !isOutHere) return data;
  return { ...data, state: 'out', cashier: '', name: '', permissions: [] };
}

/** Reads what the page shows anew when another person has come, who may see more of it or less. */
export function useLineNews(line: SignedIn | undefined): void {
  const client = useQueryClient();
  const now = line && JSON.stringify([line.state, line.cashier, line.permissions]);
  const before = useRef(now);
  useEffect(() => {
    if (before.current !== undefined && before.current !== now) {
      tellWaiting();
      void client.invalidateQueries();
    }
    before.current = now;
  }, [client, now]);
}

/** Signs somebody in on this line. @throws ORPCError why not, also without a PIN that is needed */
export async function signIn(staff: string, pin: string | null): Promise<void> {
  const { ticket } = await quietTill.staff.signIn({ staff, pin });
  keepTicket(ticket);
}

/** Signs out on this line; here at once, whether the till is reached or not. */
export async function signOut(): Promise<void> {
  dropTicket();
  try {
    await quietTill.staff.signOut();
  } catch {
    // A line that is lost has nobody on it, and no ticket brings them back.
  }
}

/** What whoever acts on a line is called: by name, else by pseudonym. */
export function lineName({ cashier, name }: SignedIn, say: Say): string {
  if (cashier === '' || cashier === NOBODY) return say.text('staff.nobody');
  return nameOf({ id: cashier, name });
}
