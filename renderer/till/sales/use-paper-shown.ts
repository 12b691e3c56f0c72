import { useState } from 'react';
import { useIsWide } from '../../ui/use-rem.ts';

/** Where there is room for a third column, the paper has its own place. */
const WIDE_REM = 100;

interface PaperShown {
  readonly isShown: boolean;
  /** In a column of its own; otherwise it lies over the shelf. */
  readonly isDocked: boolean;
  toggle(): void;
}

/**
 * Whether the virtual printer's paper is on the screen: always where it has a column of its own,
 * else from the payment to the next sale, or as the person wants it.
 */
export function usePaperShown(isVirtual: boolean, isPaid: boolean): PaperShown {
  const isWide = useIsWide(WIDE_REM);
  const usual = isWide || isPaid;
  const [wanted, setWanted] = useState<{ readonly usual: boolean; readonly isShown: boolean }>();
  // A wish holds until what is usual changes: the paper closes with the next sale all the same.
  const isShown = isVirtual && (wanted?.usual === usual ? wanted.isShown : usual);
  return {
    isShown,
    isDocked: isShown && isWide,
    toggle: () => setWanted({ usual, isShown: !isShown }),
  };
}
