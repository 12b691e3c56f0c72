import { useSyncExternalStore } from 'react';

/** Pixels of one rem as it is now; it grows with a wide window and larger text: see global.css. */
export function useRem(): number {
  return useSyncExternalStore(subscribe, readRem);
}

/** Whether the page has room for so many rem beside each other, as `@container page` asks. */
export function useIsWide(minimumRem: number): boolean {
  return useSyncExternalStore(subscribe, () => window.innerWidth >= minimumRem * readRem());
}

/** Shows every text of the page, and all that is measured by it, at this size from now on. */
export function showTextSize(percent: number): void {
  document.documentElement.style.setProperty('--text-size', String(percent / 100));
  window.dispatchEvent(new Event('resize')); // who has measured the page measures it again
}

function subscribe(listener: () => void): () => void {
  window.addEventListener('resize', listener);
  return () => window.removeEventListener('resize', listener);
}

function readRem(): number {
  return Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
}
