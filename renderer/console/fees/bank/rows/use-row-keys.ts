import { useRef } from 'react';
import { isWaiting } from '../../../../../domain/console/bank/row-use.ts';
import {
  chooseAt,
  chooseNext,
  DIGITS_MAX,
  isFree,
  moveBy,
  toggleTick,
} from '../../../../../domain/console/bank/work.ts';
import { type PageKeys, usePageKeys } from '../../../system/use-page-keys.ts';
import type { RowDialog } from './RowDialogs.tsx';
import type { BankWorkbench } from './use-bank-work.ts';

/** Rows that a page of the list has, for the keys that turn it. */
const PAGE_ROWS = 6;
/** How long a row is looked at before it can be accepted: the second press of a double one. ms */
const LOOK_MS = 250;

interface RowKeysOptions {
  readonly onDialog: (dialog: RowDialog) => void;
  readonly onSearch: () => void;
}

/** The keys of the list of rows. */
export function useRowKeys(bench: BankWorkbench, { onDialog, onSearch }: RowKeysOptions): void {
  const { rows, row, setWork, work, ticked, isBusy } = bench;
  const acceptedAtMs = useRef(Number.NEGATIVE_INFINITY);
  const move = (by: number) => (): void => setWork((before) => moveBy(before, rows, by));
  const isOpen = row !== undefined && isFree(work, row) && isWaiting(row);
  const isIn = isOpen && row.amountSen > 0;
  const turn = (by: 1 | -1) => (): void => {
    if (isIn) setWork((before) => chooseNext(before, row, by));
  };
  const ask = (dialog: RowDialog, can: boolean) => (): void => {
    if (can) onDialog(dialog);
  };
  const digits = Array.from({ length: DIGITS_MAX }, (_, at): [string, () => void] => [
    String(at + 1),
    () => {
      if (isIn) setWork((before) => chooseAt(before, row, at));
    },
  ]);
  const keys: PageKeys = {
    arrowdown: move(1),
    arrowup: move(-1),
    pagedown: move(PAGE_ROWS),
    pageup: move(-PAGE_ROWS),
    home: move(-rows.length),
    end: move(rows.length),
    arrowright: turn(1),
    arrowleft: turn(-1),
    ...Object.fromEntries(digits),
    enter: ({ timeStamp }) => {
      // A row that the keys came back to by a failure was not what this press was meant for.
      const seenMs = Math.max(acceptedAtMs.current, ...bench.failures.map(({ atMs }) => atMs));
      if (row === undefined || timeStamp - seenMs < LOOK_MS) return;
      if (bench.acceptChosen(row)) acceptedAtMs.current = timeStamp;
    },
    ' ': () => {
      if (isIn) setWork((before) => toggleTick(before, row));
    },
    s: ask('split', isIn),
    f: ask('find', isIn),
    e: ask('explain', isOpen),
    a: ask('ticked', ticked.length > 0 && !isBusy),
    'ctrl+z': ask('undo', work.steps.length > 0 && !isBusy),
    f2: onSearch,
  };
  usePageKeys(keys);
}
