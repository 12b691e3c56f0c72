import { useSyncExternalStore } from 'react';

let isAsked = false;
const watchers = new Set<() => void>();

function tell(asked: boolean): void {
  isAsked = asked;
  for (const watcher of watchers) watcher();
}

/** Opens the check of the sticker, over whatever screen. */
export const askForSticker = (): void => tell(true);

/** Closes it. */
export const endSticker = (): void => tell(false);

/** Whether it is open. */
export function useStickerAsked(): boolean {
  return useSyncExternalStore(watch, () => isAsked);
}

function watch(watcher: () => void): () => void {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
}
