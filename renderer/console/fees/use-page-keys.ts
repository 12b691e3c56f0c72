import { useEffect, useEffectEvent } from 'react';

/** What a key does, by the letter on it. */
export type PageKeys = Readonly<Record<string, (() => void) | undefined>>;

/**
 * Letters that do something on a page, unless a person types in a field, chooses in a menu, or a
 * dialog lies over the page.
 */
export function usePageKeys(keys: PageKeys): void {
  const hear = useEffectEvent((event: KeyboardEvent): void => {
    const { ctrlKey, altKey, metaKey, repeat, target } = event;
    if (ctrlKey || altKey || metaKey || repeat || isTaken(target)) return;
    const act = keys[event.key.toLowerCase()];
    if (!act) return;
    event.preventDefault(); // else the letter is typed into the field that opens
    act();
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent): void => hear(event);
    window.addEventListener('keydown', listener);
    return () => window.removeEventListener('keydown', listener);
  }, []);
}

function isTaken(target: EventTarget | null): boolean {
  if (document.querySelector('[role="dialog"], [role="menu"]') !== null) return true;
  return target instanceof HTMLElement && target.matches('input, textarea, select');
}
