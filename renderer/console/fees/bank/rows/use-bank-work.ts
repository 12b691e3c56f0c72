import { useIsMutating, useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import {
  type BankWork,
  choiceOf,
  comeBack,
  type DoneStep,
  freshWork,
  isFree,
  rowAt,
  send,
  settle,
  takeBack,
  tickedOf,
} from '../../../../../domain/console/bank/work.ts';
import type { BankRow } from '../../../../../domain/fees/bank/bank-row.ts';
import { BANK_PAGE_MAX } from '../../../../../domain/fees/bank/inputs.ts';
import { slicesOf } from '../../../../../domain/slices.ts';
import { isRefused } from '../../../hub-client.ts';
import { askBesideRows } from '../use-bank.ts';
import type { TypedPart } from './SplitForm.tsx';
import { type AskedRows, isOffered, useBankRows } from './use-bank-rows.ts';
import { useRowDrafts } from './use-row-drafts.ts';
import { type RowExplained, type RowPart, type TickedRow, useRowActs } from './use-row-acts.ts';

/** Why nothing came of an act on a row. */
export interface RowFailure {
  /** Null where it was of many. */
  readonly row: string | null;
  readonly error: unknown;
  /** As performance.now(). ms */
  readonly atMs: number;
}

/** The rows of an account as a person works on them, and what can be done with them. */
export function useBankWork(asked: AskedRows) {
  const list = useBankRows(asked);
  const { rows, change } = list;
  const [work, setWork] = useState<BankWork>(freshWork);
  const [failures, setFailures] = useState<readonly RowFailure[]>([]);
  const [leftCount, setLeftCount] = useState(0);
  const drafts = useRowDrafts();
  const paid = useRef(new Set<string>());
  useRefresh(list, paid);
  const begin = useBegin(rows, { setWork, setFailures, setLeftCount });
  const client = useQueryClient();
  const acts = useRowActs(asked.account, {
    change,
    end: (sent, step) => {
      setWork((before) => settle(before, sent, step));
      drafts.drop(sent);
      void askBesideRows(client);
    },
    fail: useFail(setWork, setFailures, change),
    left: (count) => setLeftCount((before) => before + count),
    paid: (stalls) => {
      for (const stall of stalls) paid.current.add(stall);
    },
    undone: (row, act) => setWork((before) => ({ ...takeBack(before, [act]), at: row })),
    refresh: (of) => list.refresh(({ row }) => of.includes(row)),
  });
  return {
    list,
    rows,
    work,
    setWork,
    row: rowAt(work, rows),
    failures,
    drafts: drafts.kept,
    /** Ticked rows of the last act that were not ticked any more. */
    leftCount,
    ticked: tickedOf(work, rows),
    isBusy: acts.acceptTicked.isPending || acts.undo.isPending,
    /** Books a row whole for the stall that is chosen. @returns whether there is one */
    acceptChosen: (row: BankRow): boolean => {
      const choice = choiceOf(work, row);
      if (choice === null || !isFree(work, row) || row.amountSen < 0) return false;
      begin([row.row]);
      acts.accept.mutate({ row, parts: [{ stall: choice.stall, amount: row.left }] });
      return true;
    },
    acceptParts: (row: BankRow, typed: readonly TypedPart[], parts: RowPart[]): void => {
      drafts.keep(row.row, { parts: typed });
      begin([row.row]);
      acts.accept.mutate({ row, parts });
    },
    explainRow: (row: BankRow, said: RowExplained): void => {
      drafts.keep(row.row, { said });
      begin([row.row]);
      acts.explain.mutate({ row, said });
    },
    acceptAll: (ticked: readonly TickedRow[]): void => {
      begin(ticked.map(({ row }) => row));
      for (const some of slicesOf(ticked, BANK_PAGE_MAX)) acts.acceptTicked.mutate(some);
    },
    undo: (done: DoneStep['acts']): void => {
      setFailures([]);
      setLeftCount(0);
      acts.undo.mutate(done);
    },
  };
}

type SetFailures = (change: (before: readonly RowFailure[]) => readonly RowFailure[]) => void;

/** Something went wrong with rows: the keys are at the one that it was again, and it says why. */
function useFail(
  setWork: (change: (before: BankWork) => BankWork) => void,
  setFailures: SetFailures,
  change: ReturnType<typeof useBankRows>['change'],
): (sent: readonly string[], error: unknown) => void {
  return (sent, error) => {
    const row = sent.length === 1 ? (sent[0] ?? null) : null;
    setWork((before) => comeBack(settle(before, sent), row));
    const failure = { row, error, atMs: performance.now() };
    setFailures((before) => [...withoutRows(before, sent), failure]);
    // Somebody else said it: the row shows so much as is left of it.
    const left = isRefused(error) && error.code === 'BANK_ROW_USED' ? leftIn(error.data) : null;
    if (left !== null) change((one) => (sent.includes(one.row) ? { ...one, left } : one));
  };
}

/** Everything that can be done with the rows of an account. */
export type BankWorkbench = ReturnType<typeof useBankWork>;

interface Beginnings {
  readonly setWork: (change: (before: BankWork) => BankWork) => void;
  readonly setFailures: SetFailures;
  readonly setLeftCount: (count: number) => void;
}

/** Rows go to the hub: the keys go on, and what went wrong with them is not said any more. */
function useBegin(
  rows: readonly BankRow[],
  { setWork, setFailures, setLeftCount }: Beginnings,
): (sent: readonly string[]) => void {
  return (sent) => {
    setLeftCount(0);
    setFailures((before) => withoutRows(before, sent));
    setWork((before) => send(before, rows, sent));
  };
}

/** What went wrong with other single rows. */
function withoutRows(
  failures: readonly RowFailure[],
  rows: readonly string[],
): readonly RowFailure[] {
  return failures.filter(({ row }) => row !== null && !rows.includes(row));
}

function leftIn(data: unknown): number | null {
  if (typeof data !== 'object' || data === null || !('left' in data)) return null;
  return Number(data.left);
}

/**
 * Once nothing is on its way any more, it is asked anew what else the stalls that were paid for may
 * have paid: they owe less now.
 */
function useRefresh(
  { refresh }: ReturnType<typeof useBankRows>,
  paid: { readonly current: Set<string> },
): void {
  const isBusy = useIsMutating() > 0;
  const ask = useEffectEvent(() => {
    if (paid.current.size === 0) return;
    const stalls = new Set(paid.current);
    paid.current.clear();
    // What is offered stays as it was where the hub does not answer: accepting asks it again.
    refresh((row) => isOffered(row, stalls)).catch(() => undefined);
  });
  useEffect(() => {
    if (!isBusy) ask();
  }, [isBusy]);
}
