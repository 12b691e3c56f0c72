import { useWindowEvent } from '@mantine/hooks';
import { browserKeys } from '../../domain/sales/register-keys.ts';
import { isCovered } from './is-covered.ts';

/** What the keys of a screen with a list do. */
interface ListKeys {
  /** F2 */
  readonly search?: () => void;
  /** The arrows up and down. */
  readonly move: (by: 1 | -1) => void;
  /** Enter */
  readonly open: () => void;
  /** F4 */
  readonly add?: () => void;
  /** Other keys, by name. */
  readonly others?: Readonly<Record<string, () => void>>;
  /** F8 */
  readonly reprint?: () => void;
  /** Esc */
  readonly close?: () => void;
}

/** Binds the keys of a screen with a list; what lies over the screen keeps them for itself. */
export function useListKeys(keys: ListKeys): void {
  useWindowEvent('keydown', (event) => {
    // The browser's own keys are kept from it everywhere: that says nothing of who has them.
    const isHandled = event.defaultPrevented && !browserKeys.includes(event.key);
    if (isHandled || event.ctrlKey || event.altKey || event.metaKey) return;
    if (isCovered(event)) return;
    const act = actOf(event.key, keys, event.target);
    if (!act) return;
    event.preventDefault();
    if (!event.repeat || event.key.startsWith('Arrow')) act();
  });
}

function actOf(key: string, keys: ListKeys, target: EventTarget | null): (() => void) | undefined {
  if (key === 'F2') return keys.search;
  if (key === 'F4' && keys.add) return keys.add;
  if (key === ' ' && target instanceof HTMLButtonElement) return undefined; // presses it
  if (pageKeys.includes(key) && isInScrolled(target)) return undefined; // scrolls it
  if (keys.others && Object.hasOwn(keys.others, key)) return keys.others[key];
  if (key === 'F8') return keys.reprint;
  if (key === 'Escape') return keys.close;
  // A date and a choice have arrows of their own, and Enter on a button presses the button.
  const isOwn = target instanceof HTMLInputElement && /^(date|radio)$/.test(target.type);
  if (isOwn) return undefined;
  if (key === 'ArrowDown') return () => keys.move(1);
  if (key === 'ArrowUp') return () => keys.move(-1);
  return key === 'Enter' && !(target instanceof HTMLButtonElement) ? keys.open : undefined;
}

const pageKeys: readonly string[] = ['PageUp', 'PageDown'];

/** Whether the keyboard is in a part that says of itself that it scrolls. */
function isInScrolled(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('[data-scrolls]') !== null;
}
