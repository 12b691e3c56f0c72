import { useState } from 'react';
import { isCalledOff } from '../../ui/called-off.ts';

/** An act on its way to the till, one at a time. */
export interface Doing {
  readonly isBusy: boolean;
  /** Why the newest was not done; nothing of what a person called off. */
  readonly error: unknown;
  run(work: () => Promise<void>): void;
  /** It was not done, by another way. */
  fail(error: unknown): void;
  /** Another try begins. */
  clear(): void;
}

/** Does acts one after another. @param onBusy told when one begins and ends */
export function useDoing(onBusy: (isBusy: boolean) => void): Doing {
  const [isBusy, setIsBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const become = (next: boolean): void => {
    setIsBusy(next);
    onBusy(next);
  };
  const fail = (failure: unknown): void => {
    if (!isCalledOff(failure)) setError(failure);
  };
  const run = async (work: () => Promise<void>): Promise<void> => {
    become(true);
    setError(null);
    try {
      await work();
    } catch (failure) {
      fail(failure);
    } finally {
      become(false);
    }
  };
  return {
    isBusy,
    error,
    run: (work) => {
      if (!isBusy) void run(work);
    },
    fail,
    clear: () => setError(null),
  };
}
