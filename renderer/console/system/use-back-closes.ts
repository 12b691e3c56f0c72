import { useEffect, useEffectEvent } from 'react';

/** A dialog that is open. */
interface Opened {
  readonly close: () => void;
  /** Whether it stays, whoever goes back. */
  readonly isHeld: () => boolean;
}

/** The topmost last. */
const open: Opened[] = [];
/** What waits until the history stands at the page itself. */
const waiting: (() => void)[] = [];
/** Whether the entries of dialogs that were closed are being left. */
let isLeaving = false;

window.addEventListener('popstate', () => {
  if (!isLeaving) closeAbove(depthHere()); // else one that opened meanwhile has no step yet
  isLeaving = false;
  matchHistory();
});
// A link followed while steps are left would be left with them.
window.addEventListener('click', waitAtLink, { capture: true });
matchHistory(); // loaded anew inside of a dialog, which is not there any more

/**
 * A dialog that is open is a step of the browser's history of its own, so that going back closes it
 * and stays on its page; however else it is closed, that step is left too. One that is held is not
 * closed: its step is made anew.
 */
export function useBackCloses(isOpen: boolean, onClose: () => void, isHeld = false): void {
  const close = useEffectEvent(onClose);
  const askHeld = useEffectEvent(() => isHeld);
  useEffect(() => {
    if (!isOpen) return;
    const own = { close: () => close(), isHeld: () => askHeld() };
    open.push(own);
    queueMicrotask(matchHistory);
    return () => {
      const at = open.indexOf(own);
      if (at >= 0) open.splice(at, 1);
      queueMicrotask(matchHistory); // one that opens in its place takes its step over
    };
  }, [isOpen]);
}

/**
 * Changes the address once no dialog's step stands above the page: at once where none does. It
 * would change the address of that step else, and be lost with it.
 */
export function onceAtPage(change: () => void): void {
  if (isLeaving || depthHere() > 0) waiting.push(change);
  else change();
}

function closeAbove(depth: number): void {
  while (open.length > depth && open.at(-1)?.isHeld() === false) open.pop()?.close();
}

/** Makes as many steps as dialogs are open. */
function matchHistory(): void {
  if (isLeaving) return; // asked again once they are left
  const depth = depthHere();
  for (let at = depth; at < open.length; at += 1) {
    history.pushState({ dialogs: at + 1 }, '');
  }
  if (depth > open.length) {
    isLeaving = true;
    history.go(open.length - depth);
  } else if (open.length === 0) {
    for (const change of waiting.splice(0)) change();
  }
}

function waitAtLink(event: MouseEvent): void {
  const { target, ctrlKey, metaKey, shiftKey } = event;
  const link = target instanceof Element ? target.closest<HTMLAnchorElement>('a[href^="#"]') : null;
  if (!isLeaving || link === null || ctrlKey || metaKey || shiftKey) return;
  event.preventDefault();
  const { hash } = link;
  onceAtPage(() => {
    location.hash = hash;
  });
}

/** How many dialogs were open where the history stands. */
function depthHere(): number {
  const state: unknown = history.state;
  if (typeof state !== 'object' || state === null || !('dialogs' in state)) return 0;
  return Number(state.dialogs);
}
