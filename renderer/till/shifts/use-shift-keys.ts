import { useWindowEvent } from '@mantine/hooks';
import type { useActive } from '../../ui/use-active.ts';
import { isCovered } from '../is-covered.ts';

/** What the keys of the shift's screen do; those that are not there do nothing. */
interface ShiftKeys {
  /** By the key: `F4`. */
  readonly acts: Readonly<Record<string, (() => void) | undefined>>;
  /** The arrows up and down, and Enter; null while no list is shown. */
  readonly list: Pick<ReturnType<typeof useActive>, 'move' | 'open'> | null;
}

/**
 * Binds the keys of the shift's screen; what lies over it keeps them for itself. Of the function
 * keys the register has taken the browser's meaning away already.
 */
export function useShiftKeys({ acts, list }: ShiftKeys): void {
  useWindowEvent('keydown', (event) => {
    const { key, target } = event;
    if (event.ctrlKey || event.altKey || event.metaKey || isCovered(event)) return;
    const isOnControl = target instanceof Element && target.closest('button, summary, a') !== null;
    const isOfList = key === 'ArrowUp' || key === 'ArrowDown' || (key === 'Enter' && !isOnControl);
    const act = isOfList ? list && actOfList(key, list) : acts[key];
    if (!act || (event.defaultPrevented && isOfList)) return;
    event.preventDefault();
    if (!event.repeat || key.startsWith('Arrow')) act();
  });
}

function actOfList(
  key: 'ArrowUp' | 'ArrowDown' | 'Enter',
  { move, open }: NonNullable<ShiftKeys['list']>,
): () => void {
  if (key === 'Enter') return open;
  return () => move(key === 'ArrowUp' ? -1 : 1);
}
