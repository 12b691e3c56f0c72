import { useState } from 'react';
import type { TypedPart } from './SplitForm.tsx';
import type { RowExplained } from './use-row-acts.ts';

/** What was typed of a row: how it is split, and what it is that is no payment. */
export interface RowDraft {
  readonly parts?: readonly TypedPart[];
  readonly said?: RowExplained;
}

/** What was typed of rows, by row, until the hub has taken it: where it does not, it is there. */
export function useRowDrafts() {
  const [kept, setKept] = useState<Readonly<Record<string, RowDraft>>>({});
  return {
    kept,
    keep: (row: string, draft: RowDraft): void => {
      setKept((before) => ({ ...before, [row]: { ...before[row], ...draft } }));
    },
    drop: (rows: readonly string[]): void => {
      setKept((before) => {
        return Object.fromEntries(Object.entries(before).filter(([row]) => !rows.includes(row)));
      });
    },
  };
}
