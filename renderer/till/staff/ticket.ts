import { useSyncExternalStore } from 'react';

/**
 * What signs the person of this page in again over a new connection. It is in memory only: whoever
 * loads the page again is signed out.
 */
let ticket: string | null = null;
/** Whether this page has signed out, whatever the till has heard of it. */
let isOut = false;
const watchers = new Set<() => void>();
let waiting: (() => void)[] = [];

/** Somebody was signed in on this line. */
export function keepTicket(next: string): void {
  become(next, false);
  tellWaiting();
}

/** Whoever was signed in is not any more. */
export function dropTicket(): void {
  become(null, true);
}

/** Signs in again on a connection that has just opened. */
export function ticketNow(): string | null {
  return ticket;
}

/** Whether this page has signed out, though the till may not have been reached. */
export function useIsOutHere(): boolean {
  return useSyncExternalStore(watch, () => isOut);
}

/** Waits until somebody signs in on this line, or may do otherwise than before without that. */
export function nextSignIn(): Promise<void> {
  return new Promise((resolve) => waiting.push(resolve));
}

/** Who acts on this line, or what they may, has changed: what waited for that goes on. */
export function tellWaiting(): void {
  const told = waiting;
  waiting = [];
  for (const tell of told) tell();
}

function become(next: string | null, out: boolean): void {
  ticket = next;
  isOut = out;
  for (const watcher of watchers) watcher();
}

function watch(watcher: () => void): () => void {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
}
