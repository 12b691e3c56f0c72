import { useEffect, useState } from 'react';

const SECOND_MS = 1_000;

/**
 * Counts down how long no PIN of somebody is tried. Seconds; 0 when one is.
 * @param lockedMs as the till said it; another answer begins anew, also with the same time
 * @param answer whatever is another one with each answer of the till
 */
export function useLockedSeconds(lockedMs: number, answer: unknown): number {
  const [seconds, setSeconds] = useState(() => Math.ceil(lockedMs / SECOND_MS));
  useEffect(() => {
    const until = performance.now() + lockedMs;
    const count = (): void => {
      const left = Math.max(0, Math.ceil((until - performance.now()) / SECOND_MS));
      setSeconds(left);
      if (left === 0) clearInterval(timer);
    };
    const timer = setInterval(count, SECOND_MS / 4);
    count();
    return () => clearInterval(timer);
  }, [lockedMs, answer]);
  return seconds;
}
