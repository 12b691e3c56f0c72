import { useEffect, useEffectEvent } from 'react';

/**
 * What a key does, by its name in small letters; with `ctrl+` before it where that is held.
 * Undefined for what cannot be done now.
 */
export type PageKeys = Readonly<Record<string, ((event: KeyboardEvent) => void) | undefined>>;

/** Keys that go on while they are held: they only move. */
const moving = new Set(['arrowup', 'arrowdown', 'arrowleft', 'arrowright', 'pageup', 'pagedown']);

/**
 * Keys that act wherever the focus is on the page, but in a field, whose letters they are, and
 * while a dialog or a menu lies over it. A button that has the focus keeps its Enter and its space.
 */
export function usePageKeys(keys: PageKeys): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    const { target, altKey, repeat } = event;
    const isHeld = event.ctrlKey || event.metaKey;
    const name = `${isHeld ? 'ctrl+' : ''}${event.key.toLowerCase()}`;
    const act = Object.hasOwn(keys, name) ? keys[name] : undefined;
    if (act === undefined || altKey || event.defaultPrevented) return;
    if ((repeat && !moving.has(name)) || isElsewhere(target, name)) return;
    event.preventDefault(); // else the letter is typed into the field that opens
    act(event);
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => press(event);
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);
}

function isElsewhere(target: EventTarget | null, name: string): boolean {
  if (document.querySelector('[role="dialog"], [role="menu"]') !== null) return true;
  if (!(target instanceof Element)) return false;
  if (target.closest('input, textarea, select')) return name !== 'f2';
  return (name === 'enter' || name === ' ') && target.closest('button, a, summary') !== null;
}
