import type { CheckedSignatures } from '../../domain/enrolment/manage-contract.ts';
import { readAs } from '../database/transact.ts';
import type { Hub } from '../hub.ts';
import { sumChecked } from './check-store.ts';

/** How long the figures of all chains are told as they were summed up. ms */
export const SUM_LIFE_MS = 15_000;

/** How far the records of all tills are checked: one query in a while, however many look. */
export interface CheckedSums {
  read(): Promise<CheckedSignatures>;
  /** Has the next one sum up anew: a person has just changed what would be told. */
  forget(): void;
}

/** Keeps the sums of one server; what nobody asks for is not summed up. */
export function openCheckedSums({ database, clock }: Pick<Hub, 'database' | 'clock'>): CheckedSums {
  let known: { readonly atMs: number; readonly sums: Promise<CheckedSignatures> } | null = null;
  const forget = (): void => {
    known = null;
  };
  const sumUp = (atMs: number): Promise<CheckedSignatures> => {
    const sums = readAs(database.reports, 'every-stall', sumChecked);
    const made = { atMs, sums };
    known = made;
    sums.catch(() => known === made && forget()); // the next one tries again
    return sums;
  };
  return {
    read: () => {
      const nowMs = clock();
      // A clock that was set back is as far away as one that went on.
      const isFresh = known !== null && Math.abs(nowMs - known.atMs) < SUM_LIFE_MS;
      return known !== null && isFresh ? known.sums : sumUp(nowMs);
    },
    forget,
  };
}
