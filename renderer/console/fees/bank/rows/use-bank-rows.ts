import { type InfiniteData, useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { BankRow } from '../../../../../domain/fees/bank/bank-row.ts';
import { isWaiting, usesThatHold } from '../../../../../domain/console/bank/row-use.ts';
import { hub, hubQuery } from '../../../hub-client.ts';
import type { ShownRows } from '../bank-route.ts';

/** Which rows are listed. */
export interface AskedRows {
  readonly account: string;
  readonly which: ShownRows;
  readonly text: string;
}

interface RowsPage {
  readonly rows: BankRow[];
  readonly nextCursor: string;
}

/**
 * The rows of an account, page by page. Nothing of it is asked again by itself: what was done stays
 * in its place until the list is opened anew.
 */
export function useBankRows(asked: AskedRows) {
  const client = useQueryClient();
  const { account, text } = asked;
  const which = calledFor(asked.which);
  const input = (cursor: string) => ({ account, which, text, cursor });
  const options = hubQuery.bank.rows.infiniteOptions({
    input,
    initialPageParam: '',
    getNextPageParam: ({ nextCursor }) => (nextCursor === '' ? undefined : nextCursor),
  });
  const query = useInfiniteQuery({ ...options, staleTime: Number.POSITIVE_INFINITY, gcTime: 0 });
  const { data } = query;
  const rows = useMemo(
    () => (data?.pages ?? []).flatMap((page) => page.rows).filter((row) => isShown(asked, row)),
    [data, asked],
  );
  const change = (by: (row: BankRow) => BankRow): void => {
    client.setQueryData<InfiniteData<RowsPage, string>>(options.queryKey, (known) => {
      if (known === undefined) return undefined;
      return { ...known, pages: known.pages.map((page) => changePage(page, by)) };
    });
  };
  return {
    query,
    rows,
    change,
    /** Asks anew for what rows may be, where some of them are meant; each stays where it is. */
    refresh: async (isMeant: (row: BankRow) => boolean): Promise<void> => {
      const known = client.getQueryData<InfiniteData<RowsPage, string>>(options.queryKey);
      for (const [at, page] of (known?.pages ?? []).entries()) {
        if (!page.rows.some(isMeant)) continue;
        const { rows: told } = await hub.bank.rows(input(known?.pageParams[at] ?? ''));
        const byId = new Map(told.map((row) => [row.row, row]));
        change((row) => byId.get(row.row) ?? row);
      }
    },
  };
}

function calledFor(which: ShownRows): 'waiting' | 'used' | 'all' {
  return which === 'paid' || which === 'explained' ? 'used' : which;
}

/** What was used is listed by what for; what was undone since then stays in its place. */
function isShown({ which }: AskedRows, row: BankRow): boolean {
  if (which !== 'paid' && which !== 'explained') return true;
  const holding = usesThatHold(row);
  const uses = holding.length > 0 ? holding : row.uses;
  return uses.some(({ as }) => (as === 'payment') === (which === 'paid'));
}

function changePage(page: RowsPage, by: (row: BankRow) => BankRow): RowsPage {
  const rows = page.rows.map(by);
  return rows.some((row, at) => row !== page.rows[at]) ? { ...page, rows } : page;
}

/** Whether a stall is suggested for a row that waits. */
export function isOffered(row: BankRow, stalls: ReadonlySet<string>): boolean {
  return isWaiting(row) && row.suggestions.some(({ stall }) => stalls.has(stall));
}
