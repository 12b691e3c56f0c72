import type { MouseEvent } from 'react';

/**
 * For a part whose buttons take something away: the second of a double click, which may come to
 * what has moved to its place, does nothing.
 */
export function ignoreSecond(event: MouseEvent): void {
  const isButton = event.target instanceof Element && event.target.closest('button') !== null;
  if (isButton && event.detail > 1) event.stopPropagation(); // 0 is a key
}
