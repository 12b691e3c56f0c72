import { type RefObject, type UIEvent, useLayoutEffect } from 'react';

/** How far down each page was left. */
const leftAt = new Map<string, number>();

/**
 * A page opens at its top; one that a person comes back to stands where it was left.
 * @returns what hears that the page is scrolled
 */
export function useScroll(
  area: RefObject<HTMLElement | null>,
  address: string,
): (event: UIEvent<HTMLElement>) => void {
  useLayoutEffect(() => {
    area.current?.scrollTo(0, leftAt.get(address) ?? 0);
  }, [area, address]);
  return ({ currentTarget }) => void leftAt.set(address, currentTarget.scrollTop);
}
