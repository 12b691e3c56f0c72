import { useSyncExternalStore } from 'react';

/** Pixels of one rem as it is now; it grows with a wide window, see global.css. */
export function useRem(): number {
  return useSyncExternalStore(subscribe, readRem);
}

function subscribe(listener: () => void): () => void {
  window.addEventListener('resize', listener);
  return () => window.removeEventListener('resize', listener);
}

function readRem(): number {
  return Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
}
