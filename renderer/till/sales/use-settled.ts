import { useEffect, useState } from 'react';
import { SETTLE_MS } from '../../../domain/surface.ts';
import { useRegister } from './register-store.ts';

/** Whether what is on the screen now, or the shelf, takes a pointer yet: see domain/surface.ts. */
export function useSettled(what: 'surface' | 'shelf' = 'surface'): boolean {
  const shownAtMs = useRegister(({ surface }) =>
    what === 'shelf' ? surface.shelfAtMs : surface.shownAtMs,
  );
  const [settledAtMs, setSettledAtMs] = useState(shownAtMs);
  useEffect(() => {
    if (shownAtMs === null) return undefined;
    const ms = Math.max(0, shownAtMs + SETTLE_MS - performance.now());
    const timer = setTimeout(() => setSettledAtMs(shownAtMs), ms);
    return () => clearTimeout(timer);
  }, [shownAtMs]);
  return shownAtMs !== null && settledAtMs === shownAtMs;
}
