import { useMemo } from 'react';
import { pcs, type Milli } from '../../../domain/quantity.ts';
import { readQuantity, TYPED_QUANTITY_MAX } from '../../../domain/sales/typed-quantity.ts';
import { useLatest } from '../../ui/use-latest.ts';

interface Typed {
  /** Digits typed so far. */
  readonly text: string;
  /** Fixed with `*`: what the next product comes in. */
  readonly next: Milli | undefined;
}

/** The quantity being typed: `3 *` and a product gives three of it. */
export interface NextQuantity extends Typed {
  /** Takes a typed character; tells whether it was one of a quantity. */
  type(character: string): boolean;
  backspace(): void;
  /** Drops what was typed. Tells whether there was something. */
  clear(): boolean;
  /** The quantity of the product that comes now; afterwards it is one again. */
  take(): Milli;
  /** The digits typed with no `*`, for the line that is there; afterwards they are gone. */
  takeTyped(): Milli | undefined;
}

const nothing: Typed = { text: '', next: undefined };

/** Keeps the quantity being typed. A new scan never inherits digits that were not fixed. */
export function useNextQuantity(): NextQuantity {
  const { value, now, set } = useLatest<Typed>(() => nothing);
  const acts = useMemo(
    () => ({
      type: (character: string) => {
        if (/^[\d.,]$/.test(character)) {
          set({ text: (now().text + character).slice(0, TYPED_QUANTITY_MAX), next: undefined });
          return true;
        }
        if (!/^[*xX×]$/.test(character)) return false;
        set({ text: '', next: readQuantity(now().text) });
        return true;
      },
      backspace: () => set({ text: now().text.slice(0, -1), next: undefined }),
      clear: () => {
        const wasTyped = now() !== nothing;
        set(nothing);
        return wasTyped;
      },
      take: () => {
        const { next } = now();
        set(nothing);
        return next ?? pcs(1);
      },
      takeTyped: () => {
        const typed = readQuantity(now().text);
        set(nothing);
        return typed;
      },
    }),
    [now, set],
  );
  return { ...value, ...acts };
}
