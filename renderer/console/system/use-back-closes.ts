import { useEffect, useEffectEvent } from 'react';

/** What closes each dialog that is open, the topmost last. */
const open: (() => void)[] = [];
/** Whether the entries of dialogs that were closed are being left. */
let isLeaving = false;

window.addEventListener('popstate', () => {
  isLeaving = false;
  while (open.length > depthHere()) open.pop()?.();
  matchHistory();
});
matchHistory(); // loaded anew inside of a dialog, which is not there any more

/**
 * A dialog that is open is a step of the browser's history of its own, so that going back closes it
 * and stays on its page; however else it is closed, that step is left too.
 */
export function useBackCloses(isOpen: boolean, onClose: () => void): void {
  const close = useEffectEvent(onClose);
  useEffect(() => {
    if (!isOpen) return;
    const own = (): void => close();
    open.push(own);
    queueMicrotask(matchHistory);
    return () => {
      const at = open.indexOf(own);
      if (at >= 0) open.splice(at, 1);
      queueMicrotask(matchHistory); // one that opens in its place takes its step over
    };
  }, [isOpen]);
}

/** Makes as many steps as dialogs are open. */
function matchHistory(): void {
  if (isLeaving) return; // asked again once they are left
  const depth = depthHere();
  for (let at = depth; at < open.length; at += 1) {
    history.pushState({ dialogs: at + 1 }, '');
  }
  if (depth <= open.length) return;
  isLeaving = true;
  history.go(open.length - depth);
}

/** How many dialogs were open where the history stands. */
function depthHere(): number {
  const state: unknown = history.state;
  if (typeof state !== 'object' || state === null || !('dialogs' in state)) return 0;
  return Number(state.dialogs);
}
