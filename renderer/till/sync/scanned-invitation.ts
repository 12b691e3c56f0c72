import { useSyncExternalStore } from 'react';
import { CODE_LIFE_MS } from '../../../domain/enrolment/code.ts';
import { type Invitation, parseInvitation } from '../../../domain/enrolment/invitation.ts';

let scanned: Invitation | null = null;
let timer: ReturnType<typeof setTimeout> | undefined;
const watchers = new Set<() => void>();

/** Keeps an invitation that was scanned for the page of the hub, as long as its code is good. */
export function keepScanned(invitation: Invitation | null): void {
  clearTimeout(timer);
  if (invitation) timer = setTimeout(() => keepScanned(null), CODE_LIFE_MS);
  scanned = invitation;
  for (const watcher of watchers) watcher();
}

/** Keeps what was scanned, where an invitation can be read in it. @returns whether it can */
export function takeScanned(text: string): boolean {
  const invitation = parseInvitation(text);
  if (invitation) keepScanned(invitation);
  return invitation !== undefined;
}

/** The invitation that was scanned last and is not used yet. */
export function useScanned(): Invitation | null {
  return useSyncExternalStore(watch, () => scanned);
}

function watch(watcher: () => void): () => void {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
}
