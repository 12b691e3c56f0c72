import { useEffect, useRef, useState } from 'react';
import { isSettled, SETTLE_MS } from '../../../domain/surface.ts';

/** Whether what has just come up can have been seen, and is meant by an act. */
export interface Freshness {
  readonly isFresh: boolean;
  /** Whether an act with this time stamp was meant for it. */
  isMeant(atMs: number): boolean;
}

/** For a part that a key has brought up: the same key pressed twice is not meant for it. */
export function useFreshness(): Freshness {
  const shownAtMs = useRef<number | null>(null);
  const [isFresh, setIsFresh] = useState(true);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const frame = requestAnimationFrame((atMs) => {
      shownAtMs.current = atMs;
      timer = setTimeout(() => setIsFresh(false), SETTLE_MS);
    });
    return () => {
      cancelAnimationFrame(frame);
      clearTimeout(timer);
    };
  }, []);
  return { isFresh, isMeant: (atMs) => isSettled(shownAtMs.current, atMs) };
}
