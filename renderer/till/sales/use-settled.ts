import { useEffect, useState } from 'react';
import { SETTLE_MS } from '../../../domain/surface.ts';
import { useRegister } from './register-store.ts';

/** Whether what is on the screen now takes a pointer yet: see domain/surface.ts. */
export function useSettled(): boolean {
  const surface = useRegister((state) => state.surface);
  const [settled, setSettled] = useState<unknown>(surface);
  const { shownAtMs } = surface;
  useEffect(() => {
    if (shownAtMs === null) return undefined;
    const ms = Math.max(0, shownAtMs + SETTLE_MS - performance.now());
    const timer = setTimeout(() => setSettled(surface), ms);
    return () => clearTimeout(timer);
  }, [surface, shownAtMs]);
  return settled === surface;
}
