import { useWindowEvent } from '@mantine/hooks';
import { isCovered } from '../../is-covered.ts';

/** What the keys of the screen do. */
interface DayKeys {
  readonly search: () => void;
  readonly move: (by: 1 | -1) => void;
  readonly open: () => void;
  readonly close: () => void;
  readonly reprint: () => void;
}

/** Binds the keys of the day's sales; what lies over the screen keeps them for itself. */
export function useDayKeys(keys: DayKeys): void {
  useWindowEvent('keydown', (event) => {
    if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey) return;
    if (isCovered()) return;
    const act = actOf(event.key, keys, event.target);
    if (!act) return;
    event.preventDefault();
    if (!event.repeat || event.key.startsWith('Arrow')) act();
  });
}

function actOf(key: string, keys: DayKeys, target: EventTarget | null): (() => void) | undefined {
  if (key === 'F2') return keys.search;
  if (key === 'F8') return keys.reprint;
  if (key === 'Escape') return keys.close;
  // A date field has arrows of its own, and Enter on a button presses the button.
  if (target instanceof HTMLInputElement && target.type === 'date') return undefined;
  if (key === 'ArrowDown') return () => keys.move(1);
  if (key === 'ArrowUp') return () => keys.move(-1);
  return key === 'Enter' && !(target instanceof HTMLButtonElement) ? keys.open : undefined;
}
